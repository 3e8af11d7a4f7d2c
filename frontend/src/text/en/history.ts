/** The words of the month and of each practice. */
import { plural } from '../plural';

export const history = {
  title: (days: number, minutes: number) =>
    `${plural(days, 'day', 'days')}, ${plural(minutes, 'minute', 'minutes')}`,
  empty: 'Nothing yet',
  emptyText: 'Your first practice will show up here as a slice of orange.',
  month: 'Month',
  weekdays: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
  day: (day: string, minutes: number) => `${day}: ${plural(minutes, 'minute', 'minutes')}`,
  quiet: (day: string) => `${day}: a quiet day`,
  sessions: 'Each practice',
  minutes: (minutes: number) => plural(minutes, 'minute', 'minutes'),
  partial: 'part of it',
  pain: 'Pain',
  painChange: (before: string, after: string) => `${before} → ${after}`,
  painHeard: (before: string, after: string) => `Pain before ${before}, after ${after}`,
  painNone: 'not noted',
  painTitle: 'Pain, before and after',
  painSummary: (before: string, after: string) =>
    `This month about ${before} before and about ${after} after.`,
  painChart: 'Pain before and after each practice of this month',
  legendBefore: 'before',
  legendAfter: 'after',
  takeBack: 'Take back',
  takeBackOf: (when: string) => `Take back the practice of ${when}`,
  confirmTitle: 'Take this practice back?',
  confirm: 'It will no longer count, here and for your therapist. She can still see that there was an entry.',
  confirmYes: 'Take it back',
  confirmNo: 'Keep it',
  voided: 'taken back',
  voidSaved: 'Taken back.',
  unsentMark: 'not sent yet',
};
