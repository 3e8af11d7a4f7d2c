import type { ScreeningWords } from '../../../../content/screening-words';
import type { SafeDay } from '../../../../domain/safe-day';
import { safety as words } from '../../../../text/safety';
import { lines } from '../../parts/later/because';
import { Reasons } from '../../parts/later/reasons';

/** What is softer today and what pauses, a sentence each, and why. */
export function SafeNote({ day, said }: { day: SafeDay; said: ScreeningWords }) {
  const softer = lines(said, day.softer, words.softer);
  const paused = lines(said, day.paused, words.paused);
  if (softer.length + paused.length === 0) return null;
  return (
    <section class="card stack-tight">
      <h2>{words.fits}</h2>
      <Reasons rows={[...softer, ...paused]} />
      <p class="soft small">{day.items.length > 0 ? words.fitsAll : words.nothingLeft}</p>
    </section>
  );
}
