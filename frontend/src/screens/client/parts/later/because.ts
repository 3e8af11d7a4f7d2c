import type { ScreeningWords } from '../../../../content/screening-words';
import type { Held } from '../../../../domain/safe-day';
import { answersIn, type Finding } from '../../../../domain/screening';
import { therapistOf } from '../../../../domain/today';
import { view } from '../../../../store';
import { safety as known } from '../../../../store/screening';
import { safety as words } from '../../../../text/safety';

/** The question about a pregnancy, which may stay unsaid: the careful rules hold then without being named. */
const PREGNANCY = 'q16';
const UNSAID = 'rather not say';

/** Why something is softer, paused or to be done with care, in one or two plain sentences. */
export function because(said: ScreeningWords, { rule, flag }: Finding): string {
  if (isUnsaid(flag)) return words.quiet;
  const label = said.flags[flag] ?? '';
  const reason = said.reasons[rule as keyof typeof said.reasons];
  if (reason !== undefined) return reason.replace('{flag}', label);
  return [said.rules[rule], label && whoSaid(flag, label)].filter(Boolean).join(' ');
}

/** Each technique with its reason; what is the same for several is said once. */
export function lines(
  said: ScreeningWords,
  held: readonly Held[],
  title: (name: string) => string,
): { title: string; why: string }[] {
  const names = new Map<string, string[]>();
  for (const { item, finding } of held) {
    const why = because(said, finding);
    names.set(why, [...new Set([...(names.get(why) ?? []), item.snapshot.name])]);
  }
  return [...names].map(([why, all]) => ({ title: title(all.join(', ')), why }));
}

function whoSaid(flag: string, label: string): string {
  const me = view.value?.me;
  const active = known.value?.active.find((one) => one.flag === flag);
  const entry = view.value?.flags.find(({ id }) => id === active?.log);
  return me && entry?.by_therapist ? words.noted(therapistOf(me), label) : words.youTold(label);
}

function isUnsaid(flag: string): boolean {
  const told = answersIn(known.value?.said[PREGNANCY]?.answer).some(({ chosen }) => chosen.includes(UNSAID));
  return told && flag.startsWith('pregnancy_t');
}
