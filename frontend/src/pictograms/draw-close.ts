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
    ...tools.filter((tool) => tool.kind !== 'massage_stick').flatMap(drawTool),
    ...template.outlines.map((outline) => drawOutline(outline, outline.fixed ? [0, 0] : slide)),
    ...tools.filter((tool) => tool.kind === 'massage_stick').flatMap(drawTool),
    ...hands.flatMap(drawHand),
    ...(pose.dots ?? []).map((line) => stroke('dots', 2.2, line)),
  ];
}

function drawOutline({ points, width, ink = 'near' }: Outline, slide: P): Stroke {
  const moved = points.map((point) => plus(point, slide));
  return width === undefined ? { ink, d: soft(moved, true) } : stroke(ink, width, moved);
}

function drawTool({ kind, at, turn = 0 }: CloseTool): Stroke[] {
  const r = CLOSE_RADIUS[kind];
  if (kind !== 'massage_stick') return [disc('tool', at, r)];
  const half = times(heading(turn), 24);
  const line = [minus(at, half), plus(at, half)];
  return [stroke('edge', 2 * r + 2.4, line), stroke('tool', 2 * r, line)];
}

const FINGER = 4.6;

/** The places of a hand's finger pads, of which the middle one is `tips`. */
export function padsOf({ wrist, tips, fingers = 3, spread = 0 }: Hand): P[] {
  const way = unit(minus(tips, wrist));
  const across: P = [-way[1], way[0]];
  return Array.from({ length: fingers }, (_, index) => {
    const place = index - (fingers - 1) / 2;
    const curl = times(way, -Math.abs(place) * 1.1);
    return plus(plus(tips, curl), times(across, place * (FINGER + 0.3 + spread)));
  });
}

function drawHand(hand: Hand): Stroke[] {
  const { from, wrist, tips, flat } = hand;
  const knuckles = between(wrist, tips, Math.max(0.35, 1 - 13 / apart(wrist, tips)));
  const pads = padsOf(hand);
  const base = pads.map((pad) => plus(knuckles, times(minus(pad, tips), 0.75)));
  const lines: [number, P[]][] = [
    [9.5, [from, wrist]],
    [11.5, [between(wrist, knuckles, 0.25), knuckles]],
    ...pads.map((pad, at): [number, P[]] => [FINGER, [base[at] ?? knuckles, pad]]),
  ];
  return [
    ...lines.map(([width, line]) => stroke('edge', width + 2.6, line)),
    ...lines.map(([width, line]) => stroke('far', width, line)),
    ...(flat ? [] : pads.map((pad) => disc('tool', pad, 1.9))),
  ];
}
