import type { Dose, Item, Side, SideDose, Snapshot, Swap, Version } from '../domain/program';

export function side(spots: number, hold_s: number, roll_s = 0, move_s = 0): SideDose {
  return { spots, hold_s, roll_s, move_s };
}

export function aSwap(change: Partial<Swap> = {}): Swap {
  return {
    reason: 'tool',
    tool: 'soft_ball',
    level: 1,
    steps: ['Put the soft ball on the wall.'],
    tools: ['soft_ball'],
    props: ['chair'],
    pos: ['seated'],
    style: 'sustained_hold',
    load: 'lean',
    hard: 1,
    side: 'both',
    near: [{ id: 'collarbone', say: 'Stay off the collarbone.' }],
    dose: { ...side(1, 24), sides: 1, total_s: 24 },
    ...change,
  };
}

/** An item of a program; `snapshot` changes what is frozen in it. */
export function anItem(change: Partial<Item> = {}, snapshot: Partial<Snapshot> = {}): Item {
  const dose: Dose = change.dose ?? { both: side(2, 30) };
  const sides = Object.keys(dose) as Side[];
  return {
    key: 'i1',
    technique_id: 'neck-shoulder-soft-ball-wall',
    level: 2,
    side: sides.length === 1 && sides[0] ? sides[0] : 'both',
    days: null,
    note: null,
    dose_s: 60,
    setup_s: 28,
    ...change,
    dose,
    snapshot: {
      name: 'Neck and shoulder at the wall',
      steps: ['Stand side-on to the wall.', 'Put the ball between shoulder and wall.', 'Lean in.'],
      feel: 'A good ache that fades.',
      tools: ['tennis_ball'],
      props: ['wall'],
      pos: ['standing_wall'],
      style: 'sustained_hold',
      load: 'lean',
      hard: 2,
      regions: ['shoulder_top'],
      near: [{ id: 'spine', say: 'Keep off the bones of your spine.' }],
      stop: [
        { id: 'arm_tingling', text: 'Tingling down the arm', urgent: false },
        { id: 'chest_pain', text: 'Chest pain', urgent: true },
      ],
      ladder: ['light', 'as described', 'with small movement'],
      swaps: [],
      ...snapshot,
    },
  };
}

export function aVersion(items: Item[], change: Partial<Version> = {}): Version {
  return {
    id: '0192f0c0-0000-7000-8000-000000000001',
    number: 1,
    base_version: null,
    author: { id: '0192f0c0-0000-7000-8000-00000000000a', name: 'Mara Stein' },
    reason: 'First program',
    created_at: '2026-11-01T09:00:00Z',
    starts_on: '2026-11-01',
    days: [0, 1, 2, 3, 4, 5, 6],
    dose_s: 300,
    with_setup_s: 380,
    warnings: [],
    content_version: '1',
    items,
    ...change,
  };
}

/** Numbers that look random and are the same in every run: 0 <= n < 1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
