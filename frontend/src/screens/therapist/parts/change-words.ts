/** A change between two versions as a sentence: "Neck at the wall, left side: 2 breaths longer". */
import { type Change, doseSteps, type Step } from '../../../domain/desk/diff';
import { desk } from '../../../text/desk';
import { daysWords } from './dose-words';

const words = () => desk.client.change;

/** `name` says a technique's name by its id; ids of old content may be unknown to it. */
export function changeWords(change: Change, name: (id: string) => string): string {
  const who = name(change.technique_id ?? '');
  const { from: before, to: after } = change;
  switch (change.code) {
    case 'added':
      return words().added(who, desk.level((after as { level: number }).level));
    case 'removed':
      return words().removed(who);
    case 'level':
      return words().level(who, before as number, after as number);
    case 'side':
      return words().side(who, desk.side(after as string));
    case 'dose':
      return doseChange(change, who);
    case 'item_days':
      return after === null ? words().ownDaysGone(who) : words().days(who, daysWords(after as number[]));
    case 'note':
      return words().note(who, (after as string | null) ?? '');
    case 'order':
      return words().order;
    case 'days':
      return words().frameDays(daysWords(after as number[]));
    case 'starts_on':
      return words().startsOn(after as string);
  }
}

function doseChange(change: Change, who: string): string {
  const where = words().sideOf[change.side ?? 'both'] ?? '';
  const place = [who, where].filter(Boolean).join(', ');
  if (change.from === null) return words().sideCame(place);
  if (change.to === null) return words().sideGone(place);
  return `${place}: ${doseSteps(change).map(stepWords).join(', ')}`;
}

function stepWords(step: Step): string {
  if (step.field === 'spots') {
    const spots = desk.client.program.spots(Math.abs(step.by));
    return step.by > 0 ? words().more(spots) : words().less(spots);
  }
  const { field, by_s, breaths } = step;
  if (field !== 'hold_s') {
    const size = desk.minutesSeconds(Math.abs(by_s));
    const what = desk.builder.dose.field[field];
    return by_s > 0 ? words().more(size, what) : words().less(size, what);
  }
  const size =
    breaths === null ? desk.minutesSeconds(Math.abs(by_s)) : desk.client.program.breaths(Math.abs(breaths));
  return by_s > 0 ? words().longer(size) : words().shorter(size);
}
