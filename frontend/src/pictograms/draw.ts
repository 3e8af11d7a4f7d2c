/** From a pose and a moment to a list of strokes, always as many and in the same order for one pose. */
import { dotsOf } from './dots';
import { drawClose } from './draw-close';
import { type BodyPose, FLOOR, isClose, type Layer, type Pose, type Support } from './format';
import { between, heading, minus, type P, plus, times } from './geometry';
import { MARKS, outwards, PANEL, SCALE, SMALL, SPOT } from './inset';
import { footInset } from './inset-foot';
import { type Moment, STILL } from './motion';
import { type Capsule, isBroad, type Skeleton } from './skeleton';
import { type Placed, solve } from './solve';
import { at, box, disc, round, type Stroke, soft, stroke } from './strokes';

export function draw(pose: Pose, moment: Moment = STILL): readonly Stroke[] {
  return isClose(pose) ? drawClose(pose, moment) : drawBody(pose, moment);
}

function drawBody(pose: BodyPose, moment: Moment): Stroke[] {
  const figure = solve(pose, moment.phase, moment.breath);
  const { bones } = figure;
  const over = pose.over ?? ['arm'];
  const low = (layer: Layer) => (over.includes(layer) ? [] : limb(layer, bones, pose));
  const behind = figure.tools.filter((tool) => !inFront(tool));
  return [
    ...scenery(pose),
    ...low('farArm'),
    ...low('farLeg'),
    ...cushions(pose, true),
    ...behind.flatMap(drawTool),
    ...trunk(pose, bones, moment.breath),
    ...low('leg'),
    disc('near', bones.head.from, bones.head.width / 2),
    ...eyes(pose, bones),
    ...low('arm'),
    ...over.filter((layer) => !holds(pose, layer)).flatMap((layer) => edged(layer, bones, pose)),
    ...dotsOf(pose).flatMap((line) => [stroke('rings', 4.2, line), stroke('dots', 2.2, line)]),
    ...figure.tools.filter(inFront).flatMap(drawTool),
    ...over.filter((layer) => holds(pose, layer)).flatMap((layer) => edged(layer, bones, pose)),
    ...small(pose, moment.phase),
  ];
}

const inFront = (tool: Placed) => tool.line.length > 0 || tool.kind === 'hands';
/** A hand closes over the stick that it holds; a hand that is itself the tool shows its spot. */
const holds = (pose: BodyPose, layer: Layer) => {
  const arm = layer === 'arm' ? pose.body.arm : layer === 'farArm' ? pose.body.farArm : undefined;
  return arm?.grip !== undefined && pose.tools?.[arm.grip[0]]?.kind !== 'hands';
};

const CHAINS: Record<
  Layer,
  readonly [
    'upper' | 'farUpper' | 'thigh' | 'farThigh',
    'fore' | 'farFore' | 'shin' | 'farShin',
    'foot' | 'farFoot' | null,
  ]
> = {
  arm: ['upper', 'fore', null],
  farArm: ['farUpper', 'farFore', null],
  leg: ['thigh', 'shin', 'foot'],
  farLeg: ['farThigh', 'farShin', 'farFoot'],
};

function chain(layer: Layer, bones: Skeleton): { points: P[]; width: number } {
  const [first, second, third] = CHAINS[layer];
  const points = [bones[first].from, bones[first].to, bones[second].to];
  if (third) points.push(bones[third].to);
  return { points, width: bones[first].width };
}

function limb(layer: Layer, bones: Skeleton, pose: BodyPose): Stroke[] {
  if (layer === 'farArm' && !pose.body.farArm) return [];
  const { points, width } = chain(layer, bones);
  const far = layer.startsWith('far') && (pose.view !== 'front' || pose.turned);
  return [stroke(far ? 'far' : 'near', width, points)];
}

function edged(layer: Layer, bones: Skeleton, pose: BodyPose): Stroke[] {
  if (layer === 'farArm' && !pose.body.farArm) return [];
  const { points, width } = chain(layer, bones);
  return [stroke('edge', width + 2.7, points), ...limb(layer, bones, pose)];
}

function trunk(pose: BodyPose, bones: Skeleton, breath: number): Stroke[] {
  const { spine } = bones;
  const out = breath * 2.4;
  if (isBroad(pose)) return [broad(bones, pose.view === 'front' ? breath : -breath)];
  const belly = plus(between(spine.from, spine.to, 0.5), times(spine.front, 2 * out));
  return [
    curve(spine, spine.via),
    curve(spine, spine.via ? plus(spine.via, times(spine.front, 2 * out)) : belly),
  ];
}

function curve(bone: Capsule, via: P | undefined): Stroke {
  const bend = via ?? between(bone.from, bone.to, 0.5);
  return { ink: 'near', width: round(bone.width), d: `M${at(bone.from)}Q${at(bend)} ${at(bone.to)}` };
}

/** Two eyes tell her front from her back; half turned, they are where she looks. */
function eyes({ view, turned, aslant = 0 }: BodyPose, { head }: Skeleton): Stroke[] {
  const looks = view === 'front' ? !turned : aslant >= 40;
  if (!looks) return [];
  const [middle, half] = view === 'front' ? [0, 2.3] : [2.8, 1.9];
  return [-1, 1].map((sign) => disc('edge', plus(head.from, times(head.front, middle + sign * half)), 0.9));
}

/** The trunk from the front: four corners, filled by its own thick line and one down the middle. */
function broad(bones: Skeleton, breath: number): Stroke {
  const { torso, farUpper, farThigh, spine } = bones;
  const near = between(torso.from, torso.to, 0.1);
  const far = between(farUpper.from, farThigh.from, 0.1);
  const rib = times(spine.front, breath * 1.6);
  const corners = [plus(near, rib), torso.to, farThigh.from, minus(far, rib)];
  const middle: P[] = [between(near, far, 0.5), spine.to];
  return {
    ink: 'near',
    width: round(torso.width),
    d: `${stroke('near', 0, corners, true).d}${stroke('near', 0, middle).d}`,
  };
}

function drawTool(tool: Placed): Stroke[] {
  const { kind, at: middle, r, out, line, sock } = tool;
  if (line.length > 0) {
    const rod: Stroke = { ink: 'tool', width: 2 * r, d: soft(line, false) };
    const knob = kind === 'hooked_cane' ? [disc('tool', middle, r + 1)] : [];
    return [{ ...rod, ink: 'edge', width: 2 * r + 2.4 }, rod, ...knob];
  }
  if (kind === 'hands') return [disc('edge', middle, r + 1.2), disc('tool', middle, r)];
  if (kind === 'two_balls_sock') {
    const aside: P = times([-out[1], out[0]], 3.2);
    return [disc('pale', plus(middle, aside), r), disc('edge', middle, r + 0.7), disc('tool', middle, r)];
  }
  const hollow = kind === 'roller_soft' ? 2.8 : 1.2;
  return kind.startsWith('roller')
    ? [disc('tool', middle, r), disc('edge', middle, hollow)]
    : [...(sock.length > 0 ? [sockOf(middle, sock)] : []), disc('tool', middle, r)];
}

function sockOf(middle: P, sock: readonly P[]): Stroke {
  return { ink: 'pale', width: 3, d: soft([middle, ...sock], false) };
}

function scenery(pose: BodyPose): Stroke[] {
  const { wall, chair, table, mat } = pose.scene;
  const strokes: Stroke[] = [];
  if (mat) strokes.push(box('block', mat[0], FLOOR, mat[1] - mat[0], 2.6, 1.3));
  const ground = FLOOR + (mat ? 3.8 : 1.2);
  strokes.push(
    stroke('line', 2.4, [
      [6, ground],
      [114, ground],
    ]),
  );
  if (wall !== undefined) {
    const x = wall + (wall > 60 ? 1.2 : -1.2);
    strokes.push(
      stroke('line', 2.4, [
        [x, 5],
        [x, ground],
      ]),
    );
  }
  if (chair) {
    strokes.push(box('block', chair.from, chair.y, chair.to - chair.from, FLOOR - chair.y, 2));
    if (chair.back !== undefined) strokes.push(box('block', chair.back - 1.6, chair.y - 30, 3.2, 34, 1.6));
  }
  if (table) {
    strokes.push(box('block', table.from, table.y, table.to - table.from, 3.4, 1.7));
    strokes.push(box('block', (table.from + table.to) / 2 - 1.5, table.y + 3.4, 3, FLOOR - table.y - 3.4, 0));
  }
  return [...strokes, ...cushions(pose, false)];
}

function cushions({ scene }: BodyPose, before: boolean): Stroke[] {
  return (scene.soft ?? []).filter((soft) => (soft.before ?? false) === before).map(cushion);
}

function cushion({ at: middle, w, h, turn = 0 }: Support): Stroke {
  const way = heading(turn);
  const half = times(way, Math.max(0, (w - h) / 2));
  // Darker than the mat that it lies on.
  return stroke('line', h, [minus(middle, half), plus(middle, half)]);
}

function small(pose: BodyPose, phase: number): Stroke[] {
  const { inset, tools } = pose;
  const tool = tools?.[0];
  if (!inset || !tool) return [];
  if (inset.view === 'foot') return footInset(pose, inset, phase);
  const to = (p: P): P => plus(times(p, SCALE), inset.at);
  const side = workedSide(pose);
  const sign = outwards(inset.view, side);
  const spots: P[] = [[inset.spot[0] * sign, inset.spot[1]]];
  if (inset.both) spots.push([-inset.spot[0] * sign, inset.spot[1]]);
  const strokes = [
    box('block', ...to([PANEL.left, PANEL.top]), PANEL.width * SCALE, PANEL.height * SCALE, 4),
    disc('far', to([0, -8.4]), 5 * SCALE),
    ...SMALL.map(([width, line]) => stroke('far', width * SCALE, line.map(to))),
    ...MARKS[inset.view].map((line) => stroke('edge', 0.9, line.map(to))),
    ...spots.flatMap((spot) => (tool.kind.startsWith('roller') ? bar(to(spot), sign) : dot(to(spot)))),
  ];
  return strokes.map((one) => ({ ...one, small: true }));
}

const dot = (at: P): Stroke[] => [disc('edge', at, SPOT + 0.9), disc('tool', at, SPOT)];

/** A roller lies across, under that half of the back which has the weight. */
function bar(from: P, sign: number): Stroke[] {
  const line: P[] = [from, plus(from, [9 * sign, 0])];
  return [stroke('edge', 2 * SPOT + 1.8, line), stroke('tool', 2 * SPOT, line)];
}

/** The side of the body that a pose shows as worked, before any mirroring. */
export function workedSide({ face, view, turned }: BodyPose): 'left' | 'right' {
  // From the front her left is at the picture's right; from the side, whoever looks to the right turns us her right.
  return (face === 1) === (view === 'front' && !turned) ? 'left' : 'right';
}
