import { describe, expect, it } from 'vitest';
import { anItem, aSwap, aVersion, side } from '../testing/plans';
import { FEELINGS, hurtLog, isAnswered, restingTechniques, stops } from './hurt';
import type { HurtLog, VoidLog } from './logs';
import { planDay } from './plan';
import {
  DRAFT_MS,
  draftFate,
  draftOf,
  type LiveSession,
  NOTHING_SAID,
  practisedSeconds,
  sessionLog,
  sessionOf,
  startSession,
} from './session';
import { softerWays } from './softer-ways';
import { endEarly, tick } from './walk';

/** Ten minutes before midnight in Berlin. */
const START = Date.parse('2026-11-22T22:50:00Z');
const ITEMS = [
  anItem({ dose: { left: side(1, 60), right: side(1, 60) } }),
  anItem({ key: 'i2', technique_id: 'temple-hold', dose: { both: side(1, 30) } }),
];

function begun(): LiveSession {
  return startSession(planDay(aVersion(ITEMS, { number: 3 }), '2026-11-22'), {
    id: '0192f0c0-1111-7000-8000-000000000001',
    program_version: 3,
    at_ms: START,
    perf_ms: 0,
    zone: 'Europe/Berlin',
    pain_before: 5,
  });
}

function played(session: LiveSession, seconds: number): LiveSession {
  let walk = session.walk;
  for (let at = walk.clock.last.perf + 500, end = at + seconds * 1000; at < end; at += 500) {
    walk = tick(walk, { perf: at, wall: START + at });
  }
  return { ...session, walk };
}

describe("the session's log", () => {
  it('belongs to the local date and zone of its start, whenever it is saved', () => {
    const session = { ...played(begun(), 400), ended_ms: START + 400_000 };
    const log = sessionLog(session, START + 3_600_000);
    expect(log).toMatchObject({
      kind: 'session',
      id: '0192f0c0-1111-7000-8000-000000000001',
      schema: 1,
      local_date: '2026-11-22',
      tz: 'Europe/Berlin',
      utc_offset_min: 60,
      program_version: 3,
      started_at: '2026-11-22T22:50:00.000Z',
      ended_at: '2026-11-22T22:56:40.000Z',
      recorded_at: '2026-11-22T23:50:00.000Z',
      status: 'complete',
      shortened: false,
      pain_before: 5,
      pain_after: null,
      sensations: [],
      word: null,
    });
    expect(practisedSeconds(session.walk)).toBe(150);
  });

  it('carries what was said afterwards, on the side that it was said of', () => {
    const after = {
      pain_after: 3,
      sensations: ['warmth' as const],
      word: '  the left lets go faster ',
      softening: { 'i1/left': { start: 7, end: 4 } },
    };
    const log = sessionLog({ ...played(begun(), 400), after }, START);
    expect(log).toMatchObject({ pain_after: 3, sensations: ['warmth'], word: 'the left lets go faster' });
    expect(log.items.map((item) => item.softening)).toEqual([{ start: 7, end: 4 }, null, null]);
  });

  it('is partial when anything stayed undone, and ends when it was last touched', () => {
    const session = played(begun(), 60);
    const log = sessionLog({ ...session, saved_ms: START + 60_000 }, START + DRAFT_MS);
    expect(log).toMatchObject({ status: 'partial', ended_at: '2026-11-22T22:51:00.000Z' });
    expect(log.items.map((item) => item.outcome)).toEqual(['partial', 'skipped', 'skipped']);
  });
});

describe('a draft that is found', () => {
  it('goes on where it stood, also past midnight, also in a clock that was set back', () => {
    const draft = draftOf(played(begun(), 30), START + 30_000);
    expect(draft).toMatchObject({
      schema: 1,
      local_date: '2026-11-22',
      saved_at: '2026-11-22T22:50:30.000Z',
    });
    expect(draftFate(draft, START + DRAFT_MS)).toBe('resume');
    expect(draftFate(draft, START - 86_400_000)).toBe('resume');
    expect(sessionOf(draft)?.walk).toEqual(played(begun(), 30).walk);
  });

  it('goes on to After when the session had ended', () => {
    const session = { ...begun(), walk: endEarly(begun().walk), ended_ms: START + 5000 };
    expect(draftFate(draftOf(session, START + 5000), START + 9000)).toBe('after');
  });

  it('is saved as partial after three hours, with what was done', () => {
    const draft = draftOf(played(begun(), 85), START + 85_000);
    expect(draftFate(draft, START + 85_000 + DRAFT_MS + 1)).toBe('finalise');
    expect(draft.partial).toMatchObject({ status: 'partial', local_date: '2026-11-22' });
    expect(draft.partial.items[0]).toMatchObject({ done_s: 60, outcome: 'done' });
  });

  it('of another version of the app is saved as partial, never dropped', () => {
    const draft = { ...draftOf(begun(), START), schema: 2 };
    expect(sessionOf(draft)).toBe(null);
    expect(draftFate(draft, START)).toBe('finalise');
  });

  it('begins with nothing said', () => {
    expect(begun().after).toEqual(NOTHING_SAID);
  });
});

describe('pain', () => {
  const hurt = {
    id: 'h1',
    feeling: 'sharp' as const,
    discomfort: null,
    at_ms: START + 700_000,
    zone: 'Europe/Lisbon',
  };

  it('stops the technique for every feeling but "just too much"', () => {
    expect(FEELINGS.filter((feeling) => stops(feeling))).toEqual([
      'sharp',
      'burning',
      'electric',
      'numb',
      'spreading',
    ]);
  });

  const wall = aSwap({ reason: 'level', tool: null, level: 1, hard: 2 });
  const soft = aSwap({ level: 2, hard: 1 });

  it('offers nothing softer after a feeling that stops', () => {
    expect(softerWays('electric', { level: 2, hard: 2, swaps: [wall, soft] })).toEqual([]);
  });

  it('offers the gentler level with the same tool, and the softer tool at the same level', () => {
    expect(softerWays('too_much', { level: 2, hard: 2, swaps: [wall, soft] })).toEqual([wall, soft]);
  });

  it('offers nothing that is a level up, harder, or what she is doing already', () => {
    expect(softerWays('too_much', { level: 1, hard: 2, swaps: [wall, soft] })).toEqual([]);
    expect(softerWays('too_much', { level: 2, hard: 1, swaps: [wall, soft] })).toEqual([]);
  });

  it('offers at most three ways, the nearest first', () => {
    const many = [2, 1, 1, 1].map((level) => aSwap({ level, hard: 1 }));
    expect(softerWays('too_much', { level: 3, hard: 3, swaps: many })).toEqual(many.slice(0, 3));
  });

  it('is told with its own date and zone, its place and its second', () => {
    expect(hurtLog(played(begun(), 20 + 25), hurt)).toMatchObject({
      kind: 'hurt',
      id: 'h1',
      local_date: '2026-11-22',
      tz: 'Europe/Lisbon',
      utc_offset_min: 0,
      recorded_at: '2026-11-22T23:01:40.000Z',
      program_version: 3,
      session_id: '0192f0c0-1111-7000-8000-000000000001',
      key: 'i1',
      technique_id: 'neck-shoulder-soft-ball-wall',
      level: 2,
      side: 'left',
      second: 25,
      feeling: 'sharp',
    });
  });

  it('that was told as a number says the number; 8 or more stops whatever it is called', () => {
    const session = played(begun(), 45);
    expect(hurtLog(session, hurt)).not.toHaveProperty('discomfort');
    expect(hurtLog(session, { ...hurt, discomfort: 6 })).toMatchObject({ discomfort: 6 });
    expect([stops('too_much', 7), stops('too_much', 8), stops('sharp', 0)]).toEqual([false, true, true]);
    expect(softerWays('too_much', { level: 2, hard: 2, swaps: [wall] }, 8)).toEqual([]);
    const log = {
      kind: 'hurt',
      id: 'h1',
      technique_id: 'a',
      program_version: 3,
      feeling: 'too_much',
    } as HurtLog;
    expect([...restingTechniques({ number: 3 }, [{ ...log, discomfort: 8 }])]).toEqual(['a']);
    expect([...restingTechniques({ number: 3 }, [{ ...log, discomfort: 7 }])]).toEqual([]);
  });

  it('of 8 that was told in a hold lets it rest, also where nobody said what it was', () => {
    const holds = (discomfort: number) => [{ spot: 1, start: 4, discomfort, end: null }];
    const items = [
      { technique_id: 'a', holds: holds(8) },
      { technique_id: 'b', holds: holds(7) },
      { technique_id: 'c' },
    ];
    const log = { kind: 'session', id: 's1', program_version: 3, items };
    expect([...restingTechniques({ number: 3 }, [log])]).toEqual(['a']);
    expect([...restingTechniques({ number: 4 }, [log])]).toEqual([]);
    expect([...restingTechniques({ number: 3 }, [log, { kind: 'void', voids: 's1' } as VoidLog])]).toEqual(
      [],
    );
  });

  it('ends with a version only where its author could know of it', () => {
    const stop = {
      kind: 'hurt',
      id: 'h1',
      technique_id: 'a',
      program_version: 3,
      feeling: 'numb',
    } as HurtLog;
    const rests = (answered: string[], local_date = '2026-11-20') => {
      const version = { number: 4, answered, created_at: '2026-11-22T08:00:00Z' };
      return restingTechniques(version, [{ ...stop, local_date }]).has('a');
    };
    expect(rests(['h1'])).toBe(false);
    expect(rests([])).toBe(true);
    expect(restingTechniques({ number: 4, answered: [] }, [stop]).has('a')).toBe(true);
    expect(restingTechniques({ number: 3, answered: [] }, [stop]).has('a')).toBe(true);
    // Under the same version: a therapist has let go of it.
    expect(restingTechniques({ number: 3, answered: ['h1'] }, [stop]).has('a')).toBe(false);
    const nameless = { program_version: 3, local_date: '2026-11-20' };
    expect(isAnswered({ number: 4, answered: [] }, nameless)).toBe(false);
    // No phone waits for thirteen months: the server knew of it, and no longer keeps it.
    expect(rests([], '2025-10-18')).toBe(true);
    expect(rests([], '2025-10-17')).toBe(false);
  });

  it('has no place when the session is over', () => {
    const session = begun();
    expect(hurtLog({ ...session, walk: endEarly(session.walk) }, hurt)).toBe(null);
  });

  it('lets a technique rest until a newer version, unless it was taken back', () => {
    const log = (id: string, technique_id: string, program_version: number, feeling: HurtLog['feeling']) =>
      ({ kind: 'hurt', id, technique_id, program_version, feeling }) as HurtLog;
    const logs = [
      log('h1', 'a', 3, 'sharp'),
      log('h2', 'b', 3, 'too_much'),
      log('h3', 'c', 2, 'numb'),
      log('h4', 'd', 3, 'burning'),
      log('h5', 'e', 4, 'spreading'),
      { kind: 'void', id: 'v1', voids: 'h4' } as VoidLog,
      { kind: 'note' },
    ];
    expect([...restingTechniques({ number: 3 }, logs)].sort()).toEqual(['a', 'e']);
    expect([...restingTechniques({ number: 5 }, logs)]).toEqual([]);
  });
});
