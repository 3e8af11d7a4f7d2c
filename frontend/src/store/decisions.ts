import { decisionLog } from '../domain/client-logs';
import { effect } from '../signals';
import { clientDb } from './db';
import { laid } from './dose';
import { doseRules } from './dose-rules';
import { deviceZone, logs, newLogId, profile, saveLogs, view } from './index';
import { allLogs } from './logs';

const TURN = 'pith-decisions';
let telling = false;

/** Tells what this phone takes from the dose by itself, each once; call once. Without a network it waits like any log. */
export function startDecisions(): void {
  effect(() => {
    // Reading it is what brings the next look: with each log, each view and each day.
    if (missing().length === 0 || telling) return;
    telling = true;
    // What found no room is tried again with the next look.
    const over = () => {
      telling = false;
    };
    inTurn(tellAll).then(over, over);
  });
}

/** One after the other, also between tabs: the second one finds the logs of the first. */
async function tellAll(): Promise<void> {
  const who = profile.value;
  if (!who) return;
  const there = await allLogs(await clientDb(who));
  const now = Date.now();
  const told = missing(there).map((made) => decisionLog(made, newLogId(), now, deviceZone()));
  if (told.length > 0) await saveLogs(told);
}

function missing(told = logs.value) {
  const known = view.value;
  if (!laid.value || !doseRules.value || !known) return [];
  const here = new Set(told.map(({ id }) => id));
  // A phone that has not got its history yet would find days left out that were not.
  if (!known.log_window.ids.every((id) => here.has(id))) return [];
  const theirs = [...(known.dose?.carried ?? []), ...(known.dose?.decisions ?? [])];
  return doseRules.value.unlogged(laid.value, told, theirs);
}

async function inTurn(job: () => Promise<void>): Promise<void> {
  await ('locks' in navigator && navigator.locks ? navigator.locks.request(TURN, job) : job());
}
