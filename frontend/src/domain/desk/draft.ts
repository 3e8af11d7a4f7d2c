/**
 * A program while it is being written: pure moves on a draft. Seconds everywhere; a breath is 8 s.
 * The limits are the server's (DECISIONS "Content"); it checks them again when the draft is saved.
 */
import { BREATH_S } from '../breath';
import { doseSeconds, setupSeconds, weekLength } from '../length';
import type { Dose, Side, SideDose } from '../program';
import type { Catalogue, Level, Technique, TechniqueSide } from './catalogue';
import { levelOf } from './catalogue';
import type { GivenClearing, WrittenClearing } from './clearing';

export const DAY_LIMIT_S = 720;
export const MANY_ITEMS = 5;
export const ITEMS_WITHOUT_REASON = 6;
export const ALL_DAYS = [0, 1, 2, 3, 4, 5, 6];

const MAX_SPOTS = 8;

export type DoseField = keyof SideDose;
export type Unit = 'breaths' | 'seconds';

export interface DraftItem {
  key: string;
  technique_id: string;
  level: Level;
  /** Of a technique for one side only, `both` leaves the choice of the sore side to the client. */
  side: Side;
  dose: Dose;
  equal: boolean;
  unit: Unit;
  days: number[] | null;
  note: string;
  /** Clearances that are saved with this draft, and those that stand in the version it began from. */
  written: readonly WrittenClearing[];
  given: readonly GivenClearing[];
}

export interface Draft {
  base_version: number;
  items: DraftItem[];
  days: number[];
  starts_on: string;
  reason: string;
  over_limit_reason: string;
}

/** The sides that the person is asked to choose between; empty for a technique worked in the middle. */
export function sideChoices(side: TechniqueSide): Side[] {
  return side === 'both' ? [] : ['both', 'left', 'right'];
}

/** The dose that the catalogue gives one side at that level. */
export function catalogueDose(technique: Technique, level: Level): SideDose {
  const { spots, hold_s, roll_s, move_s } = levelOf(technique, level).dose;
  return { spots, hold_s, roll_s, move_s };
}

function spread(kind: TechniqueSide, dose: SideDose): Dose {
  return kind === 'per_side' ? { left: { ...dose }, right: { ...dose } } : { both: { ...dose } };
}

function unitOf(dose: SideDose): Unit {
  return dose.hold_s % BREATH_S === 0 ? 'breaths' : 'seconds';
}

/** A technique as it enters a program: gentle first, so at level 1 unless asked otherwise. */
export function newItem(technique: Technique, key: string, level: Level = 1): DraftItem {
  const kind = levelOf(technique, level).side;
  const dose = catalogueDose(technique, level);
  return {
    key,
    technique_id: technique.id,
    level,
    side: 'both',
    dose: spread(kind, dose),
    equal: true,
    unit: unitOf(dose),
    days: null,
    note: '',
    written: [],
    given: [],
  };
}

/** A key that no item of the draft has. */
export function freshKey(items: readonly DraftItem[]): string {
  const used = items.map((item) => Number(item.key.replace(/\D/g, '')) || 0);
  return `i${Math.max(0, ...used) + 1}`;
}

export function addTechnique(items: readonly DraftItem[], technique: Technique): DraftItem[] {
  return [...items, newItem(technique, freshKey(items))];
}

/** The starter's techniques in their order, each at level 1. */
export function fromStarter(catalogue: Catalogue, ids: readonly string[]): DraftItem[] {
  return ids.reduce<DraftItem[]>((items, id) => {
    const technique = catalogue.techniques.find((entry) => entry.id === id);
    return technique ? addTechnique(items, technique) : items;
  }, []);
}

/** Moves the item at `index` by `step` places; unchanged at the ends. */
export function move(items: readonly DraftItem[], index: number, step: -1 | 1): DraftItem[] {
  const other = items[index + step];
  const one = items[index];
  if (!one || !other) return [...items];
  return items.map((item, at) => (at === index ? other : at === index + step ? one : item));
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The most that a field may hold for this technique at this level. */
export function most(technique: Technique, level: Level, field: DoseField): number {
  if (field === 'spots') return MAX_SPOTS;
  return field === 'hold_s' ? levelOf(technique, level).hold_limit_s : technique.roll_limit_s;
}

/** One press of a stepper: a breath, a spot, or 10 seconds. */
export function stepOf(field: DoseField, unit: Unit): number {
  if (field === 'spots') return 1;
  if (field === 'hold_s') return unit === 'breaths' ? BREATH_S : 5;
  return 10;
}

function least(field: DoseField, unit: Unit): number {
  if (field === 'spots') return 1;
  return field === 'hold_s' ? stepOf(field, unit) : 0;
}

/** The field after one press up (1) or down (-1), landing on whole steps and staying within the limits. */
export function stepped(
  value: number,
  direction: -1 | 1,
  field: DoseField,
  unit: Unit,
  technique: Technique,
  level: Level,
): number {
  const size = stepOf(field, unit);
  const top = Math.floor(most(technique, level, field) / size) * size;
  const whole = direction > 0 ? Math.floor(value / size) : Math.ceil(value / size);
  return clamp((whole + direction) * size, least(field, unit), top);
}

/** Sets a field on one side, or on both while they are linked. */
export function setDose(item: DraftItem, side: Side, field: DoseField, value: number): DraftItem {
  const dose: Dose = {};
  for (const name of ['left', 'right', 'both'] as const) {
    const old = item.dose[name];
    if (old) dose[name] = item.equal || name === side ? { ...old, [field]: value } : old;
  }
  return { ...item, dose };
}

/** Links both sides (the left one's dose counts for both) or lets them differ. */
export function setEqual(item: DraftItem, equal: boolean): DraftItem {
  const { left, right } = item.dose;
  if (!equal || !left || !right) return { ...item, equal };
  return { ...item, equal, dose: { left, right: { ...left } } };
}

/** Takes the dose along to the side that is chosen now. */
export function setSide(item: DraftItem, kind: TechniqueSide, side: Side): DraftItem {
  const one = item.dose.left ?? item.dose.both ?? item.dose.right;
  const other = item.dose.right ?? one;
  if (!one || !other) return item;
  if (side === 'left') return { ...item, side, equal: true, dose: { left: one } };
  if (side === 'right') return { ...item, side, equal: true, dose: { right: other } };
  if (kind === 'per_side') return { ...item, side, dose: { left: one, right: { ...other } } };
  return { ...item, side, equal: true, dose: { both: one } };
}

/** Changes the level; what she had added or taken away from the old level's dose stays added or taken away. */
export function setLevel(item: DraftItem, technique: Technique, level: Level): DraftItem {
  const before = catalogueDose(technique, item.level);
  const after = catalogueDose(technique, level);
  const kind = levelOf(technique, level).side;
  const shift = (dose: SideDose): SideDose => ({
    spots: clamp(after.spots + dose.spots - before.spots, after.spots > 0 ? 1 : 0, MAX_SPOTS),
    hold_s: clamp(after.hold_s + dose.hold_s - before.hold_s, 0, most(technique, level, 'hold_s')),
    roll_s: clamp(after.roll_s + dose.roll_s - before.roll_s, 0, most(technique, level, 'roll_s')),
    move_s: clamp(after.move_s + dose.move_s - before.move_s, 0, most(technique, level, 'move_s')),
  });
  const sameKind = levelOf(technique, item.level).side === kind;
  if (!sameKind) {
    const { days, note, written, given } = item;
    return { ...newItem(technique, item.key, level), days, note, written, given };
  }
  const dose: Dose = {};
  for (const name of ['left', 'right', 'both'] as const) {
    const old = item.dose[name];
    if (old) dose[name] = shift(old);
  }
  return { ...item, level, dose };
}

/** Seconds of dose, and with changes of place, of one item: the player's own sums. */
export function itemSeconds(item: Pick<DraftItem, 'dose'>): { dose: number; withSetup: number } {
  const dose = doseSeconds(item.dose);
  return { dose, withSetup: dose + setupSeconds(item.dose) };
}

/** The heaviest day of the week, the one that the limits speak about; `same` when every practice day is like it. */
export function longestDay(draft: Draft): { dose: number; withSetup: number; same: boolean } {
  const { week, heaviest } = weekLength(draft);
  const days = week.filter((day) => day.dose_s > 0);
  return {
    dose: heaviest.dose_s,
    withSetup: heaviest.with_setup_s,
    same: days.every((day) => day.dose_s === heaviest.dose_s),
  };
}
