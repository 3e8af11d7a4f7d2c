import { describe, expect, it } from 'vitest';
import { breathGuide } from './breath';
import { cuesBetween, cuesOf, overTones, shakeOf, toneOf } from './cues';
import type { PhaseKind } from './phases';

const phase = (kind: PhaseKind, seconds: number) => ({
  kind,
  seconds,
  dose: kind === 'hold' || kind === 'roll' || kind === 'move',
});
const said = (kind: PhaseKind, seconds: number, guided = true) =>
  cuesOf(phase(kind, seconds), guided ? breathGuide(seconds) : null).map((cue) => `${cue.at_s} ${cue.kind}`);

describe('the cues of a phase', () => {
  it('are its beginning and the last three seconds', () => {
    expect(said('find', 8)).toEqual(['0 begin', '5 count', '6 count', '7 count']);
  });

  it('are its beginning alone where there is no time to count', () => {
    expect(said('turn', 2)).toEqual(['0 begin']);
  });

  it('of a hold are each breath too, the first one being the beginning', () => {
    expect(said('hold', 20).filter((cue) => /in|out/.test(cue))).toHaveLength(6);
    expect(said('hold', 16)).toEqual([
      '0 begin',
      '3.2 out',
      '8 in',
      '11.2 out',
      '13 count',
      '14 count',
      '15 count',
    ]);
    expect(said('hold', 16, false)).toEqual(['0 begin', '13 count', '14 count', '15 count']);
  });

  it('of a long one are its half too, but not while getting in place', () => {
    expect(said('roll', 60)).toContain('30 half');
    expect(said('hold', 90)).toContain('45 half');
    expect(said('roll', 30).join()).not.toContain('half');
    expect(said('setup', 60).join()).not.toContain('half');
  });

  it('are met once each, however time is cut', () => {
    const cues = cuesOf(phase('hold', 90), breathGuide(90));
    for (const step of [0.1, 0.37, 1.9]) {
      const met = [];
      for (let at = 0; at < 90; at += step) met.push(...cuesBetween(cues, at, Math.min(90, at + step)));
      expect(met).toEqual(cues.slice(1));
    }
  });
});

describe('how a cue sounds and feels', () => {
  it('rises with the breath in and falls with the breath out, softly', () => {
    expect(toneOf('in').to_hz).toBeGreaterThan(toneOf('in').from_hz);
    expect(toneOf('out').to_hz).toBeLessThan(toneOf('out').from_hz);
    expect(toneOf('in').loud).toBeLessThan(toneOf('begin').loud);
    expect(overTones()).toHaveLength(2);
  });

  it('tells a hold, a change of sides and the end apart on the skin', () => {
    const felt = [
      shakeOf('begin', 'hold'),
      shakeOf('begin', 'turn'),
      shakeOf('begin', 'find'),
      shakeOf('over', 'hold'),
    ];
    expect(new Set(felt.map(String)).size).toBe(4);
    expect(shakeOf('count', 'hold')).toEqual([30]);
    expect([shakeOf('in', 'hold'), shakeOf('half', 'hold')]).toEqual([[], []]);
  });
});
