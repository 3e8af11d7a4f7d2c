import { describe, expect, it } from 'vitest';
import { AS_USUAL, checkLog, flagLog, signsIn } from './daily';

const now = { id: 'c1', at_ms: Date.parse('2026-11-23T07:00:00Z'), zone: 'Europe/Berlin' };

describe('the daily check', () => {
  it('on a usual day says that nothing is new, and the number', () => {
    expect(checkLog(AS_USUAL, 4, now)).toMatchObject({
      id: 'c1',
      kind: 'check',
      local_date: '2026-11-23',
      answers: { d1: ['nothing new'], d2: 'no', d3: 4 },
    });
  });

  it('makes up no number', () => {
    expect(checkLog(AS_USUAL, null, now).answers).toEqual(AS_USUAL);
  });
});

it('a warning sign goes up with the log in which it came up', () => {
  expect(flagLog('rf_chest', 'h1', now)).toMatchObject({
    kind: 'flag',
    flag_id: 'rf_chest',
    on: true,
    source: 'h1',
  });
});

describe('a hot or swollen place', () => {
  const told = (region: string, option = 'hot red or newly swollen area') => ({
    chosen: [option],
    sites: [{ region, side: 'left' }],
  });

  it('on a leg is a warning sign', () => {
    expect(signsIn(told('calf'))).toEqual(['rf_dvt']);
    expect(signsIn({ entries: [told('neck_back'), told('thigh_back')] })).toEqual(['rf_dvt']);
  });

  it('elsewhere, or something else on a leg, is none', () => {
    expect(signsIn(told('neck_back'))).toEqual([]);
    expect(signsIn(told('calf', 'new wound or rash'))).toEqual([]);
    expect(signsIn(['nothing new'])).toEqual([]);
  });
});
