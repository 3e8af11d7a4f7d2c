/** A small catalogue for the desk's tests: one technique of each kind of side. */
import type { Catalogue, LevelData, Technique, TechniqueSide } from '../domain/desk/catalogue';

function level(spots: number, hold_s: number, roll_s: number, side: TechniqueSide, style: string): LevelData {
  const sides = side === 'per_side' ? 2 : 1;
  return {
    dose: { spots, hold_s, roll_s, move_s: 0, sides, total_s: sides * (spots * hold_s + roll_s) },
    steps: ['Find the place.', 'Wait and breathe.'],
    tools: style === 'breath' ? ['none'] : ['soft_ball'],
    props: [],
    pos: ['standing_wall'],
    style,
    load: style === 'breath' ? 'none' : 'lean',
    hard: 1,
    side,
    near: [],
    hold_limit_s: style === 'sustained_hold' ? 90 : 180,
    swaps: [],
  };
}

function technique(
  id: string,
  name: string,
  regions: string[],
  side: TechniqueSide,
  style: string,
): Technique {
  return {
    id,
    name,
    regions,
    side,
    lines: [],
    feel: 'A warm, dull ache.',
    stop: [],
    caution: [],
    exclude: [],
    for: ['neck_pain'],
    ref_level: 2,
    roll_limit_s: 120,
    ladder: ['gentle', 'firmer', 'longer'],
    levels: {
      '1': level(1, 24, 0, side, style),
      '2': level(2, 32, 20, side, style),
      '3': level(3, 40, 30, side, style),
    },
  };
}

export const wall = technique(
  'wall',
  'Neck and shoulder at the wall',
  ['shoulder_top'],
  'per_side',
  'sustained_hold',
);
export const balls = technique('balls', 'Upper back on two balls', ['upper_back'], 'both', 'sustained_hold');
export const sore = technique(
  'sore',
  'Supported shoulder rest',
  ['shoulder_back'],
  'one_side',
  'position_of_ease',
);
export const breath = technique(
  'breath',
  'Hands on belly breathing',
  ['abdomen_contact_only'],
  'both',
  'breath',
);

export const catalogue: Catalogue = {
  version: 'test',
  signoff: null,
  regions: [
    { id: 'shoulder_top', label: 'Top of shoulder' },
    { id: 'shoulder_back', label: 'Back of shoulder' },
    { id: 'upper_back', label: 'Upper back' },
    { id: 'abdomen_contact_only', label: 'Belly' },
  ],
  props: [{ id: 'wall', label: 'Wall' }],
  positions: [{ id: 'standing_wall', label: 'Standing at a wall' }],
  lines: [{ id: 'arm', label: 'Arm' }],
  tools: [
    { id: 'soft_ball', label: 'Soft ball', hard: 1 },
    { id: 'none', label: 'No tool', hard: 1 },
  ],
  styles: [
    { id: 'sustained_hold', label: 'Hold' },
    { id: 'position_of_ease', label: 'Ease' },
    { id: 'breath', label: 'Breath' },
  ],
  conditions: [{ id: 'neck_pain', label: 'Neck pain' }],
  techniques: [wall, balls, sore, breath],
  starters: [
    {
      id: 'upper-back',
      name: 'Upper back',
      items: [{ technique_id: 'balls' }, { technique_id: 'wall' }],
      dose_s: 252,
      with_setup_s: 310,
      level_1: { dose_s: 72, with_setup_s: 122 },
    },
  ],
};
