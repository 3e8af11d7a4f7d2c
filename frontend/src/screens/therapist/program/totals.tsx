import { DAY_LIMIT_S, type Draft, longestDay } from '../../../domain/desk/draft';
import { desk } from '../../../text/desk';

const words = () => desk.builder.total;

/** How long a day takes, live: the sums that the player plays. */
export function Totals({ draft }: { draft: Draft }) {
  const { dose, withSetup, same } = longestDay(draft);
  const over = dose - DAY_LIMIT_S;
  return (
    <div class="totals figures" aria-live="polite">
      <p class="totals-day">
        <strong>{desk.minutesSeconds(dose)}</strong> {same ? words().day : words().longest}
      </p>
      <p class="small soft">{words().setup(desk.minutesSeconds(withSetup))}</p>
      {over > 0 && <p class="field-error">{words().limit(desk.minutesSeconds(over))}</p>}
    </div>
  );
}
