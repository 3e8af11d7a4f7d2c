import { CLOSE_RADIUS, CLOSE_UPS, type Outline } from './closeups';
import type { ClosePose, CloseTool, Hand } from './format';
import { framed } from './frames';
import { apart, between, heading, minus, type P, plus, times, unit } from './geometry';
import type { Moment } from './motion';
import { disc, type Stroke, soft, stroke } from './strokes';

export interface CloseFigure {
  hands: readonly Hand[];
  tools: readonly CloseTool[];
  slide: P;
}

/** A close-up's hands and tools at a phase, and how far its outline has moved. */
export function solveClose(pose: ClosePose, phase: number): CloseFigure {
  const base = { hands: pose.hands ?? [], tools: pose.tools ?? [], slide: pose.slide ?? ([0, 0] as P) };
  return framed(base, (pose.frames ?? []) as never, phase);
}

export function drawClose(pose: ClosePose, moment: Moment): Stroke[] {
  const { hands, tools, slide } = solveClose(pose, moment.phase);
  const template = CLOSE_UPS[pose.close];
  return [
    ...(pose.towel ? drawTowel(pose.towel) : []),
    ...hands.filter((hand) => hand.under).flatMap(drawHand),
    ...tools.filter((tool) => tool.kind !== 'massage_stick').flatMap(drawTool),
    ...template.outlines.map((outline) => drawOutline(outline, outline.fixed ? [0, 0] : slide, moment.phase)),
    ...tools.filter((tool) => tool.kind === 'massage_stick').flatMap(drawTool),
    ...hands.filter((hand) => !hand.under).flatMap(drawHand),
    ...(pose.dots ?? []).flatMap((line) => [stroke('rings', 4.2, line), stroke('dots', 2.2, line)]),
  ];
}

/** A rolled towel, seen from its end: it is what she needs, so it has the tool's colour. */
function drawTowel({ at, r }: { at: P; r: number }): Stroke[] {
  const roll = Array.from({ length: 14 }, (_, step) =>
    plus(at, times(heading(step * 50), r * (0.78 - step * 0.05))),
  );
  return [disc('pale', at, r), { ink: 'edge', width: 1.2, d: soft(roll, false) }];
}

function drawOutline({ points, to, width, ink = 'near', small }: Outline, slide: P, phase: number): Stroke {
  const moved = points.map((point, index) => plus(between(point, to?.[index] ?? point, phase), slide));
  const line = width === undefined ? { ink, d: soft(moved, true) } : { ink, width, d: soft(moved, false) };
  return small ? { ...line, small } : line;
}

function drawTool({ kind, at, turn = 0 }: CloseTool): Stroke[] {
  const r = CLOSE_RADIUS[kind];
  if (kind === 'two_balls_sock')
    return [disc('pale', plus(at, [r * 0.55, 0]), r), disc('edge', at, r + 1), disc('tool', at, r)];
  if (kind !== 'massage_stick') return [disc('tool', at, r)];
  const half = times(heading(turn), 24);
  const line = [minus(at, half), plus(at, half)];
  return [stroke('edge', 2 * r + 2.4, line), stroke('tool', 2 * r, line)];
}

/** How wide a finger is, at size 1. */
export const FINGER = 4.6;

/** The places of a hand's finger pads, of which the middle one is `tips`. */
export function padsOf({ wrist, tips, fingers = 3, spread = 0, size = 1 }: Hand): P[] {
  const way = unit(minus(tips, wrist));
  const across: P = [-way[1], way[0]];
  return Array.from({ length: fingers }, (_, index) => {
    const place = index - (fingers - 1) / 2;
    const curl = times(way, -Math.abs(place) * 1.1 * size);
    return plus(plus(tips, curl), times(across, place * (FINGER * size + 0.3 + spread)));
  });
}

function drawHand(hand: Hand): Stroke[] {
  const { tips, flat, size = 1 } = hand;
  const pads = padsOf(hand);
  const lines = handLines(hand, pads, tips);
  return [
    ...lines.map(([width, line]) => stroke('edge', width * size + 2.6, line)),
    ...lines.map(([width, line]) => stroke('far', width * size, line)),
    ...(flat ? [] : pads.map((pad) => disc('tool', pad, 1.9 * Math.min(size, 1.6)))),
  ];
}

/** Forearm, palm, thumb and fingers: how wide, and where. */
function handLines(hand: Hand, pads: readonly P[], tips: P): [number, P[]][] {
  const { from, wrist, thumb = 0, size = 1 } = hand;
  const way = unit(minus(tips, wrist));
  const knuckles = between(wrist, tips, Math.max(0.35, 1 - (13 * size) / apart(wrist, tips)));
  const root = between(wrist, knuckles, 0.4);
  const aside = plus(times(way, 9 * size), times([-way[1], way[0]], 9.5 * thumb * size));
  return [
    [9.5, [from, wrist]],
    [11.5, [between(wrist, knuckles, 0.12), knuckles]],
    ...(thumb === 0 ? [] : [[5, [root, plus(root, aside)]] as [number, P[]]]),
    ...pads.map((pad): [number, P[]] => [FINGER, [plus(knuckles, times(minus(pad, tips), 0.75)), pad]]),
  ];
}
