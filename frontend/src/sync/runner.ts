import type { Profile } from '../domain/types';
import type { ClientDb } from '../store/db';
import { readMeta, writeMeta } from '../store/meta';
import { waiting } from '../store/waiting';
import { delay, FRESH, failed, mayTry, reset, type Tries } from './backoff';
import { runOnce } from './engine';
import type { Outcome } from './outcome';

/** Why a run is wished for. A save and a person's tap start the count of tries anew; the rest only asks. */
export type Reason = 'save' | 'tap' | 'event' | 'timer';

export interface RunnerPorts {
  client: () => Promise<{ db: ClientDb; profile: Profile } | null>;
  fetch: typeof fetch;
  now: () => number;
  random: () => number;
  newId: () => string;
  zone: () => string;
  /** Whether anybody looks at the page: only then is the server asked for news when nothing waits. `waiting`: for what
   * only her therapist can give, maybe beside her. */
  watched: () => 'no' | 'yes' | 'waiting';
  /** Null when another tab or the worker is at it. */
  exclusively: <T>(job: () => Promise<T>) => Promise<T | null>;
  startTimer: (run: () => void, ms: number) => () => void;
  onRunning: (running: boolean) => void;
  onOutcome: (outcome: Outcome) => Promise<void> | void;
}

const AFTER_SAVE_MS = 1000;
const LOOK_AGAIN_MS = { yes: 60_000, waiting: 5_000 };
const SOMEBODY_ELSE_MS = 2000;
/** After so many refusals whoever has the turn is taken for gone: what is sent twice is told apart by the server. */
const PATIENCE = 15;
const TRIES = 'tries';

/** Decides when the engine runs: single flight, back-off, one timer. */
export class Runner {
  #cancel: () => void = () => undefined;
  #flight: Promise<void> | null = null;
  #again = false;
  #refused = 0;

  readonly #ports: RunnerPorts;

  constructor(ports: RunnerPorts) {
    this.#ports = ports;
  }

  /** Asks for a run; resolves when it is over, or at once when it is not due yet. */
  async kick(reason: Reason): Promise<void> {
    const client = await this.#ports.client();
    if (!client) return;
    const tries = (await readMeta<Tries>(client.db, TRIES)) ?? FRESH;
    const now = this.#ports.now();
    if (reason === 'save') {
      const fresh = reset(tries);
      await writeMeta(client.db, TRIES, fresh);
      this.#later(Math.max(AFTER_SAVE_MS, fresh.notBefore - now));
      return;
    }
    if (reason === 'tap') await writeMeta(client.db, TRIES, reset(tries));
    if (!mayTry(reason === 'tap' ? reset(tries) : tries, now)) {
      this.#later(delay(tries, now, this.#ports.random()));
      return;
    }
    await this.#run();
  }

  stop(): void {
    this.#cancel();
  }

  #run(): Promise<void> {
    if (this.#flight) {
      this.#again = true;
      return this.#flight;
    }
    this.#cancel();
    this.#flight = this.#fly().finally(() => {
      this.#flight = null;
      if (this.#again) {
        this.#again = false;
        this.#later(AFTER_SAVE_MS);
      }
    });
    return this.#flight;
  }

  async #fly(): Promise<void> {
    const ports = this.#ports;
    ports.onRunning(true);
    try {
      const outcome = await this.#inTurn();
      if (outcome === null) this.#later(SOMEBODY_ELSE_MS);
      else await ports.onOutcome(outcome);
    } finally {
      ports.onRunning(false);
    }
  }

  async #inTurn(): Promise<Outcome | null> {
    const exchange = () => this.#exchange();
    const outcome = this.#refused < PATIENCE ? await this.#ports.exclusively(exchange) : await exchange();
    this.#refused = outcome === null ? this.#refused + 1 : 0;
    return outcome;
  }

  async #exchange(): Promise<Outcome> {
    const client = await this.#ports.client();
    if (!client) return { kind: 'signed_out' };
    const outcome = await runOnce({ ...this.#ports, ...client });
    if (outcome.kind === 'revoked') return outcome;
    const now = this.#ports.now();
    const before = (await readMeta<Tries>(client.db, TRIES)) ?? FRESH;
    const isFine = outcome.kind === 'done';
    const tries = isFine ? FRESH : failed(before, now, outcome.kind === 'later' ? outcome.retryAfter : null);
    await writeMeta(client.db, TRIES, tries);
    const left = (await waiting(client.db)).count;
    if (!isFine) this.#later(delay(tries, now, this.#ports.random()));
    else if (left > 0)
      this.#later(delay(failed(tries, now, null), now, this.#ports.random()) + AFTER_SAVE_MS);
    else this.#look();
    return outcome;
  }

  #look(): void {
    const watched = this.#ports.watched();
    if (watched !== 'no') this.#later(LOOK_AGAIN_MS[watched]);
  }

  #later(ms: number): void {
    this.#cancel();
    // One timer; a longer wait than a timer can hold is looked at again when it fires.
    this.#cancel = this.#ports.startTimer(() => void this.kick('timer'), Math.min(ms, 2 ** 31 - 1));
  }
}
