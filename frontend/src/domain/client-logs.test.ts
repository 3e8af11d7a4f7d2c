import { expect, it } from 'vitest';
import { consentLog, languageLog, receiptLog, voidLog } from './client-logs';

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
