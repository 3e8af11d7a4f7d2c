/** A starter for one client: what is not open to her is left out, and a safe other technique stands in where there is one. */
import type { Catalogue, Starter, Technique } from './catalogue';
import type { DraftItem } from './draft';
import { addFitting } from './limits';
import { type Alternative, entryOf, rowFor, type Verdicts } from './verdicts';

export interface Left {
  out: Technique;
  instead: { technique: Technique; why: Alternative['why'] } | null;
}

export interface AdjustedStarter {
  items: DraftItem[];
  left: Left[];
}

export function adjusted(verdicts: Verdicts, catalogue: Catalogue, starter: Starter): AdjustedStarter {
  const named = new Set(starter.items.map((item) => item.technique_id));
  const left: Left[] = [];
  let items: DraftItem[] = [];
  for (const { technique_id } of starter.items) {
    const technique = catalogue.techniques.find((entry) => entry.id === technique_id);
    if (!technique) continue;
    if (entryOf(verdicts, technique)) {
      items = addFitting(verdicts, items, technique);
      continue;
    }
    const taken = new Set([...named, ...items.map((item) => item.technique_id)]);
    const instead = alternativesTo(verdicts, catalogue, technique, 1, taken)[0] ?? null;
    left.push({ out: technique, instead });
    if (instead) items = addFitting(verdicts, items, instead.technique);
  }
  return { items, left };
}

/** What may stand in for a technique at that level: safe, open to her, and not there yet. */
export function alternativesTo(
  verdicts: Verdicts,
  catalogue: Catalogue,
  technique: Technique,
  level: number,
  taken: ReadonlySet<string>,
): NonNullable<Left['instead']>[] {
  const row = rowFor(verdicts, technique.id, level, 'both');
  return (row?.alternatives ?? []).flatMap(({ technique_id, why }) => {
    const other = catalogue.techniques.find((entry) => entry.id === technique_id);
    return other && !taken.has(technique_id) && entryOf(verdicts, other) ? [{ technique: other, why }] : [];
  });
}
