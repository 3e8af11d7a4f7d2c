import { expect, test } from 'vitest';
import { stamp } from '../stamp';
import type { Log } from '../types';
import { answerReadLog, unreadReplies, wordsOf } from './replies';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const reply = (log_id: string, at = '2026-11-21T08:00:00Z') => ({ log_id, text: 'Rest.', at, by: 'Vera' });
const read = (ref: string, what: 'answer' | 'program' = 'answer'): Log => ({
  ...answerReadLog(ref, `read-${ref}`, NOW, 'UTC'),
  what,
});

test('an answer is new until one of her phones says that it was read', () => {
  const replies = [reply('a'), reply('b')];
  expect(unreadReplies(replies, [], NOW)).toEqual(replies);
  expect(unreadReplies(replies, [read('a')], NOW)).toEqual([reply('b')]);
  expect(unreadReplies(replies, [read('a', 'program')], NOW)).toEqual(replies);
});

test('what is older than a phone remembers reading is not new again', () => {
  expect(unreadReplies([reply('a', '2026-10-01T08:00:00Z')], [], NOW)).toEqual([]);
});

test('a view of before there were answers has none', () => {
  expect(unreadReplies(undefined, [], NOW)).toEqual([]);
});

test('her own words are those that she wrote, and a tap has none', () => {
  const common = stamp('1', NOW, 'UTC');
  const said = (log: object) => wordsOf({ ...common, ...log } as Log);
  expect(said({ kind: 'note', text: 'a', private: false })).toBe('a');
  expect(said({ kind: 'question', text: 'b', about: {} })).toBe('b');
  expect(said({ kind: 'session', word: 'c' })).toBe('c');
  expect(said({ kind: 'session', word: null })).toBeNull();
  expect(said({ kind: 'hurt' })).toBeNull();
});
