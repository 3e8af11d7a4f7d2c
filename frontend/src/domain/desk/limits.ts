/** The client's limits on a draft: levels that are not open step down, holds that are too long are cut. */
import type { Dose, Side } from '../program';
import type { Catalogue, LevelData, Technique } from './catalogue';
import { levelOf } from './catalogue';
import { type Draft, type DraftItem, freshKey, newItem, setLevel, setSide } from './draft';
import { entryOf, openLevels, rowFor, type Verdicts } from './verdicts';

/** The technique as this client may do it on that side: no hold of it is longer than her limit. */
export function within(verdicts: Verdicts, technique: Technique, side: Side): Technique {
  const at = (level: 1 | 2 | 3): LevelData => {
    const most = rowFor(verdicts, technique.id, level, side)?.limits.max_hold_s;
    return most === undefined ? levelOf(technique, level) : shortened(levelOf(technique, level), most);
  };
  return { ...technique, levels: { '1': at(1), '2': at(2), '3': at(3) } };
}

/** The whole catalogue within her limits: no technique is meant to go beyond the levels that are open to her. */
export function personal(verdicts: Verdicts, catalogue: Catalogue): Catalogue {
  const techniques = catalogue.techniques.map((technique) => {
    const open = openLevels(verdicts, technique, 'both').filter((level) => level <= technique.ref_level);
    return { ...within(verdicts, technique, 'both'), ref_level: open.at(-1) ?? technique.ref_level };
  });
  return { ...catalogue, techniques };
}

/** What may be added with nobody's agreement. */
export function unasked(verdicts: Verdicts, catalogue: Catalogue): Catalogue {
  const techniques = catalogue.techniques.filter((technique) => {
    const entry = entryOf(verdicts, technique);
    return entry?.level === 1 && entry.side === 'both' && entry.row?.verdict !== 'override';
  });
  return { ...catalogue, techniques };
}

/** The item within her limits. The same item where it already is, or where no level of it is open. */
export function fitted(verdicts: Verdicts, item: DraftItem, technique: Technique): DraftItem {
  const open = openLevels(verdicts, technique, item.side);
  const level = open.filter((one) => one <= item.level).at(-1) ?? open[0];
  if (level === undefined) return item;
  const softer = within(verdicts, technique, item.side);
  const at = level === item.level ? item : setLevel(item, softer, level);
  return cut(at, levelOf(softer, level).hold_limit_s);
}

/** The draft within her limits: what is shown, what is summed and what is saved. */
export function fittedDraft(verdicts: Verdicts, draft: Draft, catalogue: Catalogue): Draft {
  const items = draft.items.map((item) => {
    const technique = catalogue.techniques.find((entry) => entry.id === item.technique_id);
    return technique ? fitted(verdicts, item, technique) : item;
  });
  return { ...draft, items };
}

/** The technique at the end of the list, as it may enter; the list as it is where the technique may not. */
export function addFitting(
  verdicts: Verdicts,
  items: readonly DraftItem[],
  technique: Technique,
): DraftItem[] {
  const added = enter(verdicts, technique, freshKey(items));
  return added ? [...items, added] : [...items];
}

/** Another technique in the place of the one at `index`, on the same days. */
export function replaceAt(
  verdicts: Verdicts,
  items: readonly DraftItem[],
  index: number,
  technique: Technique,
): DraftItem[] {
  const added = enter(verdicts, technique, freshKey(items));
  return items.map((item, at) => (at === index && added ? { ...added, days: item.days } : item));
}

function enter(verdicts: Verdicts, technique: Technique, key: string): DraftItem | null {
  const entry = entryOf(verdicts, technique);
  if (!entry) return null;
  const softer = within(verdicts, technique, entry.side);
  const item = newItem(softer, key, entry.level);
  return setSide(item, levelOf(softer, entry.level).side, entry.side);
}

function shortened(level: LevelData, most: number): LevelData {
  const hold_s = Math.min(level.dose.hold_s, most);
  const { breaths: _counted, ...dose } = { ...level.dose, hold_s };
  const total_s = dose.sides * (dose.spots * hold_s + dose.roll_s + dose.move_s);
  return { ...level, dose: { ...dose, total_s }, hold_limit_s: Math.min(level.hold_limit_s, most) };
}

function cut(item: DraftItem, most: number): DraftItem {
  if (Object.values(item.dose).every((side) => side.hold_s <= most)) return item;
  const dose: Dose = {};
  for (const name of ['left', 'right', 'both'] as const) {
    const old = item.dose[name];
    if (old) dose[name] = { ...old, hold_s: Math.min(old.hold_s, most) };
  }
  return { ...item, dose };
}
