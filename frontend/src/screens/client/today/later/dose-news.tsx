import { useState } from 'preact/hooks';
import { decisionReadLog } from '../../../../domain/client-logs';
import type { DosedDay } from '../../../../domain/dose/day';
import type { DoseDecision } from '../../../../domain/dose/history';
import { dayLength } from '../../../../domain/length';
import { isHurt } from '../../../../domain/logs';
import { therapistOf, versionOn } from '../../../../domain/today';
import type { View } from '../../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLogs } from '../../../../store';
import { budgetS, untold } from '../../../../store/dose';
import { text } from '../../../../text';
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
  const names = new Map(
    versionOn(view, date)?.items.map((item) => [item.technique_id, item.snapshot.name]) ?? [],
  );
  const rests = new Set(day.resting.map(({ item }) => item.technique_id));
  // Of several changes of one technique the last one holds.
  const last = [...new Map(told.map((one) => [one.target, one])).values()];
  const said = last.flatMap((one) => sentence(one, names, rests) ?? []);
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

/** One change in one sentence; none about a technique that is not in the program any more. */
function sentence(
  { rule, target, before, after, source, inputs }: DoseDecision,
  names: ReadonlyMap<string, string>,
  rests: ReadonlySet<string>,
): string | null {
  if (rule === 'D06') return words.restart;
  if (rule === 'D07') return words.gap;
  const name = names.get(target);
  if (name === undefined) return null;
  if (rule === 'D02') {
    const hurt = logs.value.filter(isHurt).find((log) => log.id === source);
    return words.hurt(name, hurt?.feeling ?? 'too_much', hurt?.side ?? 'both');
  }
  if (rule === 'D03' && after.paused) return words.sore(name);
  // A softer way that is not there is a rest.
  const how = rests.has(target) ? 'rests' : after.cuts > before.cuts ? 'shorter' : 'softer';
  if (rule === 'D03') return words.back(name, how);
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
