import type { ScreeningWords } from '../../../../content/screening-words';
import type { SafeDay } from '../../../../domain/safe-day';
import { safety as words } from '../../../../text/safety';
import { lines } from '../../parts/later/because';
import { Reasons } from '../../parts/later/reasons';

/** What is softer or pauses today, and what to heed, before it begins. */
export function DayWords({ day, said }: { day: SafeDay; said: ScreeningWords }) {
  const changed = [...lines(said, day.softer, words.softer), ...lines(said, day.paused, words.paused)];
  const heed = lines(said, day.care, words.heed);
  return (
    <>
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
