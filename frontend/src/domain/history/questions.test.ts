import { expect, test } from 'vitest';
import table from '../../../../tests/contract/logs.json';
import { voidLog } from '../client-logs';
import type { Log, QuestionLog } from '../types';
import { fateOf, hangsAt, type Known, noteLog, notesIn, questionLog, questionsIn } from './questions';

const NOW = Date.parse('2026-11-22T08:00:00Z');
const ask = (place: object, side: 'left' | null = null) =>
  questionLog(' Ice? ', place, side, 'q1', NOW, 'UTC');

test('a question says what it hangs on, and nothing else', () => {
  expect(ask({}).about).toEqual({});
  expect(ask({ technique_id: 'ball' }).about).toEqual({ technique_id: 'ball' });
  expect(ask({ technique_id: 'ball' }, 'left').about).toEqual({ technique_id: 'ball', side: 'left' });
  expect(ask({ session_id: 's1' }).about).toEqual({ session_id: 's1' });
  expect(ask({ technique_id: undefined, session_id: undefined }).about).toEqual({});
  expect(ask({}, 'left').about).toEqual({});
  expect(ask({}).text).toBe('Ice?');
});

test('what is sent has the fields that the server takes', () => {
  const fields = (kind: string) =>
    new Set(table.valid.filter(({ log }) => log.kind === kind).flatMap(({ log }) => Object.keys(log)));
  expect(fields('question')).toEqual(new Set(Object.keys(ask({}))));
  expect(fields('note')).toEqual(new Set(Object.keys(noteLog('a', true, 'n1', NOW, 'UTC'))));
});

test('a note says who may read it', () => {
  expect(noteLog(' a ', true, 'n1', NOW, 'UTC')).toMatchObject({ kind: 'note', text: 'a', private: true });
  expect(noteLog('a', false, 'n1', NOW, 'UTC').private).toBe(false);
});

test('what was taken back is neither a question nor a note', () => {
  const note = noteLog('a', true, 'n1', NOW, 'UTC');
  expect(questionsIn([ask({}), note])).toEqual([ask({})]);
  expect(notesIn([ask({}), note])).toEqual([note]);
  const taken: Log[] = [voidLog('q1', 'v1', NOW, 'UTC'), voidLog('n1', 'v2', NOW, 'UTC')];
  expect(questionsIn([ask({}), ...taken])).toEqual([]);
  expect(notesIn([note, ...taken])).toEqual([]);
});

test('a question hangs at one place', () => {
  expect(hangsAt(ask({ technique_id: 'ball' }, 'left'), { technique_id: 'ball' })).toBe(true);
  expect(hangsAt(ask({ technique_id: 'ball' }), { technique_id: 'wall' })).toBe(false);
  expect(hangsAt(ask({ technique_id: 'ball' }), {})).toBe(false);
  expect(hangsAt(ask({ session_id: 's1' }), { session_id: 's1' })).toBe(true);
  expect(hangsAt(ask({ session_id: 's1' }), {})).toBe(false);
  expect(hangsAt({ about: null } as unknown as QuestionLog, {})).toBe(true);
});

test.each([
  ['refused', { refused: ['q1'], waiting: new Set(['q1']) }],
  ['waiting', { waiting: new Set(['q1']), read: ['q1'] }],
  ['answered', { replies: [{ log_id: 'q1' }], read: [] }],
  ['sent', { replies: [{ log_id: 'q2' }] }],
  ['unread', { read: ['q2'] }],
  ['read', { replies: [], read: ['q1'] }],
] as [string, Partial<Known>][])('a question is %s', (fate, given) => {
  const nothing = { waiting: new Set<string>(), refused: [], replies: undefined, read: undefined };
  expect(fateOf('q1', { ...nothing, ...given })).toBe(fate);
});
