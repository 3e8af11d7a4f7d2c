import { useState } from 'preact/hooks';
import { decisionReadLog } from '../../../../domain/client-logs';
import type { DosedDay } from '../../../../domain/dose/day';
import { type News, nameOf } from '../../../../domain/dose/phone';
import { dayLength } from '../../../../domain/length';
import { therapistOf, versionOn } from '../../../../domain/today';
import type { View } from '../../../../domain/types';
import { deviceZone, NotSaved, newLogId, saveLogs } from '../../../../store';
import { budgetS, laid, untold } from '../../../../store/dose';
import { text } from '../../../../text';
import { dose as words } from '../../../../text/dose';
import { Banner, Button, showToast } from '../../../../ui';
import { sentences } from './dose-said';
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
  const resting = day.resting.map(({ item }) => item.technique_id);
  const rests = new Set([...resting, ...Object.keys(laid.value?.overlay.paused ?? {})]);
  const said = sentences(told, items, rests);
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
          {told.some(({ isBack }) => !isBack) && (
            <p class="soft small">{words.therapist(therapistOf(view.me))}</p>
          )}
        </Banner>
      )}
    </>
  );
}

async function takeNote(told: readonly News[]): Promise<void> {
  try {
    await saveLogs(told.map((one) => decisionReadLog(nameOf(one), newLogId(), Date.now(), deviceZone())));
  } catch (error) {
    if (!(error instanceof NotSaved)) throw error;
    showToast({ text: words.notKept });
  }
}
