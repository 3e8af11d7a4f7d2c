/**
 * What an answer raises. Not being sure counts as yes; a date that is not told counts as the strictest phase, and as the
 * last day of a phase that was chosen by word.
 */
import { assumedStart, phaseOn, type Raised } from './dates';
import type { Policy, RaiseIf } from './policy';
import type { Site } from './sites';

/** Answers that say that there is nothing. */
const NOTHING = ['none', 'no'];

/**
 * One answer, or one entry of it (each operation is one). `chosen`: options as the intake file writes them; `on`: the
 * day 0 that was told; `agreed`: whether the surgeon agreed, as far as it was said.
 */
export interface Answer {
  chosen: readonly string[];
  number: number | null;
  on: string | null;
  sites: readonly Site[];
  agreed: boolean;
}

/** The flags that this answer raises, each once, in the order of the question's file. */
export function raisedBy(
  policy: Policy,
  question: readonly RaiseIf[],
  answer: Answer,
  today: string,
): Raised[] {
  const flags = new Set(question.flatMap((raises) => flagsOf(policy, raises, answer, today)));
  return [...flags].flatMap((flag) => placed(policy, flag, answer, today));
}

function flagsOf(policy: Policy, raises: RaiseIf, answer: Answer, today: string): readonly string[] {
  if (raises.kind === 'ticked') return answer.chosen.filter((option) => policy.red_flags.includes(option));
  if (raises.kind !== 'phase_of') return said(raises, answer) ? raises.flags : [];
  const timeline = policy.timelines[raises.flags[0] as string];
  if (!timeline || (raises.unless_agreed && answer.agreed) || saysNothing(answer)) return [];
  const phase = phaseOn(timeline, answer.on, today);
  return phase === null ? [] : [phase];
}

/** Whether she said that there was no such day; leaving the day out says no such thing. */
function saysNothing(answer: Answer): boolean {
  const onlyWords = answer.on === null && answer.sites.length === 0 && answer.chosen.length > 0;
  return onlyWords && answer.chosen.every((option) => NOTHING.includes(option));
}

function said(raises: RaiseIf, answer: Answer): boolean {
  if (raises.kind === 'below') return answer.number !== null && answer.number < Number(raises.value);
  if (raises.kind === 'any') {
    return answer.sites.length > 0 || answer.chosen.some((option) => !NOTHING.includes(option));
  }
  return answer.chosen.includes(String(raises.value));
}

/** With its place and its date. What was over before it was told is not raised. */
function placed(policy: Policy, flag: string, answer: Answer, today: string): Raised[] {
  const timeline = policy.timelines[flag];
  const sites = policy.flags[flag]?.placed ? answer.sites : [];
  const raised = { flag, sites, since: null, confirmed: null, log: '' };
  if (!timeline) return [raised];
  if (timeline.by_itself) return [{ ...raised, since: answer.on ?? today }];
  if (phaseOn(timeline, answer.on, today) === null) return [];
  return [{ ...raised, since: answer.on ?? assumedStart(policy, flag, today) }];
}
