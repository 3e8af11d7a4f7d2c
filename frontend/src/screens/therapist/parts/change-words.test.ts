import { expect, it } from 'vitest';
import type { Change } from '../../../domain/desk/diff';
import { changeWords } from './change-words';

const name = (id: string) => (id === 'wall' ? 'Neck at the wall' : id);
const side = { spots: 2, hold_s: 24, roll_s: 0, move_s: 0 };

function change(code: Change['code'], from: unknown, to: unknown, other: Partial<Change> = {}): Change {
  return { code, from, to, technique_id: 'wall', key: 'i1', side: null, ...other };
}

it('says by how many breaths which side is longer', () => {
  const longer = change('dose', side, { ...side, hold_s: 40 }, { side: 'left' });
  expect(changeWords(longer, name)).toBe('Neck at the wall, left side: 2 breaths longer');
});

it('says seconds where they are no whole breaths', () => {
  const shorter = change('dose', side, { ...side, hold_s: 19 }, { side: 'both' });
  expect(changeWords(shorter, name)).toBe('Neck at the wall: 5 s shorter');
});

it('tells every part of a dose that moved', () => {
  const more = change('dose', side, { spots: 3, hold_s: 24, roll_s: 20, move_s: 0 }, { side: 'right' });
  expect(changeWords(more, name)).toBe('Neck at the wall, right side: 20 s more rolling, 1 spot more');
});

it('says that a side came or went', () => {
  expect(changeWords(change('dose', null, side, { side: 'left' }), name)).toBe(
    'Neck at the wall, left side added',
  );
  expect(changeWords(change('dose', side, null, { side: 'left' }), name)).toBe(
    'Neck at the wall, left side taken out',
  );
});

it.each([
  [change('added', null, { level: 1 }), 'Neck at the wall added, level 1'],
  [change('removed', { level: 1 }, null), 'Neck at the wall taken out'],
  [change('level', 2, 1), 'Neck at the wall: level 2 → 1'],
  [change('side', 'both', 'left'), 'Neck at the wall: now left'],
  [change('item_days', null, [0, 2]), 'Neck at the wall: Mo We'],
  [change('item_days', [0], null), 'Neck at the wall: on all program days again'],
  [change('note', null, 'Slowly'), 'Neck at the wall: note “Slowly”'],
  [change('note', 'Slowly', null), 'Neck at the wall: note taken away'],
  [change('order', ['i1'], ['i2'], { technique_id: null }), 'The order changed.'],
  [change('days', [0], [0, 1, 2, 3, 4, 5, 6], { technique_id: null }), 'Days: every day'],
])('puts %o into words', (one, words) => {
  expect(changeWords(one, name)).toBe(words);
});
