/** What can be wrong with a close-up. */
import { type Area, CLOSE_RADIUS, CLOSE_UPS, type Template } from '../closeups';
import { padsOf, solveClose } from '../draw-close';
import type { ClosePose, CloseTool, Kind } from '../format';
import { offLine, type P, plus } from '../geometry';
import { againstRecord, overPhases, type Told } from './record';

const CLOSE_ENOUGH = 1.2;
const ANYWHERE = ['scar_area'];

export function lintClose(pose: ClosePose, told: Told): string[] {
  const kinds: Kind[] = (pose.tools ?? []).map((tool) => tool.kind);
  if (kinds.length === 0 && (pose.hands?.length ?? 0) > 0) kinds.push('hands');
  const faults = againstRecord({ pos: pose.pos, tools: kinds, moves: (pose.frames?.length ?? 0) > 0 }, told);
  const template = CLOSE_UPS[pose.close];
  const found = (phase: number) => {
    const { hands, tools, slide } = solveClose(pose, phase);
    const moved = slid(template, slide);
    const wrong = tools.flatMap((tool) => toolWrong(tool, moved, told));
    if (!told.tools.includes('hands')) return wrong;
    return [...wrong, ...hands.flatMap((hand) => padsOf(hand).flatMap((pad) => padWrong(pad, moved, told)))];
  };
  return [...faults, ...overPhases(found)];
}

function slid(template: Template, slide: P): Template {
  const moved = (areas: readonly Area[]) =>
    areas.map((area) => ({ ...area, line: area.line.map((point) => plus(point, slide)) }));
  return { ...template, regions: moved(template.regions), zones: moved(template.zones) };
}

const edge = (spot: P, { line, width }: Area) => offLine(spot, line) - width / 2;

function toolWrong({ kind, at, rest }: CloseTool, template: Template, { regions, near }: Told): string[] {
  const r = CLOSE_RADIUS[kind];
  const wanted = template.regions.filter(({ id }) => regions.includes(id));
  const reach = Math.min(...wanted.map((area) => edge(at, area)));
  // A stick lies over what it rolls; a ball touches it from outside.
  const touches = kind === 'massage_stick' ? reach <= r : Math.abs(reach - r) <= CLOSE_ENOUGH;
  const faults = touches ? [] : [`${kind} is off ${regions.join(' or ')} by ${(reach - r).toFixed(1)}`];
  for (const zone of template.zones.filter(({ id }) => near.includes(id))) {
    if (edge(at, zone) < r) faults.push(`${kind} is on ${zone.id}`);
  }
  const carrier = rest === 'floor' ? template.floor : rest === 'table' ? template.table : undefined;
  if (carrier !== undefined && Math.abs(carrier - at[1] - r) > CLOSE_ENOUGH)
    faults.push(`${kind} misses the ${rest}`);
  return faults;
}

function padWrong(pad: P, template: Template, { regions, near }: Told): string[] {
  const shown = `a finger at ${pad.map((n) => n.toFixed(0)).join(' ')}`;
  const wanted = template.regions.filter(({ id }) => regions.includes(id) || ANYWHERE.includes(id));
  const on = wanted.some((area) => edge(pad, area) <= 1.5);
  const faults = on ? [] : [`${shown} is not on ${regions.join(' or ')}`];
  for (const zone of template.zones.filter(({ id }) => near.includes(id))) {
    if (edge(pad, zone) < 0.5) faults.push(`${shown} is on ${zone.id}`);
  }
  return faults;
}
