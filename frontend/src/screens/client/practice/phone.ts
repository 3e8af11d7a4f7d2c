import { useEffect } from 'preact/hooks';

/** Keeps the screen awake while the player is open; asks again each time the page is seen. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let open = true;
    const ask = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        const held = await navigator.wakeLock.request('screen');
        if (open) lock = held;
        else await held.release();
      } catch {
        // Refused (saving power, or not allowed): the hold waits by itself when the screen goes dark.
      }
    };
    void ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      open = false;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

/** A short shake where the phone can: felt with eyes closed, never needed. */
export function buzz(pattern: number | number[]): void {
  navigator.vibrate?.(pattern);
}
