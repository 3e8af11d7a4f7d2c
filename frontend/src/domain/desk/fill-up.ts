/** Starters are summed at their reference level; at level 1 they are shorter. What could fill the gap calmly? */
import type { Catalogue, Technique } from './catalogue';
import { levelOf } from './catalogue';
import type { Draft, DraftItem } from './draft';
import { addTechnique, itemSeconds, longestDay, newItem } from './draft';

/** Below this many seconds a gap is not worth another technique. */
export const GAP_WORTH_FILLING_S = 40;

function isRestful(technique: Technique): boolean {
  const { style, load } = levelOf(technique, 1);
  return load === 'none' && (style === 'breath' || style === 'position_of_ease') && technique.side === 'both';
}

/**
 * The rest or breath technique that brings the longest day nearest to `target_s` without passing it by more
 * than half a minute; null when the gap is small or nothing fits.
 */
export function fillUp(draft: Draft, catalogue: Catalogue, target_s: number): Technique | null {
  const gap = target_s - longestDay(draft).dose;
  if (gap < GAP_WORTH_FILLING_S) return null;
  const used = new Set(draft.items.map((item) => item.technique_id));
  const fitting = catalogue.techniques
    .filter((technique) => isRestful(technique) && !used.has(technique.id))
    .map((technique) => ({
      technique,
      off: Math.abs(gap - secondsOf(technique)),
      over: secondsOf(technique) - gap,
    }))
    .filter(({ over }) => over <= 30)
    .sort((a, b) => a.off - b.off);
  return fitting[0]?.technique ?? null;
}

function secondsOf(technique: Technique): number {
  return itemSeconds(newItem(technique, 'i1')).dose;
}

/** The draft with that technique at the end, where rest belongs. */
export function filled(draft: Draft, technique: Technique): { items: DraftItem[] } {
  return { items: addTechnique(draft.items, technique) };
}

/** What the same techniques take at the levels that their times were written for, seconds of the longest day. */
export function laterSeconds(draft: Draft, catalogue: Catalogue): number {
  const items = draft.items.flatMap((item) => {
    const technique = catalogue.techniques.find((entry) => entry.id === item.technique_id);
    return technique ? [{ ...newItem(technique, item.key, technique.ref_level), days: item.days }] : [];
  });
  return longestDay({ ...draft, items }).dose;
}
