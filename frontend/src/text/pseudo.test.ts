import { expect, it } from 'vitest';
import { pseudo } from './pseudo';

it('makes every sentence longer, accented and bracketed, however deep it stands', () => {
  const made = pseudo({ a: 'Start', deep: { list: ['one', '', '1:05'], said: (n: number) => `${n} days` } });
  expect(made.a).toBe('[Štárt ~~]');
  expect(made.deep.list).toEqual(['[óñé ~~]', '', '1:05']);
  expect(made.deep.said(3)).toBe('[3 dáýš ~~~]');
});

it('leaves alone what is no sentence', () => {
  const made = pseudo({ calm: () => true, count: 3, nothing: null });
  expect([made.calm(), made.count, made.nothing]).toEqual([true, 3, null]);
});

it('leaves alone what the app reads of the content', () => {
  const made = pseudo({
    questions: [{ id: 'q04', text: 'How long?', options: [{ id: 'yes', label: 'Yes' }] }],
  });
  expect(made.questions[0]).toEqual({
    id: 'q04',
    text: '[Hów lóñg? ~~~~]',
    options: [{ id: 'yes', label: '[Ýéš ~~]' }],
  });
});

it('is four tenths longer, and breaks where sentences break', () => {
  const sentence = 'Move a little until you find a tender place.';
  const made = pseudo(sentence);
  expect(made.length).toBeGreaterThanOrEqual(sentence.length * 1.4);
  expect(Math.max(...made.split(' ').map((word) => word.length))).toBeLessThan(9);
});
