import { useEffect } from 'preact/hooks';

/**
 * Keeps the screen awake while the player is open. A phone may take that back at any time: it is asked again when the
 * page is seen, and at every new `step` of the practice.
 */
export function useWakeLock(step: string): void {
  useEffect(() => {
    lock.open();
    return () => lock.close();
  }, []);
  useEffect(() => lock.ask(), [step]);
}

class Wakefulness {
  #held: WakeLockSentinel | null = null;
  #asking = false;
  #open = false;
  readonly #seen = () => this.ask();

  open(): void {
    this.#open = true;
    document.addEventListener('visibilitychange', this.#seen);
  }

  close(): void {
    this.#open = false;
    document.removeEventListener('visibilitychange', this.#seen);
    void this.#held?.release();
    this.#held = null;
  }

  ask(): void {
    const held = this.#held !== null && !this.#held.released;
    const seen = document.visibilityState === 'visible';
    if (held || this.#asking || !this.#open || !seen || !('wakeLock' in navigator)) return;
    this.#asking = true;
    void this.#request().finally(() => {
      this.#asking = false;
    });
  }

  async #request(): Promise<void> {
    try {
      const sentinel = await navigator.wakeLock.request('screen');
      if (this.#open) this.#held = sentinel;
      else await sentinel.release();
    } catch {
      // Refused (saving power, or not allowed): the hold waits by itself when the screen goes dark.
    }
  }
}

const lock = new Wakefulness();
