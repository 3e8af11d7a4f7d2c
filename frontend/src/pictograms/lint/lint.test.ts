import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/techniques.json';
import { CLOSE_UPS } from '../closeups';
import { FINGER, padsOf, solveClose } from '../draw-close';
import { alter, type BodyPose, type ClosePose, isClose, type Pose } from '../format';
import { offLine } from '../geometry';
import { POSES, poseOf } from '../poses';
import { levelsToDraw, lintPose, lintTechnique, type TechniqueRecord, type Told } from './index';

const RECORDS: readonly TechniqueRecord[] = table;

function told(id: string, level: 1 | 2 | 3): Told {
  const record = RECORDS.find((one) => one.id === id);
  const found = record?.levels[level - 1];
  if (!record || !found) throw new Error(`no ${id}`);
  return { ...found, regions: record.regions };
}

function bodyPose(id: string, level: 1 | 2 | 3): BodyPose {
  const pose = poseOf(id, level);
  if (!pose || isClose(pose)) throw new Error(`no figure for ${id}`);
  return pose;
}

function closePose(id: string, level: 1 | 2 | 3 = 1): ClosePose {
  const pose = poseOf(id, level);
  if (!pose || !isClose(pose)) throw new Error(`no close-up for ${id}`);
  return pose;
}

/** How many of them the steps ask for between the hand and the scar. */
const FINGER_WIDTHS = { 1: 3, 2: 2 } as const;

/** How near the nearest finger comes to the scar, and how wide a finger is. */
function fromScar(id: string, level: 1 | 2): { finger: number; off: number } {
  const pose = closePose(id, level);
  const line = CLOSE_UPS[pose.close].zones.find((zone) => zone.id === 'scar')?.line ?? [];
  const pads = [0, 0.5, 1].flatMap((phase) => solveClose(pose, phase).hands.flatMap(padsOf));
  const finger = FINGER * (pose.hands?.[0]?.size ?? 1);
  return { finger, off: Math.min(...pads.map((pad) => offLine(pad, line))) };
}

describe('every technique of the content', () => {
  it('has a pose at its first level and at each that is done otherwise', () => {
    const missing = RECORDS.flatMap(({ id, levels }) =>
      levelsToDraw(levels)
        .filter((level) => !POSES[id]?.[level])
        .map((level) => `${id} ${level}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(RECORDS.map((record) => [record.id, record] as const))(
    '%s is drawn as its record says',
    (id, record) => {
      expect(lintTechnique(record, id)).toEqual([]);
    },
  );

  it.each([1, 2] as const)('keeps the hand of the light hold off the scar, level %i', (level) => {
    const { finger, off } = fromScar('scar-edge-hold', level);
    expect(off - finger / 2).toBeGreaterThanOrEqual(FINGER_WIDTHS[level] * finger);
  });

  it.each([1, 2] as const)('has the fingers of the scar glide on the scar, level %i', (level) => {
    expect(fromScar('scar-glide', level).off).toBeLessThan(3);
  });

  it('is known to the content, where there is a pose', () => {
    const ids = RECORDS.map(({ id }) => id);
    expect(Object.keys(POSES).filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('the check finds', () => {
  const roll = () => bodyPose('upper-back-two-balls', 2);
  const rollTold = told('upper-back-two-balls', 2);
  const calf = () => bodyPose('calf-roller', 1);
  const calfTold = told('calf-roller', 1);
  const faults = (pose: Pose, by: Told) => lintPose(pose, by).join('\n');

  it('a ball on the spine, in the small figure', () => {
    const inset = { view: 'back', at: [24, 17], spot: [0.5, 7] } as const;
    expect(faults(alter(roll(), { inset }), rollTold)).toContain('the spot is on spine');
  });

  it('a tool beside the spine without the small figure', () => {
    const { inset: _, ...without } = roll();
    expect(faults(without, rollTold)).toContain('needs an inset');
  });

  it('a stick on the outer side of the knee, and on the bony knob below it', () => {
    const put = (id: string, on: 'thigh' | 'shin', t: number) =>
      faults(
        alter(bodyPose(id, 1), {
          tools: [{ kind: 'massage_stick', on: [on, 'near', t], rest: 'hand' }],
          frames: [],
        }),
        told(id, 1),
      );
    expect(put('outer-thigh-stick', 'thigh', 0.9)).toContain('is on knee');
    expect(put('shin-stick', 'shin', 0.05)).toContain('is on fibula_head');
  });

  it('a knee that falls towards us further than a leg can', () => {
    const pose = bodyPose('glute-ball-floor', 2);
    const flat = alter(pose, { body: { ...pose.body, leg: { to: [76, 83.5], sway: 90 } }, frames: [] });
    expect(faults(flat, told('glute-ball-floor', 2))).toContain('thigh changes its length');
  });

  it('a roller in the hollow of the knee, in motion only', () => {
    const frames = [{ tools: [{ on: ['shin', 'back', 0.02] as const }] }];
    expect(faults(alter(calf(), { frames }), calfTold)).toContain('is on popliteal (at 1)');
  });

  it('a tool on another region', () => {
    const tools = [{ kind: 'roller_soft', on: ['thigh', 'back', 0.5], rest: 'floor' }] as const;
    expect(faults(alter(calf(), { tools, frames: [] }), calfTold)).toContain('is not on calf');
  });

  it('a tool that nothing carries', () => {
    const { settle: _, ...loose } = calf();
    const leg = { a: -30, b: -10 };
    expect(faults({ ...loose, body: { ...loose.body, leg } }, calfTold)).toContain('misses the floor');
  });

  it('another tool than the record names', () => {
    const tools = [{ kind: 'golf_ball', on: ['shin', 'back', 0.4], rest: 'floor' }] as const;
    expect(faults(alter(calf(), { tools }), calfTold)).toContain('shows [golf_ball]');
  });

  it('a body in the floor, in the wall and in the chair', () => {
    const low = alter(roll(), { body: { ...roll().body, arm: { a: 60, b: 60 } } });
    expect(faults(low, rollTold)).toContain('fore passes through the floor');
    const wall = bodyPose('upper-back-two-balls', 1);
    const near = alter(wall, { body: { ...wall.body, arm: { a: 20, b: -20 } } });
    expect(faults(near, told('upper-back-two-balls', 1))).toContain('passes through the wall');
    const seat = bodyPose('plantar-golf-ball', 1);
    const deep = alter(seat, { body: { ...seat.body, farLeg: { a: 60, b: 120 } } });
    expect(faults(deep, told('plantar-golf-ball', 1))).toContain('passes through the chair');
  });

  it('a foot that its leg cannot reach, and a knee that bends forwards', () => {
    const far = alter(roll(), { body: { ...roll().body, farLeg: { to: [119, 40] } } });
    expect(faults(far, rollTold)).toContain('farLeg falls short');
    const wrong = alter(calf(), { body: { ...calf().body, farLeg: { a: 0, b: -60 } } });
    expect(faults(wrong, calfTold)).toContain('the knee bends the wrong way');
  });

  it('a position that is not the named one', () => {
    expect(faults(alter(roll(), { pos: 'prone' }), rollTold)).toContain('does not look prone');
    expect(faults(alter(roll(), { pos: 'seated' }), rollTold)).toContain('the record says supine');
  });

  it('an arm that hides the tool', () => {
    const hidden = alter(bodyPose('pec-ball-wall', 1), {
      body: { ...bodyPose('pec-ball-wall', 1).body, arm: { a: 30, b: 30 } },
    });
    expect(faults(hidden, told('pec-ball-wall', 1))).toContain('the near arm hides the soft_ball');
  });

  it('a rolling technique in which nothing moves', () => {
    expect(faults(alter(roll(), { frames: [] }), rollTold)).toContain('nothing moves');
  });

  it('fingers beside the jaw, and on the throat', () => {
    const jaw = closePose('jaw-hold');
    const put = (x: number, y: number) =>
      faults(
        alter(jaw, { hands: [{ from: [8, 100], wrist: [18, 80], tips: [x, y] }], frames: [] }),
        told('jaw-hold', 1),
      );
    expect(put(20, 20)).toContain('is not on jaw');
    expect(put(58, 82)).toContain('is on carotid_vertebral');
  });

  it('a ball in a close-up that hangs over its table, or under the wrist', () => {
    const arm = closePose('forearm-front-ball-table');
    const put = (x: number, y: number) =>
      faults(
        alter(arm, { tools: [{ kind: 'soft_ball', at: [x, y], rest: 'table' }] }),
        told('forearm-front-ball-table', 1),
      );
    expect(put(46, 30)).toContain('misses the table');
    expect(put(82, 64.8)).toContain('is on wrist_crease');
  });
});
