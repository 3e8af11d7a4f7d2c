import { describe, expect, it } from 'vitest';
import table from '../../../tests/contract/starters.json';
import { anItem, aVersion } from '../testing/plans';
import type { Reading } from './clock';
import { planDay } from './plan';
import type { Dose } from './program';
import { practisedSeconds } from './session';
import { isOver, startWalk, tick } from './walk';

const MONDAY = '2026-11-23';
const STARTERS = table as unknown as {
  name: string;
  items: { technique_id: string; style: string; dose: Dose }[];
  dose_s: number;
  with_setup_s: number;
}[];

/** Ticks of a busy phone: late by up to a third of a second, never in time. */
function played({ items }: (typeof STARTERS)[number]) {
  const version = aVersion(
    items.map(({ technique_id, style, dose }, at) =>
      anItem({ key: `i${at}`, technique_id, dose }, { style }),
    ),
  );
  const at: Reading = { perf: 0, wall: 1_700_000_000_000 };
  let walk = startWalk(planDay(version, MONDAY), { ...at });
  for (let ticks = 0; !isOver(walk); ticks += 1) {
    const step = 100 + ((ticks * 37) % 230);
    at.perf += step;
    at.wall += step;
    walk = tick(walk, { ...at });
  }
  return { dose_s: practisedSeconds(walk), took_s: at.perf / 1000 };
}

describe('a starter', () => {
  it.each(STARTERS)('is played as long as the builder says: $name', (starter) => {
    const { dose_s, took_s } = played(starter);
    expect(dose_s).toBe(starter.dose_s);
    expect(Math.abs(took_s / starter.with_setup_s - 1)).toBeLessThan(0.02);
  });
});
