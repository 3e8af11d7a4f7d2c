import { describe, expect, it } from 'vitest';
import { type Choice, noChoice, type Slot } from '../reminders';
import { ALL_DAYS } from './draft';
import {
  calledSince,
  chosenFaults,
  chosenIn,
  isSilenced,
  withChanged,
  withOneMore,
  withoutOne,
} from './reminders';

const TODAY = '2026-11-22';
const seven: Slot = { time: '07:00', days: ALL_DAYS, enabled: true };

describe('since when', () => {
  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', 'yesterday'],
    ['2026-11-20', 'weekday'],
    ['2026-11-16', 'weekday'],
    ['2026-11-15', 'date'],
    ['2026-11-23', 'date'],
  ])('%s is called by its %s', (date, called) => {
    expect(calledSince(date, TODAY)).toBe(called);
  });
});

describe('a choice that is being written', () => {
  it('gets one more time on every day, at an hour that is still free', () => {
    expect(withOneMore([])).toEqual([seven]);
    expect(withOneMore([seven]).map((slot) => slot.time)).toEqual(['07:00', '19:00']);
  });

  it('leaves the hour open when the usual ones are taken', () => {
    const four = withOneMore(withOneMore(withOneMore(withOneMore([]))));
    expect(withOneMore(four).at(-1)?.time).toBe('');
  });

  it('changes one time and leaves the others as they are', () => {
    const two = withOneMore([seven]);
    expect(withChanged(two, 1, { enabled: false })).toEqual([seven, { ...two[1], enabled: false }]);
    expect(withoutOne(two, 0)).toEqual([two[1]]);
  });

  it('sends only what was chosen', () => {
    const choice = noChoice('Europe/Berlin');
    const told = { ...choice, browsers: 1, next_due_at: null, fading: null };
    expect(chosenIn(told)).toEqual(choice);
  });
});

describe('a time in the quiet hours', () => {
  const night = { from: '21:00', to: '07:30' };
  it.each([
    ['never comes', night, {}, true],
    ['is another than one outside', night, { time: '12:00' }, false],
    ['says nothing while it is off', night, { enabled: false }, false],
    ['is not known without such hours', null, {}, false],
    ['is not known before they begin', { ...night, from: '' }, {}, false],
    ['is not known before they end', { ...night, to: '' }, {}, false],
    ['is not known before it is filled in', night, { time: '' }, false],
  ])('%s', (_rule, quiet, change, silenced) => {
    expect(isSilenced({ quiet }, { ...seven, ...change })).toBe(silenced);
  });
});

describe('what cannot be saved yet', () => {
  const faults = (part: Partial<Choice>) => chosenFaults({ ...noChoice('Europe/Berlin'), ...part }, TODAY);

  it('is nothing where all is filled in', () => {
    expect(
      faults({ slots: [seven], quiet: { from: '21:00', to: '07:00' }, away_until: '2026-11-23' }),
    ).toEqual({});
  });

  it('names the same time twice on a day, and too many', () => {
    expect(faults({ slots: [seven, { ...seven, days: [6] }] })).toEqual({ 'slots.1.time': 'twice' });
    const many = Array.from({ length: 13 }, (_, hour) => ({ ...seven, time: `${10 + hour}:00` }));
    expect(faults({ slots: many })).toEqual({ slots: 'many' });
  });

  it('names what is not filled in, and calls two of those empty, not twice the same', () => {
    const open = { ...seven, time: '' };
    expect(faults({ slots: [open, open] })).toEqual({ 'slots.0.time': 'empty', 'slots.1.time': 'empty' });
    expect(faults({ quiet: { from: '', to: '' } })).toEqual({ 'quiet.from': 'empty', 'quiet.to': 'empty' });
    expect(faults({ away_until: '' })).toEqual({ away_until: 'empty' });
  });

  it('lets nobody be away until today', () => {
    expect(faults({ away_until: TODAY })).toEqual({ away_until: 'past' });
  });
});
