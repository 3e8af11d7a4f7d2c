import { describe, expect, test } from 'vitest';
import list from '../../../../backend/pith/content/data/plain_words.json';
import table from '../../../../tests/contract/plain_words.json';
import { beginsWithAction, faults, grade, type Kind, sentences, syllables, type Tongue } from './plain-words';
import words from './plain-words.gen.json';

describe('plain words are counted as the table says', () => {
  test.each(table.cases.syllables as [Tongue, string, number][])('%s %s has %i', (tongue, word, count) => {
    expect(syllables(tongue, word)).toBe(count);
  });

  test.each(table.cases.sentences as [string, number[]][])(
    '%j has sentences of %j words',
    (text, lengths) => {
      expect(sentences(text).map((words) => words.length)).toEqual(lengths);
    },
  );

  test.each(table.cases.grade as [Tongue, string, number][])('%s: %s', (tongue, text, expected) => {
    expect(grade(tongue, text)).toBeCloseTo(expected, 1);
  });
});

test.each(table.cases.faults as [Tongue, Kind, string, string[]][])(
  'of %s as %s, %j is said: %j',
  (tongue, kind, text, found) => {
    expect(faults(tongue, kind, text)).toEqual(found);
  },
);

test('what the desk carries is the server’s own list: make rules', () => {
  expect(words).toEqual(list);
});

test('a text without words asks nothing of anybody, and begins with no action', () => {
  expect(grade('en', '…')).toBe(0);
  expect(syllables('de', '9')).toBe(1);
  expect(beginsWithAction('en', '')).toBe(false);
  expect(beginsWithAction('en', 'Stop now.')).toBe(true);
});
