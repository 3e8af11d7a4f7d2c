/**
 * A technique that a practice writes itself: the draft, its limits, and what is still wrong with it. The limits are those
 * of the catalogue (domain.md 1.2, 3.1); the server checks them again when it is saved. Seconds everywhere.
 */
import type { Language } from '../language';
import { doseSeconds } from '../length';
import type { Dose, Photo, SideDose } from '../program';
import type { Screened, Level as ScreenedAt, ScreenedLevel } from '../screening/policy';
import type { Catalogue, Level, Technique, TechniqueSide } from './catalogue';
import { levelOf } from './catalogue';

export interface OwnLevel {
  steps: string[];
  tools: string[];
  props: string[];
  pos: string[];
  style: string;
  load: string;
  near: string[];
  dose: SideDose;
}

export interface OwnDraft {
  name: string;
  regions: string[];
  side: TechniqueSide;
  lines: string[];
  /** What it is often chosen for; never what it treats. */
  for: string[];
  stop: string[];
  exclude: string[];
  caution: string[];
  feel: string;
  /** One to three, in order. */
  levels: OwnLevel[];
}

/** The newest version, as the server keeps it: there every level tells its own sides. */
export interface OwnTechnique extends Omit<OwnDraft, 'side' | 'levels'> {
  id: string;
  version: number;
  /** In which it was written, and is read by everybody. */
  language: Language;
  levels: (OwnLevel & { side: TechniqueSide })[];
  photo: Photo | null;
  signoff: { name: string; role: string; at: string } | null;
  by: { id: string; name: string };
  at: string;
  retired: boolean;
}

export const LOADS = ['none', 'hand', 'lean', 'body'] as const;
export const OWN_SIDES = ['per_side', 'both', 'one_side'] as const;
export const MOST_LEVELS = 3;
export const MOST_STEPS = 8;
export const STEP_LETTERS = 120;
export const NAME_LETTERS = 80;
export const FEEL_LETTERS = 300;
export const MOST_REGIONS = 6;
export const MOST_SPOTS = 8;
export const TOTAL_LIMIT_S = 720;
const PRESSING = ['sustained_hold', 'slow_roll', 'active_movement'];
const PRESS_HOLD_S = 90;
const GENTLE_HOLD_S = 180;
const ROLL_S = 120;

/** An empty page with what most begin with. */
export function blankTechnique(): OwnDraft {
  return {
    name: '',
    regions: [],
    side: 'per_side',
    lines: [],
    for: [],
    stop: [],
    exclude: [],
    caution: [],
    feel: '',
    levels: [
      {
        steps: ['', '', ''],
        tools: [],
        props: [],
        pos: [],
        style: 'sustained_hold',
        load: 'lean',
        near: [],
        dose: { spots: 1, hold_s: 32, roll_s: 0, move_s: 0 },
      },
    ],
  };
}

/** A technique of the catalogue as a start: all that it says and all that it warns of, under a name of one's own. */
export function fromTemplate(technique: Technique, name: string): OwnDraft {
  const levels = ([1, 2, 3] as const).map((number) => {
    const level = levelOf(technique, number);
    return levelFrom({ ...level, near: level.near.map(({ id }) => id) });
  });
  const { regions, lines, exclude, caution, feel } = technique;
  const stop = technique.stop.map(({ id }) => id);
  const told = { regions, lines, for: technique.for, stop, exclude, caution, feel };
  return structuredClone({ ...told, name, levels, side: sideFrom(technique.side) });
}

/** What may be changed of a technique that is there already. */
export function draftOf(own: OwnTechnique): OwnDraft {
  const { name, regions, lines, stop, exclude, caution, feel } = own;
  const levels = own.levels.map(levelFrom);
  const side = sideFrom(own.levels[0]?.side ?? 'both');
  return structuredClone({ name, regions, side, lines, for: own.for, stop, exclude, caution, feel, levels });
}

/** A scar that the therapist marks is the catalogue's own; of others the sore side is the nearest. */
function sideFrom(side: TechniqueSide): TechniqueSide {
  return side === 'site' ? 'one_side' : side;
}

function levelFrom({ steps, tools, props, pos, style, load, near, dose }: OwnLevel): OwnLevel {
  const { spots, hold_s, roll_s, move_s } = dose;
  return { steps, tools, props, pos, style, load, near, dose: { spots, hold_s, roll_s, move_s } };
}

/** One more level: a copy of the last, to be made a little firmer or longer. */
export function withLevel(draft: OwnDraft): OwnDraft {
  const last = draft.levels.at(-1);
  if (!last || draft.levels.length >= MOST_LEVELS) return draft;
  return { ...draft, levels: [...draft.levels, structuredClone(last)] };
}

export function withoutLastLevel(draft: OwnDraft): OwnDraft {
  return draft.levels.length > 1 ? { ...draft, levels: draft.levels.slice(0, -1) } : draft;
}

export function setLevel(draft: OwnDraft, at: number, change: Partial<OwnLevel>): OwnDraft {
  const levels = draft.levels.map((level, index) => (index === at ? { ...level, ...change } : level));
  return { ...draft, levels };
}

/** Takes an id in, or out where it is in. */
export function toggled(list: readonly string[], id: string): string[] {
  return list.includes(id) ? list.filter((other) => other !== id) : [...list, id];
}

/** A tool in or out. Where no tool and no hand presses, nothing else can; "no tool" stands alone. */
export function withTool(level: OwnLevel, tool: string): Partial<OwnLevel> {
  if (tool === 'none')
    return level.tools.includes('none') ? { tools: [] } : { tools: ['none'], load: 'none' };
  const tools = toggled(
    level.tools.filter((other) => other !== 'none'),
    tool,
  );
  return level.load === 'none' && tools.length > 0 ? { tools, load: 'hand' } : { tools };
}

/** A flag is in one list at most. */
export function tagged(draft: OwnDraft, flag: string, how: 'exclude' | 'caution' | null): Partial<OwnDraft> {
  const without = (list: readonly string[]) => list.filter((other) => other !== flag);
  const lists = { exclude: without(draft.exclude), caution: without(draft.caution) };
  return how ? { ...lists, [how]: [...lists[how], flag] } : lists;
}

/** How hard it is: that of its hardest tool, 1-3. */
export function hardness(level: Pick<OwnLevel, 'tools'>, tools: Catalogue['tools']): number {
  return Math.max(1, ...tools.filter((tool) => level.tools.includes(tool.id)).map((tool) => tool.hard ?? 1));
}

/** The most that a field of the dose may hold at this level. */
export function mostOf(level: Pick<OwnLevel, 'style'>, field: keyof SideDose): number {
  if (field === 'spots') return MOST_SPOTS;
  if (field === 'hold_s') return PRESSING.includes(level.style) ? PRESS_HOLD_S : GENTLE_HOLD_S;
  return ROLL_S;
}

const STEP = { spots: 1, hold_s: 8, roll_s: 10, move_s: 10 } as const;

/** The dose after one press: holds by breaths, times by 10 s. Spots and their holds come and go together. */
export function doseStepped(level: OwnLevel, field: keyof SideDose, direction: -1 | 1): SideDose {
  const size = STEP[field];
  const whole = direction > 0 ? Math.floor(level.dose[field] / size) : Math.ceil(level.dose[field] / size);
  const top = Math.floor(mostOf(level, field) / size) * size;
  const value = Math.min(top, Math.max(0, (whole + direction) * size));
  const dose = { ...level.dose, [field]: value };
  if (field === 'spots' || field === 'hold_s') {
    if (value === 0) return { ...dose, spots: 0, hold_s: 0 };
    return { ...dose, spots: Math.max(1, dose.spots), hold_s: Math.max(STEP.hold_s, dose.hold_s) };
  }
  return dose;
}

/** The dose as a program would give it, over the sides that it has. */
export function doseOf(side: TechniqueSide, dose: SideDose): Dose {
  return side === 'per_side' ? { left: dose, right: dose } : { both: dose };
}

export function totalSeconds(side: TechniqueSide, level: OwnLevel): number {
  return doseSeconds(doseOf(side, level.dose));
}

/** What the rules read of the draft; a level that is not written is as the last one. */
export function screenedOf(draft: OwnDraft, id: string, tools: Catalogue['tools']): Screened {
  const at = (number: ScreenedAt): ScreenedLevel => {
    const level = draft.levels[number - 1] ?? (draft.levels.at(-1) as OwnLevel);
    const { load, style, props, pos, near } = level;
    return { load, style, hard: hardness(level, tools), tools: level.tools, props, pos, near };
  };
  const { regions, exclude, caution } = draft;
  return { id, regions, exclude, caution, levels: [at(1), at(2), at(3)] };
}

/** The highest level that has words of its own. */
export function lastLevel(draft: Pick<OwnDraft, 'levels'>): Level {
  return Math.min(MOST_LEVELS, Math.max(1, draft.levels.length)) as Level;
}

/** Without empty steps and spaces around words. */
export function cleaned(draft: OwnDraft): OwnDraft {
  const steps = (level: OwnLevel) => level.steps.map((step) => step.trim()).filter((step) => step !== '');
  return {
    ...draft,
    name: draft.name.trim(),
    feel: draft.feel.trim(),
    levels: draft.levels.map((level) => ({ ...level, steps: steps(level) })),
  };
}

/** The draft as it is sent. */
export function toWire(draft: OwnDraft) {
  const { side, levels, ...told } = cleaned(draft);
  return { ...told, levels: levels.map((level) => ({ ...level, side })) };
}
