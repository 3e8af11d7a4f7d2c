import type { DoseKept } from '../../../api/desk-dose';
import type { Version } from '../../../domain/program';
import { desk } from '../../../text/desk';
import { techniqueName } from './names';

const words = () => desk.dose;

/** What a decision is about. */
export function targetWords({ target }: Pick<DoseKept, 'target'>, program: Version | null): string {
  return target === '' ? words().whole : techniqueName(target, program);
}

/** What it changed: "level 2 → 1, 2:00 → 1:30 a day". */
export function changeWords({ rule, before, after }: Pick<DoseKept, 'rule' | 'before' | 'after'>): string {
  if (after.paused && !before.paused) return words().rests;
  const said = before.paused ? [words().goesOn] : [];
  if (before.level !== null && after.level !== null && before.level !== after.level) {
    said.push(words().level(before.level, after.level));
  }
  if (before.s !== after.s) {
    said.push(words().time(desk.minutesSeconds(before.s), desk.minutesSeconds(after.s)));
  }
  return said.join(', ') || (words().effect[rule] ?? '');
}
