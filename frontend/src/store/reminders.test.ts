import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Choice, noChoice } from '../domain/reminders';
import { anasPhone } from '../testing/page';
import { aSession, aVersion } from '../testing/program';
import { attention, deviceZone, logs, saveLog, view } from '.';
import { choice, choose, followPhone, news, nextNow } from './reminders';

const ALL = [0, 1, 2, 3, 4, 5, 6];
const EVENING: Choice = {
  ...noChoice('Pacific/Kiritimati'),
  slots: [{ time: '19:00', days: ALL, enabled: true }],
};
/** 13:00 on a Sunday. */
const NOW = new Date(2026, 10, 22, 13, 0).getTime();

beforeEach(async () => {
  await anasPhone({ program: aVersion() });
  news.value = null;
});
afterEach(() => vi.restoreAllMocks());

/** Where this device is from now on. */
function inZone(timeZone: string): void {
  const options = new Intl.DateTimeFormat().resolvedOptions();
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone });
}

function desk(known: Choice, changed_at = '2026-11-20T09:00:00Z'): void {
  if (view.value) view.value = { ...view.value, reminders: { ...known, changed_at } };
}

const settings = () => logs.value.filter(({ kind }) => kind === 'setting');

test('a phone that has moved takes her times along, once', async () => {
  desk(EVENING);
  await Promise.all([followPhone(), followPhone()]);
  expect(choice.value).toEqual({ ...EVENING, timezone: deviceZone() });
  await followPhone();
  expect(settings()).toHaveLength(1);
});

test('of two devices in two zones only the one that moves takes her times along', async () => {
  inZone('Europe/Berlin');
  await choose(EVENING);
  await choose({ timezone: 'Europe/Berlin' });
  inZone('America/New_York');
  await followPhone();
  await followPhone();
  expect([settings().length, choice.value?.timezone]).toEqual([2, 'Europe/Berlin']);
  await choose({ follow_up_min: 60 });
  expect(choice.value?.timezone).toBe('Europe/Berlin');
  inZone('America/Chicago');
  await followPhone();
  await followPhone();
  expect([settings().length, choice.value?.timezone]).toEqual([4, 'America/Chicago']);
  expect(news.value).toBe('moved');
});

test('a phone that moved to where her times are already tells nothing', async () => {
  await choose({ ...EVENING, timezone: 'America/Chicago' });
  inZone('Europe/Berlin');
  await followPhone();
  inZone('America/Chicago');
  await followPhone();
  expect([settings().length, news.value]).toEqual([1, null]);
});

test('what the practice changed is said once; what she changed herself is not', async () => {
  await choose({ ...EVENING, timezone: deviceZone() });
  await followPhone();
  await choose({ follow_up_min: 60 });
  await followPhone();
  expect(news.value).toBeNull();
  const later = { ...EVENING, timezone: deviceZone(), slots: [{ time: '08:00', days: ALL, enabled: true }] };
  desk(later, '2099-01-01T09:00:00Z');
  await followPhone();
  expect(news.value).toBe('changed');
  news.value = null;
  await followPhone();
  expect(news.value).toBeNull();
});

test('an own choice that comes back from the practice in another order is the same', async () => {
  const slots = [
    { time: '19:00', days: [1, 0], enabled: true },
    { time: '08:00', days: ALL, enabled: false },
  ];
  await choose({ ...EVENING, timezone: deviceZone(), quiet: { from: '21:00', to: '07:00' }, slots });
  await followPhone();
  const back = slots.map((slot) => ({ ...slot, days: [...slot.days].sort() })).reverse();
  desk(
    { ...EVENING, timezone: deviceZone(), quiet: { from: '21:00', to: '07:00' }, slots: back },
    '2099-01-01T09:00:00Z',
  );
  await followPhone();
  expect(news.value).toBeNull();
});

test('a change goes on top of what the desk has set meanwhile', async () => {
  await choose({ ...EVENING, timezone: deviceZone() });
  const later = { ...EVENING, timezone: deviceZone(), slots: [{ time: '08:00', days: ALL, enabled: true }] };
  desk(later, '2099-01-01T09:00:00Z');
  await choose({ follow_up_min: 60 });
  expect(settings()[0]).toMatchObject({ value: { ...later, follow_up_min: 60 } });
});

test('times that stay where they are do not travel, and nothing chosen is nothing to move', async () => {
  await followPhone();
  desk({ ...EVENING, follows_phone: false });
  await followPhone();
  expect(settings()).toEqual([]);
});

test('a zone that the practice did not know is not told again and again', async () => {
  desk(EVENING);
  await followPhone();
  const [log] = logs.value;
  if (!log) throw new Error('nothing was told');
  attention.value = [{ id: log.id, log, status: 'rejected', code: 'invalid', field: 'value.timezone' }];
  expect(choice.value).toEqual(EVENING);
  await followPhone();
  expect(settings()).toHaveLength(1);
});

test('a change is told whole, and counts at once', async () => {
  desk({ ...EVENING, timezone: deviceZone() });
  await choose({ follow_up_min: 60 });
  expect(logs.value[0]).toMatchObject({
    kind: 'setting',
    name: 'reminders',
    value: { ...EVENING, timezone: deviceZone(), follow_up_min: 60 },
  });
  expect(choice.value?.follow_up_min).toBe(60);
});

test('the next one is not today once something was practised, nor on a day of rest', async () => {
  const here = { ...EVENING, timezone: deviceZone() };
  desk(here);
  expect(nextNow(NOW)?.date).toBe('2026-11-22');
  await saveLog(aSession({ local_date: '2026-11-22' }));
  expect(nextNow(NOW)?.date).toBe('2026-11-23');
  if (view.value) view.value = { ...view.value, program: aVersion({ days: [2] }) };
  expect(nextNow(NOW)?.date).toBe('2026-11-25');
});

test('none comes without a program, or while her calendar reminds her', () => {
  desk({ ...EVENING, timezone: deviceZone(), calendar: true });
  expect(nextNow(NOW)).toBeNull();
  desk({ ...EVENING, timezone: deviceZone() });
  if (view.value) view.value = { ...view.value, program: null };
  expect(nextNow(NOW)).toBeNull();
});
