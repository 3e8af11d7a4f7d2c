import type { ScreeningWords } from '../../../../content/screening-words';
import { dayLength } from '../../../../domain/length';
import type { SafeDay } from '../../../../domain/safe-day';
import { budgetS } from '../../../../store/dose';
import { text } from '../../../../text';
import { dose } from '../../../../text/dose';
import { safety as words } from '../../../../text/safety';
import { lines } from '../../parts/later/because';
import { Reasons } from '../../parts/later/reasons';

/** How much is left where less is, what is softer or pauses today, and what to heed, before it begins. */
export function DayWords({ day, said }: { day: SafeDay; said: ScreeningWords }) {
  const changed = [...lines(said, day.softer, words.softer), ...lines(said, day.paused, words.paused)];
  const heed = lines(said, day.care, words.heed);
  const most = budgetS();
  const { seconds } = text.client;
  return (
    <>
      {most !== null && (
        <p class="soft">{dose.figures(seconds(dayLength(day.items).dose_s), seconds(most))}</p>
      )}
      {changed.length > 0 && (
        <section class="stack-tight" aria-live="polite">
          <h2>{words.fits}</h2>
          <Reasons rows={changed} />
        </section>
      )}
      {heed.length > 0 && (
        <section class="stack-tight">
          <h2>{words.heedTitle}</h2>
          <Reasons rows={heed} />
        </section>
      )}
    </>
  );
}
