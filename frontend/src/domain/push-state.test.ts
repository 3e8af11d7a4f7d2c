import { expect, test } from 'vitest';
import { type Facts, isAppleTab, keyBytes, madeFor, stateOf, testOutcome, whyNotOn } from './push-state';

const FACTS: Facts = {
  able: true,
  appleTab: false,
  permission: 'granted',
  wanted: true,
  subscribed: true,
  expected: false,
};
const SENT = { status: 'done', reason: null, shown_at: null };

test.each<[string, Partial<Facts>, string]>([
  ['without what pushes need there are none', { able: false }, 'unsupported'],
  ['an iPhone in a tab has to be installed first', { able: false, appleTab: true }, 'install-first'],
  ['an installed iPhone is a phone like others', { appleTab: true }, 'on'],
  ['a refusal wins over all that was wished', { permission: 'denied' }, 'denied'],
  ['who was never asked is asked, whatever is kept', { permission: 'default' }, 'ask'],
  ['allowed and never wished is off', { wanted: null, subscribed: false }, 'off'],
  ['turned off is off, even where the browser could not end it', { wanted: false }, 'off'],
  ['a lost mark does not turn off what runs', { wanted: null }, 'on'],
  [
    'a storage that was cleared has not turned off what she waits for',
    { wanted: null, subscribed: false, expected: true },
    'broken',
  ],
  ['what she turned off here stays off, whatever comes elsewhere', { wanted: false, expected: true }, 'off'],
  ['wished and allowed without a subscription is broken', { subscribed: false }, 'broken'],
])('%s', (_rule, change, state) => {
  expect(stateOf({ ...FACTS, ...change })).toBe(state);
});

test.each([
  ['an iPhone in a tab', 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4)', 5, false, true],
  ['an iPad that calls itself a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X)', 5, false, true],
  ['a Mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X)', 0, false, false],
  ['an iPhone with the app on its home screen', 'Mozilla/5.0 (iPhone)', 5, true, false],
  ['an Android phone', 'Mozilla/5.0 (Linux; Android 16; Pixel 9)', 5, false, false],
])('%s is told apart', (_who, agent, touches, standalone, apple) => {
  expect(isAppleTab(agent, touches, standalone)).toBe(apple);
});

test('a key is read from the alphabet of addresses', () => {
  expect([...keyBytes('-_8A')]).toEqual([0xfb, 0xff, 0x00]);
});

test('a subscription made for another key of the server is known by its bytes', () => {
  expect(madeFor('AQID', Uint8Array.of(1, 2, 3).buffer)).toBe(true);
  expect(madeFor('AQID', Uint8Array.of(1, 2, 4).buffer)).toBe(false);
  expect(madeFor('AQID', Uint8Array.of(1, 2, 3, 4).buffer)).toBe(false);
});

test('an engine that does not say its key is believed', () => {
  expect(madeFor('AQID', null)).toBe(true);
  expect(madeFor('AQID', undefined)).toBe(true);
});

test.each([
  ['TimeoutError', 'timeout'],
  ['Unreachable', 'offline'],
  ['NotAllowedError', 'denied'],
  ['AbortError', 'refused'],
])('%s on the way to a subscription is %s', (name, why) => {
  expect(whyNotOn(name)).toBe(why);
});

test('a test that the screen showed is shown', () => {
  expect(testOutcome({ ...SENT, shown_at: '2026-11-22T07:00:00Z' }, 1, 1)).toEqual({ kind: 'shown' });
});

test('a test that failed says why, and one without a reason its state', () => {
  expect(testOutcome({ ...SENT, status: 'failed', reason: 'gone' }, 1, 0)).toEqual({
    kind: 'failed',
    reason: 'gone',
  });
  expect(testOutcome({ ...SENT, status: 'skipped' }, 1, 0)).toEqual({ kind: 'failed', reason: 'skipped' });
});

test('one that was taken is given ten seconds to show, then it is accepted', () => {
  expect(testOutcome(SENT, 11_000, 9999)).toBeNull();
  expect(testOutcome(SENT, 11_000, 10_000)).toEqual({ kind: 'accepted' });
});

test('one that nobody sent in half a minute was not sent', () => {
  const due = { ...SENT, status: 'due' };
  expect(testOutcome(due, 29_999, Number.NEGATIVE_INFINITY)).toBeNull();
  expect(testOutcome(due, 30_000, Number.NEGATIVE_INFINITY)).toEqual({ kind: 'failed', reason: 'not_sent' });
  expect(testOutcome(SENT, 30_000, 2000)).toEqual({ kind: 'accepted' });
});
