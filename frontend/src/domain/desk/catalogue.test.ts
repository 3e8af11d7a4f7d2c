import { expect, it } from 'vitest';
import { catalogue, wall } from '../../testing/desk-catalogue';
import { EMPTY_SEARCH, findTechniques, labelOf, topLevel } from './catalogue';

const ids = (search: Partial<typeof EMPTY_SEARCH>) =>
  findTechniques(catalogue, { ...EMPTY_SEARCH, ...search }).map((technique) => technique.id);

it('shows everything while nothing is asked', () => {
  expect(ids({})).toHaveLength(4);
});

it('finds a technique by its region in plain words', () => {
  expect(ids({ text: 'top of shoulder' })).toEqual(['wall']);
});

it('takes a region by its own name too', () => {
  expect(ids({ areas: ['shoulder_back'] })).toEqual(['sore']);
});

it('finds by what it is chosen for', () => {
  expect(ids({ conditions: ['neck_pain'] })).toHaveLength(4);
  expect(ids({ conditions: ['headache'] })).toEqual([]);
});

it('says a known id by its label', () => {
  expect(labelOf(catalogue.tools, 'soft_ball')).toBe('Soft ball');
});

it('needs every word that was typed', () => {
  expect(ids({ text: 'shoulder rest' })).toEqual(['sore']);
});

it('finds by tool, also in the text', () => {
  expect(ids({ text: 'soft ball back' })).toEqual(['balls', 'sore']);
  expect(ids({ tools: ['none'] })).toEqual(['breath']);
});

it('narrows with each kind of filter and widens within one', () => {
  expect(ids({ areas: ['shoulder', 'back'] })).toEqual(['wall', 'balls', 'sore']);
  expect(ids({ areas: ['shoulder', 'back'], styles: ['sustained_hold'] })).toEqual(['wall', 'balls']);
});

it('says an unknown id in plain words instead of nothing', () => {
  expect(labelOf(catalogue.tools, 'two_balls_sock')).toBe('two balls sock');
});

it('has as many levels as were written, where the practice wrote it', () => {
  const own = { ...wall, own: true };
  const { 1: one, 2: two, 3: three } = wall.levels;
  const swaps = [{ reason: 'level' }] as unknown as typeof one.swaps;
  expect(topLevel(wall)).toBe(3);
  expect(topLevel(own)).toBe(3);
  expect(topLevel({ ...own, levels: { 1: one, 2: two, 3: { ...two, swaps } } })).toBe(2);
  expect(topLevel({ ...own, levels: { 1: one, 2: { ...one, swaps }, 3: one } })).toBe(1);
  expect(topLevel({ ...wall, levels: { 1: three, 2: three, 3: three } })).toBe(3);
});
