/** A dose in words: "2 spots · hold 4 breaths · 20 s rolling". */
import { BREATH_S } from '../../../domain/breath';
import type { Dose, SideDose } from '../../../domain/program';
import { desk } from '../../../text/desk';

const words = () => desk.client.program;

export function holdWords(hold_s: number): string {
  return hold_s % BREATH_S === 0 ? words().breaths(hold_s / BREATH_S) : desk.minutesSeconds(hold_s);
}

export function sideDoseWords(dose: SideDose): string {
  const parts: string[] = [];
  if (dose.spots > 1) parts.push(words().spots(dose.spots));
  if (dose.spots > 0) parts.push(words().hold(holdWords(dose.hold_s)));
  if (dose.roll_s > 0) parts.push(words().rolling(desk.minutesSeconds(dose.roll_s)));
  if (dose.move_s > 0) parts.push(words().moving(desk.minutesSeconds(dose.move_s)));
  return parts.join(' · ');
}

/** One line where the sides are alike, else one a side. */
export function doseWords(dose: Dose): string[] {
  const { left, right, both } = dose;
  if (left && right && JSON.stringify(left) === JSON.stringify(right)) {
    return [`${sideDoseWords(left)} · ${desk.builder.dose.each}`];
  }
  const lines: string[] = [];
  if (both) lines.push(sideDoseWords(both));
  if (left) lines.push(`${desk.side('left')}: ${sideDoseWords(left)}`);
  if (right) lines.push(`${desk.side('right')}: ${sideDoseWords(right)}`);
  return lines;
}

/** "every day", "Mo We Fr". */
export function daysWords(days: readonly number[]): string {
  if (days.length === 7) return words().everyDay;
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => desk.weekdays[day] ?? '')
    .join(' ');
}
