import type { BodyPose, Bone, Tool } from '../format';
import { framed } from '../frames';
import { apart, offLine, type P } from '../geometry';
import type { Skeleton } from '../skeleton';
import type { Figure, Placed } from '../solve';
import { ONLY_SMALL, REGIONS, SMALL_REGIONS, SMALL_ZONES, type Stretch, ZONES } from './places';
import type { Told } from './record';

const CLOSE_ENOUGH = 0.7;
/** Regions that are everywhere, or wherever the scar is. */
const ANYWHERE = ['scar_area', 'whole_body'];

/** Every tool lies on its region, off the places that the record names, and on what carries it. */
export function touching(pose: BodyPose, figure: Figure, told: Told, phase: number): string[] {
  const tools: readonly Tool[] = framed(
    { tools: pose.tools ?? [] },
    (pose.frames ?? []).map((frame) => ({ tools: frame.tools ?? pose.tools ?? [] })) as never,
    phase,
  ).tools;
  const faults = tools.flatMap((tool, at) => {
    const placed = figure.tools[at];
    if (!placed) return [];
    return [
      ...onRegion(tool, pose, told),
      ...carried(tool, placed, figure, at, pose),
      ...covered(placed, figure.bones, pose),
    ];
  });
  return [...faults, ...smallFigure(pose, told)];
}

function onRegion({ kind, on }: Tool, pose: BodyPose, { regions, near }: Told): string[] {
  const within = (list: readonly Stretch[] | undefined) =>
    (list ?? []).some((stretch) => lies(on, stretch, pose));
  const where = `${kind} on ${on[0]} ${on[1]} ${on[2].toFixed(2)}`;
  const faults: string[] = [];
  if (!regions.some((region) => ANYWHERE.includes(region) || within(REGIONS[region]))) {
    faults.push(`${where} is not on ${regions.join(' or ')}`);
  }
  if (kind !== 'hands') {
    faults.push(...near.filter((zone) => within(ZONES[zone])).map((zone) => `${where} is on ${zone}`));
  }
  return faults;
}

function lies([bone, side, t]: Tool['on'], stretch: Stretch, pose: BodyPose): boolean {
  const plain = (bone.startsWith('far') ? bone.charAt(3).toLowerCase() + bone.slice(4) : bone) as Bone;
  const sameView = !stretch.view || stretch.view === (pose.view ?? 'side');
  return sameView && stretch.bone === plain && stretch.side === side && t >= stretch.from && t <= stretch.to;
}

function carried(tool: Tool, placed: Placed, { bones, gaps }: Figure, at: number, pose: BodyPose): string[] {
  const { kind, rest } = tool;
  const things = {
    floor: true,
    wall: pose.scene.wall,
    seat: pose.scene.chair,
    table: pose.scene.table,
    pillow: pose.scene.soft,
    hand: true,
  };
  if (things[rest] === undefined) return [`${kind} rests on a ${rest} that is not there`];
  const gap = gaps[at] ?? 0;
  if (Math.abs(gap) > CLOSE_ENOUGH) return [`${kind} misses the ${rest} by ${gap.toFixed(1)}`];
  if (rest !== 'hand') return [];
  const off = Math.min(...hands(bones, pose).map((hand) => offTool(hand, placed)));
  return off > placed.r + 4 ? [`no hand holds the ${kind}: ${off.toFixed(1)} away`] : [];
}

/** The near arm is drawn last: it must leave the middle of a ball or roller in sight. */
function covered({ kind, at, line }: Placed, { upper, fore }: Skeleton, pose: BodyPose): string[] {
  const over = pose.over ?? ['arm'];
  if (line.length > 0 || kind === 'hands' || !over.includes('arm')) return [];
  const off = offLine(at, [upper.from, upper.to, fore.to]);
  return off < upper.width / 2 + 1 ? [`the near arm hides the ${kind}`] : [];
}

function hands(bones: Skeleton, pose: BodyPose): P[] {
  return pose.body.farArm ? [bones.fore.to, bones.farFore.to] : [bones.fore.to];
}

function offTool(hand: P, { at, line }: Placed): number {
  return line.length > 0 ? offLine(hand, line) : apart(hand, at);
}

/** The spot on the small figure, where there is one or has to be one. */
function smallFigure({ inset, tools = [], view }: BodyPose, { near, regions }: Told): string[] {
  const hidden = ONLY_SMALL.filter((zone) => near.includes(zone));
  const pressing = tools.some((tool) => tool.kind !== 'hands');
  if (!inset)
    return pressing && view !== 'front' && hidden.length > 0
      ? [`needs an inset: beside the ${hidden[0]}`]
      : [];
  // The foot draws the tool where the figure has it.
  if (inset.view === 'foot') return [];
  const { spot, view: seen } = inset;
  const inside = (region: string) => {
    const oval = SMALL_REGIONS[seen][region];
    if (!oval) return false;
    const [[x, y], across, down] = oval;
    return ((spot[0] - x) / across) ** 2 + ((spot[1] - y) / down) ** 2 <= 1;
  };
  const faults = regions.some(inside) ? [] : [`inset: the spot is not on ${regions.join(' or ')}`];
  for (const zone of near) {
    const [line, clear] = SMALL_ZONES[seen][zone] ?? [[], 0];
    if (line.length > 0 && offLine(spot, line) < clear) faults.push(`inset: the spot is on ${zone}`);
  }
  return faults;
}
