import { cleanup, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../store';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, newPhone, show } from '../../../testing/page';
import { anItem, aSession, aVersion } from '../../../testing/program';
import { Today } from './screen';

const second = anItem({ key: 'i2', technique_id: 'wall' });
const program = aVersion({ items: [anItem(), second], starts_on: '2020-01-01' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('the day is greeted, drawn and ready to start', async () => {
  await anasPhone({ program });
  show(Today, '/today');
  expect(
    screen.getByRole('heading', { level: 1, name: /^Good (morning|afternoon|evening), Ana$/ }),
  ).toBeTruthy();
  expect(screen.getByRole('img', { name: '0 of 2 done today' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start' }).getAttribute('href')).toBe('/practice');
  expect(screen.getByText('All saved')).toBeTruthy();
  await expectAccessible();
});

test('what was practised fills its segment, and a session taken back empties it again', async () => {
  await anasPhone({ program });
  const done = aSession({ local_date: store.todayDate() });
  await store.saveLog(done);
  show(Today, '/today');
  expect(screen.getByRole('img', { name: '1 of 2 done today' })).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Continue' })).toBeTruthy();
  const { id, schema, local_date, tz, utc_offset_min, recorded_at } = aSession({ id: store.newLogId() });
  await store.saveLog({
    id,
    schema,
    local_date,
    tz,
    utc_offset_min,
    recorded_at,
    kind: 'void',
    voids: done.id,
  });
  await waitFor(() => expect(screen.getByRole('img', { name: '0 of 2 done today' })).toBeTruthy());
});

test('what hurt rests: it is named, out of the count, and nobody is asked to continue it', async () => {
  await anasPhone({ program });
  const { id, schema, local_date, tz, utc_offset_min, recorded_at } = aSession({ id: store.newLogId() });
  const about = {
    session_id: aSession().id,
    key: 'i2',
    technique_id: 'wall',
    level: 1,
    side: 'left',
  } as const;
  const hurt = { kind: 'hurt', program_version: 1, second: 5, feeling: 'sharp', ...about } as const;
  await store.saveLog({ id, schema, local_date, tz, utc_offset_min, recorded_at, ...hurt });
  show(Today, '/today');
  expect(screen.getByRole('img', { name: '0 of 1 done today' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Resting' })).toBeTruthy();
  await store.saveLog(aSession({ local_date: store.todayDate() }));
  await waitFor(() => expect(screen.getByRole('link', { name: 'Once more' })).toBeTruthy());
  await expectAccessible();
});

test('the number of unsent logs is always there', async () => {
  await anasPhone({ program });
  await store.saveLog(aSession());
  show(Today, '/today');
  expect(screen.getByRole('button', { name: '1 not sent yet' })).toBeTruthy();
  await expectAccessible();
});

test('a program is closed until the client is screened', async () => {
  await anasPhone({ program, gate: { open: false, by: null, at: null } });
  show(Today, '/today');
  expect(screen.getByRole('heading', { name: 'One thing first' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
  await expectAccessible();
});

test('without a program it says that one is coming', async () => {
  await anasPhone({});
  show(Today, '/today');
  expect(screen.getByRole('heading', { name: 'Your program is on its way' })).toBeTruthy();
});

test('on a day of rest nothing is asked', async () => {
  await anasPhone({ program: aVersion({ ...program, days: [0] }) });
  show(Today, '/today');
  expect(screen.getByText('Nothing is planned today. Your next practice is on Monday.')).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
  await expectAccessible();
});

test('a changed program says why, until it was noted', async () => {
  await anasPhone({ program: { ...program, number: 2, reason: 'Left side was sore.' } });
  await store.markProgramSeen(1);
  show(Today, '/today');
  expect(await screen.findByText('Marit: “Left side was sore.”')).toBeTruthy();
  screen.getByRole('button', { name: 'Good to know' }).click();
  await waitFor(() => expect(screen.queryByText('Your program has changed')).toBeNull());
  expect(await store.programSeen()).toBe(2);
});

test('a version of the future leaves today as it is and says from when', async () => {
  const next = aVersion({ number: 2, starts_on: '2026-11-25', items: [second], reason: '' });
  await anasPhone({ program: next, earlier: [program] });
  show(Today, '/today');
  expect(screen.getByRole('img', { name: '0 of 2 done today' })).toBeTruthy();
  expect(screen.getByText('From Wednesday 25 November on: a new program')).toBeTruthy();
});

test('an ended sign-in says that everything is kept', async () => {
  await anasPhone({ program });
  store.contact.value = 'signed_out';
  show(Today, '/today');
  expect(screen.getByText('This phone is signed out')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
  await expectAccessible();
});

test('nobody signed in leads to the front door', async () => {
  await newPhone();
  show(Today, '/today');
  await waitFor(() => expect(location.pathname).toBe('/'));
});
