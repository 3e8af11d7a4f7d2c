/** Words of measures and consistency at the desk. */
import type { Reach, Way } from '../../domain/measures';

const number = (value: number): string => String(value).replace('-', '−');
const signed = (value: number): string => (value > 0 ? `+${value}` : number(value));

const REACH: Record<Reach, string> = {
  none: 'Too little to tell from chance.',
  likely: 'Likely a real change, not proof.',
  small: 'A small change.',
  medium: 'A medium change.',
  large: 'A large change.',
};
const SAID: Record<Way, string> = {
  better: 'better than at the start',
  worse: 'worse than at the start',
  same: 'as at the start',
};

export const measures = {
  title: 'Measures',
  names: {
    pain_avg: 'Average pain of 7 days',
    psfs: 'Own activities',
    groc: 'Change since the start, as told',
  },
  none: 'Not told yet.',
  one: (score: number, day: string) => `${number(score)} on ${day}. The next one shows the change.`,
  from: (start: number, startDay: string, now: number, day: string, by: number) =>
    `${number(start)} on ${startDay}, ${number(now)} on ${day}: ${signed(by)}.`,
  said: (value: number, way: Way, day: string) => `${signed(value)} on ${day}: ${SAID[way]}.`,
  reach: (reach: Reach) => REACH[reach],
  due: (weeks: number, names: readonly string[]) =>
    `Due ${weeks === 0 ? 'at the start' : `after ${weeks} weeks`}: ${names.join(', ')}. The phone asks.`,
  chart: (days: number) =>
    `Average pain and activities on ${days} ${days === 1 ? 'day' : 'days'}, from 0 to 10`,
  painSeries: 'average pain, less is better',
  goalSeries: 'activities, more is better',
  note: 'What counts as a change: pain 2 points and 30 %; activities 1.3 small, 2.3 medium, 2.7 large; the told change from 2.5 of 5.',
  table: 'As a table',
  day: 'Day',
  goals: 'Activities, 0 not at all to 10 as before',
  goal: 'Activity',
  start: 'Start',
  now: 'Now',
  by: (name: string) => `in the room, ${name}`,

  take: 'Ask here',
  takeTitle: 'Asked in the room',
  pain: 'Pain over the last 7 days, on average',
  goalEnds: ['not at all', 'as well as before'] as const,
  noGoals: 'No activities are named yet. Name them among the safety answers.',
  noGoalsGo: 'To the questions',
  change: 'Compared with the start',
  changeNone: 'Not asked',
  changeOf: (value: number) =>
    value === 0
      ? '0, no change'
      : `${signed(value)}, ${Math.abs(value) === 5 ? 'much ' : ''}${value > 0 ? 'better' : 'worse'}`,
  save: (count: number) => (count === 0 ? 'Save' : count === 1 ? 'Save 1 measure' : `Save ${count} measures`),
  cancel: 'Cancel',
  saved: 'Saved. The phone will not ask again.',

  consistency: 'Consistency',
  band: { steady: 'steady', partial: 'partial', low: 'low' },
  days: (practised: number, prescribed: number, share: number) =>
    `${practised} of ${prescribed} days practised: ${share} %`,
  noDays: 'Nothing was asked for in the last 7 days.',
  minutes: (minutes: number) => `${minutes} min in 7 days`,
  techniques: (done: number, assigned: number) => `${done} of ${assigned} techniques done`,
  weeks: (kept: number, weeks: number) => `${kept} of ${weeks} weeks with 4 days or more`,
  how: 'How these figures are made',
  formula: [
    'Days: practised days divided by prescribed days of the last 7. A day is practised when one technique was done to 80 % of its time, or half of the day’s time. Days of rest, pause, travel and reaction count in neither number; today counts once it is practised.',
    'Minutes: timed practice. A day counts at most 150 % of what it asked for.',
    'Techniques: done to 80 % within one practice, of all that those days asked for.',
    'Weeks: of this one and the 7 before, Monday to Sunday, those with 4 practised days or more.',
    'Steady is 80 % or more, partial 50 to 79 %, low below. These bands are ours, and only you see them.',
  ],
} as const;
