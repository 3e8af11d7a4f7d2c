import { endPush } from '../push/ending';
import { watchPushes } from '../push/open';
import { deviceZone, onSaved, refresh, wipe } from '../store';
import { announce } from '../store/channel';
import { clientDb } from '../store/db';
import { uuidv7 } from '../store/ids';
import { readProfile } from '../store/profile';
import { safety } from '../store/screening';
import * as state from '../store/state';
import { exclusively } from './lock';
import type { Outcome } from './outcome';
import { followPhotos } from './photos';
import { type Reason, Runner } from './runner';
import { listenForReasons } from './triggers';

const CONTACT = {
  done: 'reached',
  signed_out: 'signed_out',
  app_too_old: 'app_too_old',
} as const;

const runner = new Runner({
  client: async () => {
    const profile = await readProfile();
    return profile ? { profile, db: await clientDb(profile) } : null;
  },
  fetch: (input, init) => fetch(input, init),
  now: () => Date.now(),
  random: () => Math.random(),
  newId: uuidv7,
  zone: deviceZone,
  watched,
  exclusively,
  startTimer: (run, ms) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  onRunning: (running) => {
    state.syncing.value = running;
  },
  onOutcome: finished,
});

/** In the room she waits for a program, or for her therapist's word that opens it: a minute would be long then. */
function watched(): 'no' | 'yes' | 'waiting' {
  if (document.visibilityState !== 'visible') return 'no';
  const open = state.view.value?.program && safety.value?.asking.open;
  return open ? 'yes' : 'waiting';
}

/** Tries whenever there is a reason to, from now on; the first try is made at once. */
export function keepRunning(): void {
  onSaved(() => kick('save'));
  listenForReasons(kick);
  followPhotos();
  watchPushes();
  kick('tap');
}

/** Tries at once; resolves when the run is over. */
export function runNow(): Promise<void> {
  return runner.kick('tap');
}

function kick(reason: Reason): void {
  // A run fails for the network without throwing; what arrives here is the phone's own storage, and must be seen.
  runner.kick(reason).catch((error: unknown) => reportError(error));
}

async function finished(outcome: Outcome): Promise<void> {
  if (outcome.kind === 'revoked') {
    await endPush();
    await wipe();
    state.contact.value = 'revoked';
    return;
  }
  state.contact.value =
    outcome.kind === 'later' ? (outcome.reached ? 'troubled' : 'unreachable') : CONTACT[outcome.kind];
  await refresh();
  announce('changed');
}
