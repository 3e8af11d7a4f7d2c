import { describe, expect, it } from 'vitest';
import adherence from '../../../tests/contract/adherence.json';
import boundaries from '../../../tests/contract/day_boundaries.json';
import forces from '../../../tests/contract/in_force.json';
import lengths from '../../../tests/contract/session_length.json';
import { anItem } from '../testing/plans';
import { type DaysKept, daysKept, type Setbacks } from './adherence';
import { localDate, utcOffsetMin, weekday } from './days';
import { inForce, itemsOn } from './inForce';
import { doseSeconds, setupSeconds, weekLength } from './length';
import { phasesOf } from './phases';
import { plannedItem } from './planned';
import type { Dose } from './program';

interface Case<In, Out> {
  name: string;
  in: In;
  out: Out;
}

interface LengthIn {
  days: number[];
  items: { days: number[] | null; dose: Dose }[];
}

interface LengthOut {
  items: { dose_s: number; setup_s: number }[];
  week: [number, number][];
  dose_s: number;
  with_setup_s: number;
}

const lengthCases = lengths.cases as unknown as Case<LengthIn, LengthOut>[];

interface TravelIn {
  sightings?: { at: string; local_date: string; utc_offset_min: number }[];
  hurts?: Setbacks['hurts'];
  reactions?: Setbacks['reactions'];
  rests?: Setbacks['rests'];
}

interface AdherenceIn extends TravelIn {
  today: string;
  window_days: number;
  versions: Parameters<typeof daysKept>[0];
  sessions: Parameters<typeof daysKept>[1];
  voided: string[];
}

const adherenceCases = adherence.cases as unknown as Case<AdherenceIn, DaysKept>[];

function setbacksOf({ sightings = [], hurts = [], reactions = [], rests }: TravelIn): Setbacks {
  const seen = sightings.map(({ at, ...where }) => ({ at_ms: Date.parse(at), ...where }));
  return { sightings: seen, hurts, reactions, rests };
}

describe('the tables that server and phone share', () => {
  it.each(boundaries.cases)('day boundaries: $name', ({ in: { at, zone }, out }) => {
    const instant = Date.parse(at);
    const local_date = localDate(instant, zone);
    expect({
      local_date,
      weekday: weekday(local_date),
      utc_offset_min: utcOffsetMin(instant, zone),
    }).toEqual(out);
  });

  it.each(adherenceCases)('adherence: $name', ({ in: given, out }) => {
    const voided = new Set(given.voided);
    const { versions, sessions, today, window_days } = given;
    expect(daysKept(versions, sessions, voided, today, window_days, setbacksOf(given))).toEqual(out);
  });

  it.each(forces.cases)('in force: $name', ({ in: { date, versions }, out }) => {
    const version = inForce(versions, date);
    const keys = version ? itemsOn(version, date).map((item) => item.key) : [];
    expect({ number: version?.number ?? null, keys }).toEqual(out);
  });

  it.each(lengthCases)('session length: $name', ({ in: program, out }) => {
    const { week, heaviest } = weekLength(program);
    expect({
      items: program.items.map(({ dose }) => ({ dose_s: doseSeconds(dose), setup_s: setupSeconds(dose) })),
      week: week.map((day) => [day.dose_s, day.with_setup_s]),
      ...heaviest,
    }).toEqual(out);
  });

  it.each(lengthCases)('the player plays what the table says: $name', ({ in: program, out }) => {
    program.items.forEach(({ dose }, at) => {
      for (const style of ['sustained_hold', 'slow_roll']) {
        const phases = phasesOf(plannedItem(anItem({ dose }, { style })));
        const sum = (counts: boolean) =>
          phases.filter((phase) => phase.dose === counts).reduce((total, phase) => total + phase.seconds, 0);
        expect({ dose_s: sum(true), setup_s: sum(false) }).toEqual(out.items[at]);
      }
    });
  });
});
