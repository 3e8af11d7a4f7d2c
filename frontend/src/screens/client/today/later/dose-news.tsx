import { useState } from 'preact/hooks';
import { decisionReadLog } from '../../../../domain/client-logs';
import type { DosedDay } from '../../../../domain/dose/day';
import type { DoseDecision } from '../../../../domain/dose/history';
import { dayLength } from '../../../../domain/length';
import { therapistOf, versionOn } from '../../../../domain/today';
import type { Item, View } from '../../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLogs } from '../../../../store';
import { budgetS, untold } from '../../../../store/dose';
import { text } from '../../../../text';
import { care } from '../../../../text/care';
import { dose as words } from '../../../../text/dose';
import { Banner, Button, showToast } from '../../../../ui';
import { gentleLine } from './gentle-line';

interface DoseNewsProps {
  view: View;
  date: string;
  day: DosedDay;
}

/** What changed by itself and why, a sentence each, until she has taken note; and how much is left where less is. */
export function DoseNews({ view, date, day }: DoseNewsProps) {
  const [busy, setBusy] = useState(false);
  const told = untold.value;
  const items = versionOn(view, date)?.items ?? [];
  const rests = new Set(day.resting.map(({ item }) => item.technique_id));
  // Of several changes of one technique the last one holds.
  const changes = told.filter((one) => isLess(one, items));
  const last = [...new Map(changes.map((one) => [one.target, one])).values()];
  const said = last.flatMap((one) => sentence(one, items, rests) ?? []);
  const gentle = gentleLine(view, date);
  const most = budgetS();
  const note = async () => {
    setBusy(true);
    await takeNote(told);
    setBusy(false);
  };
  const { seconds } = text.client;
  const figures = most !== null && words.figures(seconds(dayLength(day.items).dose_s), seconds(most));
  return (
    <>
      {gentle !== null && <p class="soft">{gentle}</p>}
      {said.length === 0 && figures && <p class="soft today-left">{figures}</p>}
      {said.length > 0 && (
        <Banner
          tone="calm"
          icon="edit"
          title={words.title}
          action={
            <Button kind="quiet" busy={busy} onClick={() => void note()}>
              {words.ok}
            </Button>
          }
        >
          {said.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {figures && <p>{figures}</p>}
          <p class="soft small">{words.therapist(therapistOf(view.me))}</p>
        </Banner>
      )}
    </>
  );
}

/**
 * Whether she does anything differently because of it: what was the least already goes on as it was, and what rests
 * for a pain does not rest for what came after it.
 */
function isLess({ rule, before, after }: DoseDecision, items: readonly Item[]): boolean {
  if (rule === 'D02' || rule === 'D03') return true;
  if (before.paused) return false;
  const isLower = rule === 'D06' ? items.some(({ level }) => level > 1) : after.level !== before.level;
  return isLower || after.s < before.s;
}

/**
 * One change in one sentence, in what she told herself; none about a technique that is not in the program any more, nor
 * before what she told is on this phone too.
 */
function sentence(
  { rule, target, before, after, source, inputs }: DoseDecision,
  items: readonly Item[],
  rests: ReadonlySet<string>,
): string | null {
  if (rule === 'D06') return words.restart;
  if (rule === 'D07') return words.gap;
  const name = items.find((item) => item.technique_id === target)?.snapshot.name;
  if (name === undefined) return null;
  const from = logs.value.find(({ id }) => id === source);
  if (rule === 'D02') {
    if (from?.kind === 'hurt') return words.hurt(name, from.feeling, from.side);
    return from ? words.hurt(name, 'too_much', 'both') : null;
  }
  const { answer } = care.reaction;
  if (rule === 'D03' && after.paused)
    return from?.kind === 'reaction' ? words.sore(name, answer[from.answer]) : null;
  // A softer way that is not there is a rest.
  const how = rests.has(target) ? 'rests' : after.cuts > before.cuts ? 'shorter' : 'softer';
  if (rule === 'D03') return how === 'rests' ? words.stays(name) : words.back(name, how, answer.gone);
  return rule === 'D04' ? words.worse(name, how) : words.strong(name, how, inputs.peaks?.at(-1) ?? 6);
}

async function takeNote(told: readonly DoseDecision[]): Promise<void> {
  try {
    await saveLogs(told.map(({ id }) => decisionReadLog(id, newLogId(), Date.now(), deviceZone())));
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    showToast({ text: words.notKept });
  }
}
