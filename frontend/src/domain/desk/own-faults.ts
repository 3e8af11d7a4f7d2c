/** What is still wrong with a technique of one's own, place by place, while it is being written. */
import type { Catalogue } from './catalogue';
import {
  cleaned,
  hardness,
  LOADS,
  MOST_STEPS,
  mostOf,
  type OwnDraft,
  type OwnLevel,
  STEP_LETTERS,
  TOTAL_LIMIT_S,
  totalSeconds,
} from './own-technique';
import { gradeFault, faults as plainFaults, type Tongue, wordsOf } from './plain-words';

export type FaultCode =
  | 'missing'
  | 'plain'
  | 'long_step'
  | 'too_long'
  | 'too_many'
  | 'pressed_by_nothing'
  | 'no_care'
  | 'no_time'
  | 'over_limit'
  | 'lighter'
  | 'shorter';

export interface Fault {
  /** As the server says it: `levels.0.steps.2`. */
  path: string;
  code: FaultCode;
  /** Of plain words, what was found: `forbidden: heal`, `sentence of 18 words`. */
  found: string[];
}

const STEP_WORDS = 12;
const WEIGHT = ['lean', 'body'];

export function faultsOf(draft: OwnDraft, tools: Catalogue['tools'], tongue: Tongue): Fault[] {
  const kept = cleaned(draft);
  return [
    ...missing('name', kept.name),
    ...plain('name', 'name', kept.name, tongue),
    ...missing('regions', kept.regions),
    ...missing('feel', kept.feel),
    ...plain('feel', 'plain', kept.feel, tongue),
    ...careless(kept),
    ...draft.levels.flatMap((level, at) => levelFaults(level, `levels.${at}`, draft, tongue)),
    ...kept.levels.flatMap((level, at) => climbing(kept, level, at, tools)),
  ];
}

export function faultsAt(faults: readonly Fault[], path: string): Fault[] {
  return faults.filter((fault) => fault.path === path);
}

function fault(path: string, code: FaultCode, found: string[] = []): Fault {
  return { path, code, found };
}

function missing(path: string, value: string | readonly string[]): Fault[] {
  return value.length === 0 ? [fault(path, 'missing')] : [];
}

function plain(path: string, kind: 'name' | 'plain', text: string, tongue: Tongue): Fault[] {
  return said(path, plainFaults(tongue, kind, text));
}

function said(path: string, found: string[]): Fault[] {
  return found.length > 0 ? [fault(path, 'plain', found)] : [];
}

/** Weight presses: somebody has to take care. */
function careless(draft: OwnDraft): Fault[] {
  const pressed = draft.levels.some((level) => WEIGHT.includes(level.load));
  return pressed && draft.exclude.length + draft.caution.length === 0 ? [fault('caution', 'no_care')] : [];
}

function levelFaults(level: OwnLevel, path: string, { side }: OwnDraft, tongue: Tongue): Fault[] {
  const { dose } = level;
  const seconds = totalSeconds(side, level);
  const bare = level.tools.includes('none') && level.load !== 'none';
  const over = (['spots', 'hold_s', 'roll_s', 'move_s'] as const).filter(
    (field) => dose[field] > mostOf(level, field),
  );
  return [
    ...stepFaults(level, path, tongue),
    ...missing(`${path}.tools`, level.tools),
    ...missing(`${path}.pos`, level.pos),
    ...(bare ? [fault(`${path}.load`, 'pressed_by_nothing')] : []),
    ...over.map((field) => fault(`${path}.dose.${field}`, 'over_limit')),
    ...(seconds === 0 ? [fault(`${path}.dose`, 'no_time')] : []),
    ...(seconds > TOTAL_LIMIT_S ? [fault(`${path}.dose`, 'over_limit')] : []),
  ];
}

/** Each step by itself; how hard they are to read, together, since a few words have no grade of their own. */
function stepFaults(level: OwnLevel, path: string, tongue: Tongue): Fault[] {
  const written = level.steps.filter((step) => step.trim() !== '');
  return [
    ...missing(`${path}.steps`, written),
    ...said(`${path}.steps`, gradeFault(tongue, 'plain', written.join('\n'))),
    ...(written.length > MOST_STEPS ? [fault(`${path}.steps`, 'too_many')] : []),
    ...level.steps.flatMap((step, at) => {
      const here = `${path}.steps.${at}`;
      const words = wordsOf(step).length;
      return [
        ...said(
          here,
          plainFaults(tongue, 'plain', step).filter((found) => !found.startsWith('grade')),
        ),
        ...(step.trim().length > STEP_LETTERS ? [fault(here, 'too_long')] : []),
        ...(words > STEP_WORDS ? [fault(here, 'long_step', [String(words)])] : []),
      ];
    }),
  ];
}

/** A higher level is never softer, lighter or shorter than the one below it. */
function climbing(draft: OwnDraft, level: OwnLevel, at: number, tools: Catalogue['tools']): Fault[] {
  const below = draft.levels[at - 1];
  if (!below) return [];
  const rank = ({ load }: OwnLevel) => LOADS.indexOf(load as (typeof LOADS)[number]);
  const lighter = rank(level) < rank(below) || hardness(level, tools) < hardness(below, tools);
  const shorter = totalSeconds(draft.side, level) < totalSeconds(draft.side, below);
  return [
    ...(lighter ? [fault(`levels.${at}.load`, 'lighter')] : []),
    ...(shorter ? [fault(`levels.${at}.dose`, 'shorter')] : []),
  ];
}
