import type { Consistency } from '../../../../domain/consistency';
import { desk } from '../../../../text/desk';
import { Section } from '../../parts/page';

const words = () => desk.measures;

/** How steadily she practises, in numbers, and how each is made. */
export function ConsistencyPart({ numbers }: { numbers: Consistency }) {
  const { practised, prescribed, share, band, done_s, done, assigned, weeks_kept, weeks } = numbers;
  // Before the first program there is nothing to count.
  if (prescribed + done_s + weeks === 0) return null;
  return (
    <Section title={words().consistency} aside={band && words().band[band]}>
      <ul class="consistency figures">
        <li>{share === null ? words().noDays : words().days(practised, prescribed, share)}</li>
        <li>{words().minutes(Math.round(done_s / 60))}</li>
        {assigned > 0 && <li>{words().techniques(done, assigned)}</li>}
        {weeks > 0 && <li>{words().weeks(weeks_kept, weeks)}</li>}
      </ul>
      <details class="consistency-how small soft">
        <summary>{words().how}</summary>
        {words().formula.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </details>
    </Section>
  );
}
