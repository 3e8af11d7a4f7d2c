import { expect, it } from 'vitest';
import { consentLog, decisionLog, decisionReadLog, languageLog, receiptLog, voidLog } from './client-logs';
import type { DoseDecision } from './dose/history';

/** Half past midnight in Berlin, still yesterday in Greenwich. */
const NOW = Date.parse('2026-11-21T23:30:00Z');
const SAID = {
  id: 'a',
  schema: 1,
  local_date: '2026-11-22',
  tz: 'Europe/Berlin',
  utc_offset_min: 60,
  recorded_at: '2026-11-21T23:30:00.000Z',
};

it('agrees to a version of the consent text on the day that she lives', () => {
  const log = consentLog(1, 'a', NOW, 'Europe/Berlin');
  expect(log).toEqual({ ...SAID, kind: 'consent', version: 1, given: true });
});

it('takes a log back by its id', () => {
  expect(voidLog('b', 'a', NOW, 'Europe/Berlin')).toEqual({ ...SAID, kind: 'void', voids: 'b' });
});

it('tells that a version of the program has arrived', () => {
  const log = receiptLog(3, 'a', NOW, 'Europe/Berlin');
  expect(log).toEqual({ ...SAID, kind: 'read', what: 'program', ref: '3' });
});

it('tells which language she chose', () => {
  const log = languageLog('de', 'a', NOW, 'Europe/Berlin');
  expect(log).toEqual({ ...SAID, kind: 'setting', name: 'language', value: 'de' });
});

it('tells that she has read what changed by itself', () => {
  const log = decisionReadLog('d', 'a', NOW, 'Europe/Berlin');
  expect(log).toEqual({ ...SAID, kind: 'read', what: 'decision', ref: 'd' });
});

it('tells what the phone took from the dose, and calls the whole program by a name', () => {
  const state = { paused: false, level: 1, cuts: 0, budget_s: null, s: 180 };
  const made: DoseDecision = {
    id: 'd',
    on: '2026-11-22',
    at: SAID.recorded_at,
    rule: 'D05',
    decision: 'STEP_BACK',
    target: 'wall',
    notice: 'review',
    before: { ...state, level: 2 },
    after: state,
    inputs: {},
    source: null,
  };
  const log = decisionLog(made, 'a', NOW, 'Europe/Berlin');
  const told = { kind: 'decision', decision_id: 'd', rule: 'D05', target: 'wall' };
  expect(log).toEqual({ ...SAID, ...told, before: { ...state, level: 2 }, after: state });
  expect(decisionLog({ ...made, target: '' }, 'a', NOW, 'Europe/Berlin').target).toBe('program');
});
