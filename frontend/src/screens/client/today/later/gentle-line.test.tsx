import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as store from '../../../../store';
import { loadDoseRules } from '../../../../store/dose-rules';
import { behindMs } from '../../../../store/state';
import { anasPhone } from '../../../../testing/page';
import { aVersion } from '../../../../testing/program';
import { loadDoseWords } from '../../../../text/dose';
import { gentleLine } from './gentle-line';

// A Sunday.
const NOON = Date.parse('2026-11-22T12:00:00Z');
const HOUR = 3_600_000;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  await Promise.all([loadDoseRules(), loadDoseWords()]);
});
afterEach(() => {
  cleanup();
  behindMs.value = 0;
  vi.useRealTimers();
});

async function said(hoursAgo: number | null, behind = 0): Promise<string | null> {
  const visits = hoursAgo === null ? [] : [new Date(NOON - hoursAgo * HOUR).toISOString()];
  await anasPhone({ program: aVersion({ starts_on: '2020-01-01' }), visits });
  behindMs.value = behind;
  const view = store.view.value;
  return view && gentleLine(view, store.todayDate());
}

test.each([
  [1, 'Your visit was today. We keep it gentle until Tuesday.'],
  [24, 'Your visit was yesterday. We keep it gentle until Monday.'],
])('her visit %i hours ago is named, and until when it stays gentle', async (hours, words) => {
  expect(await said(hours)).toBe(words);
});

test('on the last day the hour is named', async () => {
  expect(await said(46)).toMatch(/^Your visit was on Friday. We keep it gentle until \d\d:\d\d( [AP]M)?.$/);
});

test('nothing is said without a visit, and when 48 hours are over', async () => {
  expect(await said(null)).toBeNull();
  expect(await said(48)).not.toBeNull();
  expect(await said(48.01)).toBeNull();
});

test('a view that an older app stored says nothing', async () => {
  await said(1);
  const { visits, ...older } = store.view.value ?? expect.fail();
  expect(visits).toHaveLength(1);
  store.view.value = older;
  expect(gentleLine(older, store.todayDate())).toBeNull();
});

test('a phone whose clock is behind names the same days', async () => {
  expect(await said(-1, 2 * HOUR)).toBe('Your visit was today. We keep it gentle until Tuesday.');
});
