/** Whether her therapist is away on a day, and who stands in: the view says the days, the phone knows the date. */
import type { AwayOnWire } from './types';

export function awayOn(away: AwayOnWire | null | undefined, date: string): AwayOnWire | null {
  return away && away.from <= date && date <= away.until ? away : null;
}
