import { type Area, areaKey } from '../../domain/body-places';
import { type MarkSet, strengthAt } from '../../domain/bodymap';
import { body as words } from '../../text/body';
import './two-weeks.css';

/** Every place of these sets with its strength on each date, oldest first: the pictures for whoever reads numbers. */
export function MarkTable({ sets, day }: { sets: readonly MarkSet[]; day: (date: string) => string }) {
  const areas = new Map<string, Area>();
  for (const mark of sets.flatMap(({ marks }) => marks)) areas.set(areaKey(mark), mark);
  return (
    <details class="body-table">
      <summary class="small">{words.table}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached without a mouse */}
      <section class="body-table-wide" aria-label={words.changeTitle} tabIndex={0}>
        <table class="figures small" aria-label={words.changeTitle}>
          <thead>
            <tr>
              <th scope="col">{words.tablePlace}</th>
              {sets.map((set) => (
                <th key={set.id} scope="col">
                  {day(set.date)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...areas].map(([key, area]) => (
              <tr key={key}>
                <th scope="row">{words.area(area)}</th>
                {sets.map((set) => (
                  <td key={set.id}>{strengthAt(set.marks, area) ?? <NotMarked />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function NotMarked() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="only-heard">{words.notMarked}</span>
    </>
  );
}
