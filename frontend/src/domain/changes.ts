import type { SkipReason } from './logs';
import { type Moment, marked, setAside, unmarked } from './marks';
import { type Phase, phasesOf } from './phases';
import { type PlannedItem, type Way, wayOf, withDose } from './planned';
import type { Dose, Side, SideDose, Swap } from './program';
import { fitted } from './swap';
import { currentItem, currentPhase, jumped, secondsDone, unplayed, type Walk } from './walk';

/** Less than one breath is not worth a new set-up. */
const LEAST_S = 8;
/** The dose engine's step back at the lowest level (D05): a quarter less. */
const LIGHTER = 0.75;

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

/** How the spot of a hold is, at one of its moments. */
export function markHold(walk: Walk, id: string, moment: Moment, score: number): Walk {
  return { ...walk, marks: marked(walk.marks ?? {}, id, moment, score) };
}

/** A slip of the finger. */
export function unmarkHold(walk: Walk, id: string, moment: Moment): Walk {
  return { ...walk, marks: unmarked(walk.marks ?? {}, id, moment) };
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

/** Just too much: the rest of the item goes on by a softer swap, within the time that was assigned. */
export function soften(walk: Walk, swap: Swap): Walk {
  return goneOn(walk, wayOf(swap), (own, left, item) =>
    fitted(swap.level === item.level ? own : swap.dose, left),
  );
}

/** Just too much and no softer way known: the same with less weight, for a quarter less of what is left. */
export function lighten(walk: Walk): Walk {
  return goneOn(walk, {}, (own, left) => fitted(own, Math.max(LEAST_S, left * LIGHTER)));
}

type RestOfSide = (own: SideDose, leftS: number, item: PlannedItem) => SideDose;

/** The current item from its current side on: set up again, done another way, with another dose. */
function goneOn(walk: Walk, way: Partial<Way>, restOf: RestOfSide): Walk {
  const phase = currentPhase(walk);
  const item = currentItem(walk);
  if (!phase || !item) return walk;
  const rest = item.sides.slice(item.sides.findIndex(({ side }) => side === phase.side));
  const dose: Dose = {};
  for (const { side, planned_s } of rest) {
    const left = planned_s - secondsDone(walk, item.key, side);
    const own = item.dose[side];
    if (own && left >= LEAST_S) dose[side] = restOf(own, left, item);
  }
  const changed = withDose({ ...item, ...way }, dose);
  const cut = without(
    walk,
    (other) => other.itemKey === item.key && rest.some(({ side }) => side === other.side),
  );
  const sides = item.sides.map((planned) => {
    const now = changed.sides.find(({ side }) => side === planned.side);
    return now ? { ...now, planned_s: secondsDone(walk, item.key, now.side) + now.planned_s } : planned;
  });
  return {
    ...cut,
    marks: setAside(walk.marks ?? {}, item.key),
    items: cut.items.map((other) => (other.key === item.key ? { ...changed, sides } : other)),
    phases: cut.phases.toSpliced(cut.at, 0, ...unplayed(phasesOf(changed))),
  };
}

/** Takes phases out of the list; what was done in them is carried. */
function without(walk: Walk, leaves: (phase: Phase) => boolean): Walk {
  const carried_ms = { ...walk.carried_ms };
  for (const { itemKey, side, dose, done_ms } of walk.phases.filter(leaves)) {
    const name = `${itemKey}/${side}`;
    if (dose) carried_ms[name] = (carried_ms[name] ?? 0) + done_ms;
  }
  const stays = (phase: Phase) => !leaves(phase);
  const before = walk.phases.slice(0, walk.at).filter(stays).length;
  return jumped({ ...walk, phases: walk.phases.filter(stays), carried_ms }, before);
}
