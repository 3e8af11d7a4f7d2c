/** What deserves a second look in a draft: the server's soft limits (domain/program_compose), told while writing. */
import { weekLength } from '../length';
import type { Catalogue, Technique } from './catalogue';
import { levelOf } from './catalogue';
import { ALL_DAYS, type Draft, type DraftItem, ITEMS_WITHOUT_REASON, MANY_ITEMS } from './draft';

const CEILING_S = 600;
const A_REGION = 2;
const TOOL_CHANGES = 3;
const NO_TOOL = ['none', 'hands'];

interface Known extends DraftItem {
  technique: Technique;
}

/** Codes in the server's order. */
export function warningsOf(draft: Draft, catalogue: Catalogue): string[] {
  const items = draft.items.flatMap((item) => {
    const technique = catalogue.techniques.find((entry) => entry.id === item.technique_id);
    return technique ? [{ ...item, technique }] : [];
  });
  const days = ALL_DAYS.map((day) => items.filter((item) => (item.days ?? draft.days).includes(day)));
  const found: [string, boolean][] = [
    ['many_items', items.length > MANY_ITEMS],
    ['over_limit', items.length > ITEMS_WITHOUT_REASON],
    ['long_day', weekLength(draft).heaviest.dose_s > CEILING_S],
    ['many_of_region', days.some((day) => mostOfRegion(day) > A_REGION)],
    ['many_tool_changes', days.some((day) => toolChanges(day) > TOOL_CHANGES)],
    ['side_open', items.some(sideOpen)],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}

function mostOfRegion(items: readonly Known[]): number {
  const techniques = new Map(items.map((item) => [item.technique_id, item.technique]));
  const counts = new Map<string, number>();
  for (const technique of techniques.values()) {
    for (const region of technique.regions) counts.set(region, (counts.get(region) ?? 0) + 1);
  }
  counts.delete('whole_body');
  return Math.max(0, ...counts.values());
}

function toolChanges(items: readonly Known[]): number {
  const used = items
    .map((item) => levelOf(item.technique, item.level).tools.filter((tool) => !NO_TOOL.includes(tool)))
    .filter((tools) => tools.length > 0)
    .map((tools) => [...tools].sort().join());
  return used.filter((tools, at) => at > 0 && tools !== used[at - 1]).length;
}

function sideOpen(item: Known): boolean {
  return levelOf(item.technique, item.level).side === 'one_side' && item.dose.both !== undefined;
}
