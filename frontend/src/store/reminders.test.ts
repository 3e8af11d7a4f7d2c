import { beforeEach, expect, test } from 'vitest';
import { type Choice, noChoice } from '../domain/reminders';
import { anasPhone } from '../testing/page';
import { aSession, aVersion } from '../testing/program';
import { attention, deviceZone, logs, saveLog, view } from '.';
import { choice, choose, followPhone, nextNow } from './reminders';

const ALL = [0, 1, 2, 3, 4, 5, 6];
const EVENING: Choice = {
  ...noChoice('Pacific/Kiritimati'),
  slots: [{ time: '19:00', days: ALL, enabled: true }],
};
/** 13:00 on a Sunday. */
const NOW = new Date(2026, 10, 22, 13, 0).getTime();

beforeEach(() => anasPhone({ program: aVersion() }));

function desk(known: Choice): void {
  if (view.value) view.value = { ...view.value, reminders: { ...known, changed_at: '2026-11-20T09:00:00Z' } };
}

const settings = () => logs.value.filter(({ kind }) => kind === 'setting');

test('a phone that has moved takes her times along, once', async () => {
  desk(EVENING);
  await Promise.all([followPhone(), followPhone()]);
  expect(choice.value).toEqual({ ...EVENING, timezone: deviceZone() });
  await followPhone();
  expect(settings()).toHaveLength(1);
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
