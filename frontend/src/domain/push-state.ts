// What a browser's pushes come to: one word for a screen, out of what the browser says and the person wants.

/**
 * `install-first`: on an iPhone only an app on the home screen is sent anything. `ask`: never asked for. `broken`: she
 * wants reminders here and allows them, but this browser holds no living subscription.
 */
export type PushState =
  | 'unknown'
  | 'unsupported'
  | 'install-first'
  | 'ask'
  | 'denied'
  | 'off'
  | 'on'
  | 'broken';

/** What came of turning them on. */
export type TurnedOn = 'on' | 'denied' | 'dismissed' | 'timeout' | 'offline' | 'refused';

export interface Facts {
  /** The browser has what pushes need. */
  able: boolean;
  /** An iPhone or iPad that shows this in a browser's tab. */
  appleTab: boolean;
  permission: 'default' | 'granted' | 'denied';
  /** What she said on this browser; null when nothing is kept. */
  wanted: boolean | null;
  subscribed: boolean;
  /** Times are on that nothing else would tell her of. */
  expected: boolean;
}

export function stateOf({ able, appleTab, permission, wanted, subscribed, expected }: Facts): PushState {
  if (!able) return appleTab ? 'install-first' : 'unsupported';
  if (permission === 'denied') return 'denied';
  if (permission === 'default') return 'ask';
  // A browser that cleared its storage has lost her wish too: what is allowed and waited for was asked for all the same.
  if (!(wanted ?? (subscribed || expected))) return 'off';
  return subscribed ? 'on' : 'broken';
}

/** An iPad calls itself a Mac, and only it can be touched. */
export function isAppleTab(agent: string, touchPoints: number, standalone: boolean): boolean {
  return (/iPhone|iPad/.test(agent) || (/Macintosh/.test(agent) && touchPoints > 1)) && !standalone;
}

/** The server's key as a browser takes it. */
export function keyBytes(told: string): Uint8Array<ArrayBuffer> {
  const plain = atob(told.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

/** Whether a subscription was made for this key of the server. An engine that does not say is believed. */
export function madeFor(told: string, held: ArrayBuffer | null | undefined): boolean {
  if (!held) return true;
  const wanted = keyBytes(told);
  const bytes = new Uint8Array(held);
  return wanted.length === bytes.length && wanted.every((byte, place) => byte === bytes[place]);
}

const WHY: Record<string, TurnedOn> = {
  TimeoutError: 'timeout',
  Unreachable: 'offline',
  NotAllowedError: 'denied',
};

/** What to say of an error on the way to a subscription. */
export function whyNotOn(name: string): TurnedOn {
  return WHY[name] ?? 'refused';
}

/** What became of a push, as the server tells. */
export interface Fate {
  status: string;
  reason: string | null;
  shown_at: string | null;
}

export interface TestOutcome {
  kind: 'shown' | 'accepted' | 'failed' | 'offline' | 'too-many';
  reason?: string;
}

export const TEST_ENDS_MS = 30_000;
/** So long a push that was taken may need to the screen; some browsers never tell. */
const SHOWS_WITHIN_MS = 10_000;

/** What a test has shown after `passedMs`, of which it is `takenMs` that a push service has it; null: ask again. */
export function testOutcome(fate: Fate, passedMs: number, takenMs: number): TestOutcome | null {
  if (fate.shown_at !== null) return { kind: 'shown' };
  const { status } = fate;
  if (status === 'failed' || status === 'skipped') return { kind: 'failed', reason: fate.reason ?? status };
  const taken = status === 'done';
  if (passedMs < TEST_ENDS_MS && !(taken && takenMs >= SHOWS_WITHIN_MS)) return null;
  // Nobody sent it: the server's worker does not run, or the push service cannot be reached.
  return taken ? { kind: 'accepted' } : { kind: 'failed', reason: 'not_sent' };
}
