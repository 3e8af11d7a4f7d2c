import type { Item, SessionLog, Version } from '../domain/types';

/** One item as the server freezes it; what a test is about is given by hand. */
export function anItem(given: Partial<Item> = {}): Item {
  return {
    key: 'i1',
    technique_id: 'plantar-ball',
    level: 1,
    side: 'both',
    days: null,
    note: null,
    dose: {
      left: { spots: 1, hold_s: 60, roll_s: 30, move_s: 0 },
      right: { spots: 1, hold_s: 60, roll_s: 30, move_s: 0 },
    },
    dose_s: 180,
    setup_s: 30,
    snapshot: {
      name: 'Sole of the foot',
      steps: ['Sit on a chair.', 'Put the ball under your foot.', 'Rest on a tender spot and breathe.'],
      feel: 'A dull, good ache that softens.',
      tools: ['tennis_ball'],
      props: ['chair'],
      pos: ['seated'],
      style: 'sustained_hold',
      load: 'part',
      hard: 2,
      regions: ['foot'],
      near: [],
      stop: [],
      ladder: ['seated', 'standing, light', 'standing'],
      swaps: [],
    },
    ...given,
  };
}

export function aVersion(given: Partial<Version> = {}): Version {
  return {
    id: '0192f0c1-0000-7000-8000-0000000000e1',
    number: 1,
    base_version: 0,
    author: { id: '0192f0c1-0000-7000-8000-0000000000f1', name: 'Marit' },
    reason: 'A gentle start.',
    created_at: '2026-11-20T09:00:00Z',
    starts_on: '2026-11-20',
    days: [0, 1, 2, 3, 4, 5, 6],
    dose_s: 180,
    with_setup_s: 210,
    warnings: [],
    content_version: '1',
    items: [anItem()],
    ...given,
  };
}

export function aSession(given: Partial<SessionLog> = {}): SessionLog {
  return {
    id: '0192f0c1-0000-7000-8000-0000000000a1',
    kind: 'session',
    schema: 1,
    local_date: '2026-11-22',
    tz: 'Europe/Berlin',
    utc_offset_min: 60,
    recorded_at: '2026-11-22T07:10:00.000Z',
    program_version: 1,
    started_at: '2026-11-22T07:00:00.000Z',
    ended_at: '2026-11-22T07:09:00.000Z',
    status: 'complete',
    shortened: false,
    pain_before: 5,
    pain_after: 3,
    sensations: ['warmth'],
    word: null,
    items: (['left', 'right'] as const).map((side) => ({
      key: 'i1',
      technique_id: 'plantar-ball',
      level: 1,
      side,
      planned_s: 90,
      done_s: 90,
      outcome: 'done',
      skip_reason: null,
      tool: 'tennis_ball',
      softening: null,
    })),
    ...given,
  };
}
