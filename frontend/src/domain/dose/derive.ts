/** What everything told so far makes of the dose: decisions, what lies over the program, and today's case. */
import { courseOf } from './fold';
import type { DoseDecision, DoseHistory } from './history';
import type { Overlay } from './overlay';
import { type DoseToday, todayOf } from './today';
import { isGentle } from './visits';

export interface Derived {
  /** All that were made since this dose holds, by time; undone ones too. */
  decisions: DoseDecision[];
  overlay: Overlay;
  today: DoseToday;
}

export function derive(history: DoseHistory): Derived {
  const course = courseOf(history);
  return {
    decisions: course.decisions,
    overlay: course.layers.overlay(history.red.length > 0, isGentle(history)),
    today: todayOf(history, course),
  };
}
