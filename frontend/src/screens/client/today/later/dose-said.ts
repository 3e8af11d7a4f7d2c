import type { Place } from '../../../../domain/body-places';
import type { News } from '../../../../domain/dose/phone';
import type { Item } from '../../../../domain/types';
import { logs } from '../../../../store';
import { body } from '../../../../text/body';
import { care } from '../../../../text/care';
import { dose as words } from '../../../../text/dose';

/**
 * What changed, a sentence each, in what she told herself. Of several changes of one technique the last one holds; what
 * rests for one and the same answer is one change.
 */
export function sentences(
  told: readonly News[],
  items: readonly Item[],
  rests: ReadonlySet<string>,
): string[] {
  const changes = told.filter((one) => isLess(one, items));
  const last = [...new Map(changes.map((one) => [one.target, one])).values()];
  return [...new Set(last.flatMap((one) => sentence(one, last, items, rests) ?? []))];
}

/**
 * Whether she does anything differently because of it: what was the least already goes on as it was, and what rests
 * for a pain does not rest for what came after it.
 */
function isLess({ rule, before, after }: News, items: readonly Item[]): boolean {
  if (rule === 'D02' || rule === 'D03') return true;
  if (before.paused) return false;
  const isLower = rule === 'D06' ? items.some(({ level }) => level > 1) : after.level !== before.level;
  return isLower || after.s < before.s;
}

/** None about a technique that is not in the program any more, nor before what she told is on this phone too. */
function sentence(
  made: News,
  all: readonly News[],
  items: readonly Item[],
  rests: ReadonlySet<string>,
): string | null {
  const { rule, target, before, after, source, inputs } = made;
  const name = items.find((item) => item.technique_id === target)?.snapshot.name;
  if (made.isBack) {
    const what = target === '' ? words.whole : name;
    // What rests for another reason does not go on.
    return what === undefined || rests.has(target) ? null : words.undone(what);
  }
  if (rule === 'D06') return words.restart;
  if (rule === 'D07') return words.gap;
  if (name === undefined) return null;
  const from = logs.value.find(({ id }) => id === source);
  if (rule === 'D02') {
    if (from?.kind === 'hurt') return words.hurt(name, from.feeling, from.side);
    return from ? words.hurt(name, 'too_much', 'both') : null;
  }
  const { answer } = care.reaction;
  if (rule === 'D03' && after.paused) {
    if (from?.kind !== 'reaction') return null;
    const rest = new Set(all.filter((one) => isSameRest(one, made)).map((one) => one.target));
    // A technique may stand in the program twice.
    const resting = items.filter(
      ({ technique_id: id }, at) => rest.has(id) && items.findIndex((one) => one.technique_id === id) === at,
    );
    return resting.length > 1
      ? words.region(placesOf(resting), resting.length, answer[from.answer])
      : words.sore(name, answer[from.answer]);
  }
  // A softer way that is not there is a rest.
  const how = rests.has(target) ? 'rests' : after.cuts > before.cuts ? 'shorter' : 'softer';
  if (rule === 'D03') return how === 'rests' ? words.stays(name) : words.back(name, how, answer.gone);
  return rule === 'D04' ? words.worse(name, how) : words.strong(name, how, inputs.peaks?.at(-1) ?? 6);
}

/** Whether a technique rests for the same answer as another. */
function isSameRest({ rule, after, source, isBack }: News, made: News): boolean {
  return rule === made.rule && source === made.source && after.paused && !isBack;
}

/** Where all of them work; else where each of them works first. */
function placesOf(items: readonly Item[]): string {
  const regions = items.map(({ snapshot }) => snapshot.regions);
  const shared = regions[0]?.filter((one) => regions.every((others) => others.includes(one))) ?? [];
  const named = shared.length > 0 ? shared : [...new Set(regions.flatMap((own) => own.slice(0, 1)))];
  return named.map((one) => body.place(one as Place)).join(', ');
}
