import { describe, expect, it, test } from 'vitest';
import table from '../../../tests/contract/reminders.json';
import {
  backOn,
  type Choice,
  type Chosen,
  chosenNow,
  familyOf,
  faultsOf,
  instantOf,
  isOn,
  isQuiet,
  nearness,
  nextReminder,
  noChoice,
  type Proof,
  timeLike,
  travelled,
  unheard,
} from './reminders';

const ALL = [0, 1, 2, 3, 4, 5, 6];
const BERLIN = noChoice('Europe/Berlin');
const MORNING: Choice = { ...BERLIN, slots: [{ time: '07:00', days: ALL, enabled: true }] };
const EVENING: Choice = { ...BERLIN, slots: [{ time: '19:00', days: ALL, enabled: true }] };
/** A Sunday, 13:00 in Berlin. */
const NOW = Date.parse('2026-11-22T12:00:00Z');

function told(value: unknown, recorded_at: string, id = recorded_at) {
  return { kind: 'setting', name: 'reminders', id, recorded_at, value };
}

function known(choice: Choice, changed_at: string): Chosen {
  return { ...choice, changed_at };
}

interface ChoiceCase {
  slots: { time: string; days?: number[]; enabled?: boolean }[];
  follow_up_min?: number;
  faults: string[];
}

describe('the table that the server shares', () => {
  it.each(table.choices)('refuses the same: $name', (one) => {
    const { slots, follow_up_min, faults } = one as ChoiceCase;
    const full = slots.map((slot) => ({ days: ALL, enabled: true, ...slot }));
    const choice = { ...BERLIN, slots: full, follow_up_min: follow_up_min ?? null };
    expect(faultsOf(choice).sort()).toEqual(faults);
  });

  it.each(table.instants)('is the same instant: $name', ({ date, time, zone, at }) => {
    expect(instantOf(date, time, zone)).toBe(at && Date.parse(at));
  });

  it.each(table.quiet)('is as quiet: $name', ({ from, to, time, quiet }) => {
    expect(isQuiet({ from, to }, time)).toBe(quiet);
  });
});

describe('what counts', () => {
  test('nothing was chosen', () => {
    expect(chosenNow(null, [])).toBeNull();
    expect(chosenNow(undefined, [{ kind: 'note' }])).toBeNull();
  });

  test('what the practice knows, without the time of its change', () => {
    expect(chosenNow(known(MORNING, '2026-11-20T07:00:00Z'), [])).toEqual(MORNING);
  });

  test('what this phone told later wins, and what was set later at the desk wins again', () => {
    const log = told(EVENING, '2026-11-21T07:00:00.000Z');
    expect(chosenNow(known(MORNING, '2026-11-20T07:00:00Z'), [log])).toEqual(EVENING);
    expect(chosenNow(known(MORNING, '2026-11-21T07:00:01Z'), [log])).toEqual(MORNING);
    expect(chosenNow(null, [log])).toEqual(EVENING);
  });

  test('of several logs the last told one counts, whatever their order', () => {
    const logs = [told(MORNING, '2026-11-20T07:00:00.000Z'), told(EVENING, '2026-11-21T07:00:00.000Z')];
    expect(chosenNow(null, logs)).toEqual(EVENING);
    expect(chosenNow(null, [...logs].reverse())).toEqual(EVENING);
  });

  test('a phone whose clock is ahead does not hide what the desk set after it', () => {
    const log = told(EVENING, '2026-11-21T09:00:00.000Z');
    const desk = known(MORNING, '2026-11-21T08:00:00Z');
    expect(chosenNow(desk, [log])).toEqual(EVENING);
    expect(chosenNow(desk, [log], new Set(), -7_200_000)).toEqual(MORNING);
  });

  test('what was refused or taken back does not count, nor what is no choice', () => {
    const log = told(EVENING, '2026-11-21T07:00:00.000Z', 'a');
    const undo = { kind: 'void', id: 'b', voids: 'a' };
    expect(chosenNow(null, [log], new Set(['a']))).toBeNull();
    expect(chosenNow(null, [log, undo])).toBeNull();
    expect(chosenNow(null, [told(null, '2026-11-21T07:00:00.000Z')])).toBeNull();
    expect(chosenNow(null, [{ ...log, name: 'language', value: 'de' } as { kind: string }])).toBeNull();
  });
});

test('the zone moves with a phone that is followed, and only then', () => {
  expect(travelled(MORNING, 'America/New_York')).toEqual({ ...MORNING, timezone: 'America/New_York' });
  expect(travelled(MORNING, 'Europe/Berlin')).toBeNull();
  expect(travelled({ ...MORNING, follows_phone: false }, 'America/New_York')).toBeNull();
  expect(travelled(null, 'America/New_York')).toBeNull();
});

describe('the next one', () => {
  const next = (choice: Choice, wanted?: (date: string) => boolean) => {
    const found = nextReminder(choice, NOW, wanted);
    return found && `${found.date} ${found.time}`;
  };

  test('comes tomorrow when its time has passed today, and today when it has not', () => {
    expect(next(MORNING)).toBe('2026-11-23 07:00');
    expect(next(EVENING)).toBe('2026-11-22 19:00');
    expect(nextReminder(EVENING, NOW)?.at).toBe(Date.parse('2026-11-22T18:00:00Z'));
  });

  test('is the earliest of all that are on', () => {
    const off = { time: '13:30', days: ALL, enabled: false };
    const late = { time: '20:00', days: ALL, enabled: true };
    expect(next({ ...EVENING, slots: [late, off, ...EVENING.slots] })).toBe('2026-11-22 19:00');
    expect(next(BERLIN)).toBeNull();
  });

  test('keeps to its weekdays', () => {
    expect(next({ ...MORNING, slots: [{ time: '07:00', days: [2], enabled: true }] })).toBe(
      '2026-11-25 07:00',
    );
  });

  test('waits until she is back; what was yesterday is over', () => {
    expect(next({ ...EVENING, away_until: '2026-11-25' })).toBe('2026-11-25 19:00');
    expect(next({ ...EVENING, away_until: '2026-11-22' })).toBe('2026-11-22 19:00');
  });

  test('never comes in quiet hours', () => {
    expect(next({ ...EVENING, quiet: { from: '18:00', to: '08:00' } })).toBeNull();
    expect(next({ ...EVENING, quiet: { from: '22:00', to: '08:00' } })).toBe('2026-11-22 19:00');
  });

  test('leaves out days with nothing to do', () => {
    expect(next(EVENING, (date) => date > '2026-11-23')).toBe('2026-11-24 19:00');
    expect(next(EVENING, () => false)).toBeNull();
  });

  test('leaves out a date that is never lived', () => {
    const apia = { ...MORNING, timezone: 'Pacific/Apia' };
    expect(nextReminder(apia, Date.parse('2011-12-29T18:00:00Z'))?.date).toBe('2011-12-31');
  });
});

test('something is on when a time has a day', () => {
  expect(isOn(MORNING)).toBe(true);
  expect(isOn({ ...MORNING, slots: [{ time: '07:00', days: [], enabled: true }] })).toBe(false);
  expect(isOn({ ...MORNING, slots: [{ time: '07:00', days: ALL, enabled: false }] })).toBe(false);
  expect(isOn(null)).toBe(false);
});

test('she is away until the date she is back', () => {
  expect(backOn({ ...MORNING, away_until: '2026-11-23' }, '2026-11-22')).toBe('2026-11-23');
  expect(backOn({ ...MORNING, away_until: '2026-11-22' }, '2026-11-22')).toBeNull();
  expect(backOn(MORNING, '2026-11-22')).toBeNull();
  expect(backOn(null, '2026-11-22')).toBeNull();
});

test.each([
  ['2026-11-20', 'far'],
  ['2026-11-21', 'yesterday'],
  ['2026-11-22', 'today'],
  ['2026-11-23', 'tomorrow'],
  ['2026-11-28', 'named'],
  ['2026-11-29', 'far'],
])('%s is called %s', (date, called) => {
  expect(nearness(date, '2026-11-22')).toBe(called);
});

test('a practice proposes the quarter of an hour in which it began, where it was lived', () => {
  expect(timeLike({ started_at: '2026-11-22T06:14:59.000Z', utc_offset_min: 60 })).toBe('07:00');
  expect(timeLike({ started_at: '2026-11-22T23:47:00.000Z', utc_offset_min: 60 })).toBe('00:45');
});

test.each([
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5)', true, false, 'apple'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', true, false, 'apple'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140', false, false, 'chrome'],
  ['Mozilla/5.0 (Android 15; Mobile; rv:153.0) Firefox/153.0', true, false, 'firefox'],
  ['Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130', true, false, 'samsung'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/140', true, false, 'chrome'],
  ['Mozilla/5.0 (Linux; Android 15) Chrome/140', true, true, 'installed'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5)', true, true, 'apple'],
])('%s is asked in the words of its family', (agent, touches, standalone, family) => {
  expect(familyOf(agent, touches, standalone)).toBe(family);
});

describe('a time that would ring nowhere', () => {
  const OFF = { state: 'off', address: null } as const;
  const proof: Proof = { browsers: 0, last: null, fading: null, mail: OFF };
  test.each([
    ['no browser takes it', proof, false, 'nowhere'],
    ['this phone does', proof, true, null],
    ['another phone does', { ...proof, browsers: 1 }, false, null],
    ['a mailbox does', { ...proof, mail: { state: 'on', address: 'ana@example.org' } }, false, null],
    ['the practice has not said yet', null, false, null],
    ['they come once a week', { ...proof, fading: 'weekly' }, true, 'weekly'],
    ['they rest', { ...proof, fading: 'none' }, true, 'none'],
  ] as [string, Proof | null, boolean, string | null][])('%s', (_, known, isHere, why) => {
    expect(unheard(known, isHere)).toBe(why);
  });
});
