import type { DoseKept } from '../../../../api/desk-dose';
import { desk } from '../../../../text/desk';
import { deviceZone, instantWords } from '../../parts/when';

const words = () => desk.dose;

/** Why, out of what the rule looked at. */
export function whyWords({ rule, decision, inputs }: DoseKept): string {
  const code = rule === 'D03' && decision === 'STEP_BACK' ? 'D03_gone' : rule;
  return words().why[code]?.(inputs) ?? '';
}

/** What became of it; empty while it is in effect. */
export function fateWords({ act, acted, withdrawn_at, in_effect }: DoseKept): string {
  const state = words().state;
  if (act !== null && acted !== null) {
    const when = instantWords(acted.at, deviceZone());
    if (acted.by === null) return state.byRules(when);
    return state[act as 'undone' | 'accepted' | 'declined'](acted.by.name, when);
  }
  if (withdrawn_at !== null) return state.withdrawn;
  return in_effect ? '' : state.ended;
}
