import { describe, expect, it } from 'vitest';
import { balls, breath, catalogue, sore, wall } from '../../testing/desk-catalogue';
import { everyLevel, GENTLE, said } from '../../testing/desk-verdicts';
import { adjusted, alternativesTo } from './adjusted';
import type { Starter } from './catalogue';
import type { Alternative } from './verdicts';

const starter = catalogue.starters[0] as Starter;
const shut = (...alternatives: Alternative[]) => everyLevel('balls', { verdict: 'block', alternatives });
const instead = (technique_id: string, why: Alternative['why'] = 'ease'): Alternative => ({
  technique_id,
  level: 1,
  why,
});

describe('a starter', () => {
  it('comes whole to a client without flags', () => {
    const fit = adjusted(said(), catalogue, starter);
    expect(fit.items.map((item) => item.technique_id)).toEqual(['balls', 'wall']);
    expect(fit.left).toEqual([]);
  });

  it('comes within her limits', () => {
    const fit = adjusted(
      said(everyLevel('wall', { ...GENTLE, limits: { max_hold_s: 8 } })),
      catalogue,
      starter,
    );
    expect(fit.items[1]?.dose.left?.hold_s).toBe(8);
  });

  it('leaves out what is blocked, and says so', () => {
    const fit = adjusted(said(shut()), catalogue, starter);
    expect(fit.items.map((item) => item.technique_id)).toEqual(['wall']);
    expect(fit.left).toEqual([{ out: balls, instead: null }]);
  });

  it('puts the first safe other in the place of what is blocked', () => {
    const fit = adjusted(said(shut(instead('sore', 'same_region'), instead('breath'))), catalogue, starter);
    expect(fit.items.map((item) => item.technique_id)).toEqual(['sore', 'wall']);
    expect(fit.left).toEqual([{ out: balls, instead: { technique: sore, why: 'same_region' } }]);
  });

  it('puts nothing in twice', () => {
    const twice = { ...starter, items: [{ technique_id: 'balls' }, { technique_id: 'wall' }] };
    const fit = adjusted(said(shut(instead('wall'), instead('breath'))), catalogue, twice);
    expect(fit.items.map((item) => item.technique_id)).toEqual(['breath', 'wall']);
  });

  it('comes without what the catalogue lost', () => {
    const fit = adjusted(said(), catalogue, { ...starter, items: [{ technique_id: 'lost' }] });
    expect(fit).toEqual({ items: [], left: [] });
  });
});

describe('what may stand in', () => {
  const all = [instead('lost'), instead('wall'), instead('breath'), instead('sore')];

  it('is in the catalogue, not there yet, and open to her', () => {
    const verdicts = said(shut(...all), everyLevel('sore', { verdict: 'block' }));
    const found = alternativesTo(verdicts, catalogue, balls, 1, new Set(['wall']));
    expect(found).toEqual([{ technique: breath, why: 'ease' }]);
  });

  it('is nothing where nothing is said', () => {
    expect(alternativesTo(said(), catalogue, wall, 1, new Set())).toEqual([]);
  });
});
