import type { Kind, Position } from '../format';

/** What the content says about one level of a technique: tests/contract/techniques.json. */
export interface LevelRecord {
  pos: readonly string[];
  tools: readonly string[];
  props: readonly string[];
  style: string;
  load: string;
  side: string;
  near: readonly string[];
  steps: readonly string[];
}

export interface TechniqueRecord {
  id: string;
  name: string;
  family: string;
  regions: readonly string[];
  levels: readonly LevelRecord[];
}

/** What a check is told: the record's regions and one of its levels. */
export interface Told extends LevelRecord {
  regions: readonly string[];
}

export const PHASES = [0, 0.25, 0.5, 0.75, 1] as const;
/** Joins what was found at each phase: a fault names the phases it was found at. */
export function overPhases(find: (phase: number) => readonly string[]): string[] {
  const seen = new Map<string, number[]>();
  for (const phase of PHASES) {
    for (const fault of new Set(find(phase))) seen.set(fault, [...(seen.get(fault) ?? []), phase]);
  }
  return [...seen].map(([fault, at]) =>
    at.length === PHASES.length ? fault : `${fault} (at ${at.join(', ')})`,
  );
}

const MOVING = ['slow_roll', 'active_movement'];

/** What must agree between any picture and its record. */
export function againstRecord(
  shown: { pos: Position; tools: readonly Kind[]; moves: boolean },
  told: Told,
): string[] {
  const wanted = told.tools.filter((tool) => tool !== 'none');
  const faults: string[] = [];
  if (!told.pos.includes(shown.pos)) faults.push(`is ${shown.pos}, the record says ${told.pos.join(' or ')}`);
  const extra = shown.tools.filter((kind) => !wanted.includes(kind) && kind !== 'hands');
  const missing = wanted.filter((kind) => !shown.tools.some((one) => one === kind));
  if (extra.length + missing.length > 0) faults.push(`shows [${shown.tools}], the record says [${wanted}]`);
  if (MOVING.includes(told.style) && !shown.moves) faults.push(`${told.style}, but nothing moves`);
  return faults;
}
