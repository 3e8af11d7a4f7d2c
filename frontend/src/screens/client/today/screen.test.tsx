import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { stamp } from '../../../domain/stamp';
import type { CheckLog, IntakeLog } from '../../../domain/types';
import * as store from '../../../store';
import { safety, tell, unchecked } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { anasPhone, newPhone, show } from '../../../testing/page';
import { anItem, aSession, aVersion } from '../../../testing/program';
import { Today } from './screen';

const second = anItem({ key: 'i2', technique_id: 'wall' });
const program = aVersion({ items: [anItem(), second], starts_on: '2026-11-20' });

const common = () => stamp(store.newLogId(), Date.now(), 'Europe/Berlin');
const aCheck = (answers: Record<string, unknown>): CheckLog => ({ ...common(), kind: 'check', answers });
const anAnswer = (question_id: string, answer: unknown): IntakeLog => ({
  ...common(),
  kind: 'intake',
  question_id,
  answer,
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T08:00:00Z') });
});
afterEach(async () => {
  // What comes beside the page comes before the next one.
  await vi.dynamicImportSettled();
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

const closed = { open: false, by: null, at: null };

test('a program is closed until the safety questions are answered', async () => {
  await anasPhone({ program, gate: closed });
  show(Today, '/today');
  expect(screen.getByRole('heading', { name: 'Answer the safety questions first' })).toBeTruthy();
  expect(screen.getByText(/^22 questions, about 4 minutes/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Answer the questions' }).getAttribute('href')).toBe('/intake');
  expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
  await expectAccessible();
});

test('the questions come before a program, too', async () => {
  await anasPhone({ gate: closed });
  show(Today, '/today');
  expect(screen.getByRole('link', { name: 'Answer the questions' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: 'Your program is on its way' })).toBeTruthy();
});

test('news asks some of them again, and says so', async () => {
  await anasPhone({ program });
  await tell([aCheck({ d1: ['surgery'] })]);
  show(Today, '/today');
  expect(screen.getByText(/^1 question, about 1 minute/)).toBeTruthy();
  expect(screen.getByText(/Something has changed/)).toBeTruthy();
});

test('without the rules nothing starts, and it says why', async () => {
  await anasPhone({ program });
  unchecked.value = true;
  show(Today, '/today');
  expect(screen.getByText('Not checked yet')).toBeTruthy();
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.queryByText('Not checked yet')).toBeNull());
});

const wall = anItem({
  key: 'i3',
  technique_id: 'neck-shoulder-soft-ball-wall',
  snapshot: { ...anItem().snapshot, name: 'Neck at the wall', tools: ['soft_ball'] },
});
const roller = anItem({
  key: 'i4',
  technique_id: 'outer-thigh-roller',
  level: 2,
  snapshot: { ...anItem().snapshot, name: 'Outer thigh' },
});

test('what is softer or pauses is said with its reason, and the rest can start', async () => {
  await anasPhone({ program: aVersion({ ...program, items: [wall, roller] }) });
  await tell([anAnswer('q12', 'yes')]);
  show(Today, '/today');
  expect(await screen.findByText('Neck at the wall: softer today.')).toBeTruthy();
  expect(screen.getByText('Outer thigh: not today.')).toBeTruthy();
  expect(screen.getAllByText(/You told us: Takes blood thinners\./)).toHaveLength(2);
  expect(screen.getByRole('img', { name: '0 of 1 done today' })).toBeTruthy();
  expect(document.body.textContent).toContain('54 s each side');
  expect(screen.getByRole('link', { name: 'Start' })).toBeTruthy();
  await expectAccessible();
});

test('a flag of the therapist is named as hers', async () => {
  const flag = {
    id: 'f1',
    at: '2026-11-21T08:00:00Z',
    act: 'raise',
    flag: 'blood_thinners',
    by_therapist: true,
  } as const;
  await anasPhone({
    program: aVersion({ ...program, items: [roller] }),
    flags: [{ ...flag, sites: [], since: null, reason: '', covers: [], question: '' }],
  });
  show(Today, '/today');
  expect(await screen.findByText(/Marit noted: Takes blood thinners\./)).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Start' })).toBeNull();
});

test('a pregnancy that she would rather not name is not named', async () => {
  await anasPhone({ program: aVersion({ ...program, items: [wall] }) });
  await tell([anAnswer('q16', 'rather not say'), anAnswer('q17', 'no')]);
  show(Today, '/today');
  expect(await screen.findByText(/Your answers ask for extra care/)).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/regnan/);
});

test('a surgery date moves on by itself at midnight, without a network', async () => {
  const calf = { region: 'shoulder_top', side: 'left' };
  vi.setSystemTime(Date.parse('2026-11-22T22:59:00Z'));
  await anasPhone({ program: aVersion({ ...program, items: [wall] }) });
  await tell([anAnswer('q15', { entries: [{ on: '2026-11-16', sites: [calf], agreed: 'yes' }] })]);
  show(Today, '/today');
  expect(await screen.findByText(/Surgery less than 1 week ago/)).toBeTruthy();
  vi.setSystemTime(Date.parse('2026-11-29T08:00:00Z'));
  document.dispatchEvent(new Event('visibilitychange'));
  await waitFor(() => expect(safety.value?.active.map(({ flag }) => flag)).toContain('surgery_1_6w'));
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
