import type { SkipReason } from './logs';
import type { Phase } from './phases';
import type { PlannedItem } from './planned';
import type { Side } from './program';
import { currentItem, currentPhase, jumped, type Walk } from './walk';

/** Leaves the rest of the current item out; Back can still return to it. */
export function skipItem(walk: Walk, reason: SkipReason | null): Walk {
  const key = currentPhase(walk)?.itemKey;
  if (key === undefined) return walk;
  const rest = walk.phases.findIndex((phase, at) => at > walk.at && phase.itemKey !== key);
  const skipped = { ...walk.skipped, [key]: reason };
  return jumped({ ...walk, skipped }, rest < 0 ? walk.phases.length : rest);
}

/** The reason for something left out, said afterwards or not at all. */
export function giveReason(walk: Walk, key: string, reason: SkipReason): Walk {
  return key in walk.skipped ? { ...walk, skipped: { ...walk.skipped, [key]: reason } } : walk;
}

/** Pain that stops: every item of that technique leaves this session for good. */
export function stopTechnique(walk: Walk): Walk {
  const phase = currentPhase(walk);
  const item = currentItem(walk);
  if (!phase || !item) return walk;
  const keys = walk.items.filter((other) => other.technique_id === item.technique_id).map((it) => it.key);
  const sides = keys.map((key): [string, Side | null] => [key, key === item.key ? phase.side : null]);
  const stopped = { ...walk.stopped, ...Object.fromEntries(sides) };
  return without({ ...walk, stopped }, (other) => keys.includes(other.itemKey));
}

/** What may not be done any more leaves the session; what was done of it stays told. */
export function leaveOut(walk: Walk, may: (item: PlannedItem) => boolean): Walk {
  const left = walk.items.filter(({ key }) => walk.phases.some(({ itemKey }) => itemKey === key));
  const keys = left.filter((item) => !may(item)).map(({ key }) => key);
  const skipped = { ...walk.skipped, ...Object.fromEntries(keys.map((key) => [key, null])) };
  return keys.length === 0 ? walk : without({ ...walk, skipped }, ({ itemKey }) => keys.includes(itemKey));
}

/** Takes phases out of the list; what was done in them is carried. */
export function without(walk: Walk, leaves: (phase: Phase) => boolean): Walk {
  const carried_ms = { ...walk.carried_ms };
  for (const { itemKey, side, dose, done_ms } of walk.phases.filter(leaves)) {
    const name = `${itemKey}/${side}`;
    if (dose) carried_ms[name] = (carried_ms[name] ?? 0) + done_ms;
  }
  const stays = (phase: Phase) => !leaves(phase);
  const before = walk.phases.slice(0, walk.at).filter(stays).length;
  return jumped({ ...walk, phases: walk.phases.filter(stays), carried_ms }, before);
}
