/**
 * The catalogue as the desk reads it (`GET /api/v1/techniques`) and the search over it.
 * Doses are in seconds; a breath is 8 s.
 */
import type { LevelDose, Near, Photo, StopSign, Swap } from '../program';

export type Level = 1 | 2 | 3;
/** per_side: a timer for each side; both: one centred timer; one_side: the sore side only; site: a marked scar. */
export type TechniqueSide = 'per_side' | 'both' | 'one_side' | 'site';

export interface LevelData {
  dose: LevelDose;
  steps: string[];
  tools: string[];
  props: string[];
  pos: string[];
  style: string;
  load: string;
  hard: number;
  side: TechniqueSide;
  near: Near[];
  /** The longest hold of one spot, seconds. */
  hold_limit_s: number;
  swaps: Swap[];
}

export interface Technique {
  id: string;
  name: string;
  regions: string[];
  side: TechniqueSide;
  lines: string[];
  feel: string;
  stop: StopSign[];
  caution: string[];
  exclude: string[];
  for: string[];
  ref_level: Level;
  /** The most rolling a day on one place and side, seconds. */
  roll_limit_s: number;
  ladder: string[];
  levels: Record<'1' | '2' | '3', LevelData>;
  /** Only of a technique that the practice wrote itself. */
  own?: boolean;
  photo?: Photo | null;
}

export interface Labelled {
  id: string;
  label: string;
}

export interface Starter {
  id: string;
  name: string;
  items: { technique_id: string }[];
  /** At the techniques' reference levels, the heaviest day. */
  dose_s: number;
  with_setup_s: number;
  level_1: { dose_s: number; with_setup_s: number };
}

export interface Catalogue {
  version: string;
  signoff: { name: string; role: string; at: string } | null;
  regions: Labelled[];
  props: Labelled[];
  positions: Labelled[];
  lines: Labelled[];
  tools: (Labelled & { hard?: number })[];
  styles: Labelled[];
  conditions: Labelled[];
  techniques: Technique[];
  starters: Starter[];
  /** The pain before a practice from which on this practice lets nothing press. */
  pain_gate?: number;
}

/** What the therapist is looking for; empty lists and an empty text let everything through. */
export interface Search {
  text: string;
  areas: string[];
  tools: string[];
  styles: string[];
  conditions: string[];
}

export const EMPTY_SEARCH: Search = { text: '', areas: [], tools: [], styles: [], conditions: [] };

/** Nine body areas stand for the 30 regions, so that a row of chips can be read at a glance. */
export const AREAS: Record<string, readonly string[]> = {
  head: ['head', 'jaw'],
  neck: ['base_of_skull', 'neck_back', 'neck_side'],
  shoulder: ['shoulder_top', 'shoulder_front', 'shoulder_back'],
  chest: ['chest', 'side_ribs', 'abdomen_contact_only'],
  back: ['upper_back', 'mid_back', 'lower_back', 'back_pelvis'],
  arm: ['upper_arm', 'forearm_front', 'forearm_back', 'hand'],
  hip: ['glute', 'hip_side', 'hip_front'],
  leg: ['thigh_front', 'thigh_side', 'thigh_back', 'calf', 'shin'],
  foot: ['foot_sole'],
  whole: ['scar_area', 'whole_body'],
};

const any = (wanted: readonly string[], has: readonly string[]): boolean =>
  wanted.length === 0 || wanted.some((id) => has.includes(id));

/** What one technique is at a level: its dose, steps, tools and sides. */
export function levelOf(technique: Technique, level: Level): LevelData {
  return technique.levels[`${level}`];
}

/** How many levels a technique really has: one of the practice's own repeats its last one up to the third. */
export function topLevel(technique: Technique): Level {
  if (!technique.own) return 3;
  // Its ways around differ from level to level, even where nothing else does.
  const [one, two, three] = ([1, 2, 3] as const).map((level) =>
    JSON.stringify({ ...levelOf(technique, level), swaps: [] }),
  );
  if (two !== three) return 3;
  return one === two ? 1 : 2;
}

/** Every tool that some level of the technique uses. */
export function toolsOf(technique: Technique): string[] {
  const all = ([1, 2, 3] as const).flatMap((level) => levelOf(technique, level).tools);
  return [...new Set(all)];
}

function stylesOf(technique: Technique): string[] {
  return ([1, 2, 3] as const).map((level) => levelOf(technique, level).style);
}

function labelsOf(list: readonly Labelled[], ids: readonly string[]): string {
  return list
    .filter((entry) => ids.includes(entry.id))
    .map((entry) => entry.label)
    .join(' ');
}

function haystack(catalogue: Catalogue, technique: Technique): string {
  const tools = toolsOf(technique);
  return [
    technique.name,
    technique.id.replaceAll('-', ' '),
    labelsOf(catalogue.regions, technique.regions),
    labelsOf(catalogue.tools, tools),
    labelsOf(catalogue.conditions, technique.for),
  ]
    .join(' ')
    .toLocaleLowerCase();
}

/** The techniques that fit; every word of the text has to be found somewhere in the record's own words. */
export function findTechniques(catalogue: Catalogue, search: Search): Technique[] {
  const words = search.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const regions = search.areas.flatMap((area) => AREAS[area] ?? [area]);
  return catalogue.techniques.filter((technique) => {
    if (!any(regions, technique.regions) || !any(search.tools, toolsOf(technique))) return false;
    if (!any(search.styles, stylesOf(technique)) || !any(search.conditions, technique.for)) return false;
    const text = words.length === 0 ? '' : haystack(catalogue, technique);
    return words.every((word) => text.includes(word));
  });
}

/** The label of an id in one of the catalogue's lists; the id in plain words where the list has none. */
export function labelOf(list: readonly Labelled[], id: string): string {
  return list.find((entry) => entry.id === id)?.label ?? id.replaceAll('_', ' ');
}
