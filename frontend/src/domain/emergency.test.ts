import { describe, expect, it } from 'vitest';
import words from '../content/words.en.gen.json';
import { type Act, actOf, numberToCall } from './emergency';

const call = (zone: string, languages: string[] = [], practice = '') =>
  numberToCall(words.numbers, zone, languages, practice);

describe('the number to call', () => {
  it('is that of the place where she is, whatever her language', () => {
    expect(call('Europe/Berlin', ['en-US'], '144')).toBe('112');
    expect(call('Europe/Zurich', ['de-DE'])).toBe('144');
    expect(call('America/New_York', ['de-DE'])).toBe('911');
    expect(call('America/Argentina/Salta')).toBe('107');
    expect(call('Australia/Sydney')).toBe('000');
    expect(call('Pacific/Auckland')).toBe('111');
  });

  it('is that of her language where the zone tells no place', () => {
    expect(call('UTC', ['en', 'en-GB'])).toBe('999');
    expect(call('Etc/GMT+3', ['zh-Hant-TW'], '112')).toBe('119');
    expect(call('', ['pt-BR'])).toBe('192');
  });

  it('is that of her practice where nothing better is known, and never none', () => {
    expect(call('Africa/Casablanca', ['en-US'], '150')).toBe('150');
    expect(call('UTC', ['en-XX'], ' 150 ')).toBe('150');
    expect(call('UTC', [], ' ')).toBe('112');
  });
});

describe('how urgent', () => {
  const acts = words.red_flags as Record<string, { act: Act }>;
  const on = (...flags: string[]) => flags.map((flag) => ({ flag, sites: [], log: flag }));

  it('is the most urgent of all', () => {
    expect(actOf(on('rf_wound'), acts)).toBe('urgent');
    expect(actOf(on('rf_wound', 'rf_chest'), acts)).toBe('emergency');
  });

  it('is the worst where the sign has no name here', () => {
    expect(actOf(on('any_red_flag'), acts)).toBe('emergency');
    expect(actOf(on('rf_of_a_newer_app'), acts)).toBe('emergency');
  });
});
