import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/plans';
import { addDays, daysBetween, instantText, localDate, weekday } from './days';

describe('dates', () => {
  it('steps over months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(addDays('2000-03-01', -1)).toBe('2000-02-29');
  });

  it('counts days in both directions', () => {
    expect(daysBetween('2026-11-09', '2026-11-22')).toBe(13);
    expect(daysBetween('2026-11-22', '2026-11-09')).toBe(-13);
  });

  it('agrees with the calendar of the engine for any day of four centuries', () => {
    const random = seeded(1);
    for (let at = 0; at < 2000; at += 1) {
      const days = Math.floor(random() * 146_097) - 73_000;
      const engine = new Date(days * 86_400_000);
      const date = engine.toISOString().slice(0, 10);
      expect(addDays('1970-01-01', days)).toBe(date);
      expect(weekday(date)).toBe((engine.getUTCDay() + 6) % 7);
      expect(daysBetween('1970-01-01', date)).toBe(days);
    }
  });

  it('refuses what is not a date or a zone', () => {
    expect(() => addDays('22.11.2026', 1)).toThrow(RangeError);
    expect(() => localDate(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

it('writes an instant as UTC text with milliseconds', () => {
  expect(instantText(0)).toBe('1970-01-01T00:00:00.000Z');
  expect(instantText(Date.parse('2026-11-22T08:00:00.5+01:00'))).toBe('2026-11-22T07:00:00.500Z');
});
