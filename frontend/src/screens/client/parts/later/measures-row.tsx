import { goalsOf, measuresAsked, measuresDue, notNowLog, stepsOf } from '../../../../domain/measures-phone';
import { due, practisedIn, saidIn } from '../../../../domain/reactions';
import { therapistOf, versionsOf } from '../../../../domain/today';
import type { View } from '../../../../domain/types';
import { deviceZone, logs, NotSaved, newLogId, saveLog, todayDate, view } from '../../../../store';
import { safety } from '../../../../store/screening';
import { text } from '../../../../text';
import { measures as words } from '../../../../text/measures';
import { Button, showToast } from '../../../../ui';
import './measures-row.css';

/** One quiet row on a day on which nothing else is asked. */
export function MeasuresRow({ date }: { date: string }) {
  const notNow = useNotNow();
  const known = view.value;
  const asked = known && !isAsked(known) ? measuresAsked(known, logs.value, date) : null;
  if (!known || !asked) return null;
  return (
    <section class="measures-row">
      <div>
        <h2 class="measures-title">{words.rowTitle}</h2>
        <p class="small soft">{words.row(stepsOf(asked, goalsOf(known, logs.value)).length)}</p>
      </div>
      <div class="row">
        <Button kind="quiet" href="/measures">
          {words.go}
        </Button>
        <Button kind="link" onClick={() => void notNow()}>
          {words.notNow}
        </Button>
      </div>
    </section>
  );
}

/** Among what is hers: while measures are due, also when she has put them off. */
export function MeasuresPart() {
  const known = view.value;
  const asked = known && measuresDue(known, logs.value, todayDate());
  if (!known || !asked) return null;
  return (
    <section class="me-part">
      <h2>{words.rowTitle}</h2>
      <p class="soft">{words.me(therapistOf(known.me))}</p>
      <Button kind="quiet" href="/measures">
        {words.row(stepsOf(asked, goalsOf(known, logs.value)).length)}
      </Button>
    </section>
  );
}

/** Whether this page asks for the safety questions, or how it is after a practice. */
function isAsked(known: View): boolean {
  if (safety.value?.asking.open === false) return true;
  const items = versionsOf(known).flatMap((version) => version.items);
  return due(practisedIn(logs.value, items), saidIn(logs.value), Date.now(), deviceZone()) !== null;
}

/** Puts them off for a week; false where the phone could not keep that. */
export function useNotNow(): () => Promise<boolean> {
  return async () => {
    try {
      await saveLog(notNowLog(newLogId(), Date.now(), deviceZone()));
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      showToast({ text: text.client.today.notKept });
      return false;
    }
    showToast({ text: words.putOff });
    return true;
  };
}
