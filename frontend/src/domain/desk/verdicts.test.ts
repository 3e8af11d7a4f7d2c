import { describe, expect, it } from 'vitest';
import { breath, sore, wall } from '../../testing/desk-catalogue';
import { ASK, everyLevel, finding, GENTLE, row, said } from '../../testing/desk-verdicts';
import { entryOf, firstFinding, openLevels, rowFor } from './verdicts';

const BLOCKED = { verdict: 'block' } as const;

describe('what is said about a side', () => {
  const both = row('wall', 1, BLOCKED);
  const right = row('wall', 1, { side: 'right' });

  it('is that of the side where it is laxer alone, else that of both', () => {
    const verdicts = said(both, right);
    expect(rowFor(verdicts, 'wall', 1, 'right')).toBe(right);
    expect(rowFor(verdicts, 'wall', 1, 'left')).toBe(both);
  });

  it('is nothing where the server knows nothing', () => {
    expect(rowFor(said(), 'wall', 1, 'both')).toBeNull();
  });
});

describe('the levels that are open', () => {
  it('are all of them where nothing is said', () => {
    expect(openLevels(said(), wall, 'both')).toEqual([1, 2, 3]);
  });

  it('are none of those that are blocked, and none above a limit', () => {
    expect(openLevels(said(everyLevel('wall', BLOCKED)), wall, 'both')).toEqual([]);
    expect(openLevels(said(everyLevel('wall', GENTLE)), wall, 'both')).toEqual([1]);
  });

  it('are those whose tool is soft enough', () => {
    const hard = { ...wall, levels: { ...wall.levels, '2': { ...wall.levels['2'], hard: 2 } } };
    const verdicts = said(everyLevel('wall', { verdict: 'adapt', limits: { tools_max_hard: 1 } }));
    expect(openLevels(verdicts, hard, 'both')).toEqual([1, 3]);
  });

  it('are those too that somebody has to agree to', () => {
    expect(openLevels(said(everyLevel('wall', ASK)), wall, 'both')).toEqual([1, 2, 3]);
  });
});

describe('how a technique enters', () => {
  it('gently and on both sides', () => {
    expect(entryOf(said(), wall)).toEqual({ level: 1, side: 'both', row: null });
  });

  it('at the lowest level that is open', () => {
    expect(entryOf(said(row('wall', 1, BLOCKED)), wall)).toMatchObject({ level: 2, side: 'both' });
  });

  it('on the one side that may be worked', () => {
    const verdicts = said(everyLevel('sore', BLOCKED), everyLevel('sore', { side: 'right' }));
    expect(entryOf(verdicts, sore)).toMatchObject({ level: 1, side: 'right' });
  });

  it('not at all where nothing is open', () => {
    expect(entryOf(said(everyLevel('breath', BLOCKED)), breath)).toBeNull();
  });
});

it('names the strictest rule first, where one speaks', () => {
  const strict = finding('S01', 'Get medical advice first.');
  expect(firstFinding(row('wall', 1, { findings: [strict, finding('S27', 'Gently.')] }))).toBe(strict);
  expect(firstFinding(row('wall', 1))).toBeNull();
});
