import { expect, test } from 'vitest';
import { catalogue, wall } from '../../testing/desk-catalogue';
import type { Catalogue, LevelData } from './catalogue';
import { flagChoices, nearChoices, stopChoices } from './choices';

const level = wall.levels['1'];
const with2 = (near: LevelData['near']) => ({ ...wall, levels: { ...wall.levels, '2': { ...level, near } } });
const spine = { id: 'spine', say: 'Never on the spine.' };
const axilla = { id: 'axilla', say: 'Keep out of the armpit.' };

test('each place and each stop sign is offered once, by the alphabet', () => {
  const stop = [
    { id: 'nausea', text: 'Feeling sick', urgent: false },
    { id: 'dizziness', text: 'Dizzy', urgent: false },
  ];
  const known: Catalogue = {
    ...catalogue,
    techniques: [{ ...with2([spine, axilla]), stop }, with2([spine])],
  };
  expect(nearChoices(known).map(({ id }) => id)).toEqual(['axilla', 'spine']);
  expect(stopChoices(known).map(({ label }) => label)).toEqual(['Dizzy', 'Feeling sick']);
});

test('a flag has its label, or its id in plain words', () => {
  expect(flagChoices({ dvt: 'Blood clot' }, ['dvt', 'new_flag'])).toEqual([
    { id: 'dvt', label: 'Blood clot' },
    { id: 'new_flag', label: 'new flag' },
  ]);
});
