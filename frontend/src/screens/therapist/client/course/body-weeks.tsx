import type { Mark } from '../../../../domain/body-places';
import { change, type MarkSet, markSets, twoWeeks } from '../../../../domain/bodymap';
import type { Told } from '../../../../domain/desk/page/facts';
import { bodyWeeks, type Week } from '../../../../domain/desk/page/weeks';
import { body as words } from '../../../../text/body';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { BodyPicture, cropOf, MarkTable, marksInWords, viewsFor } from '../../../../ui/body-map';
import { Section } from '../../parts/page';
import { daySpan, plainDay } from '../../parts/when';
import './body-weeks.css';

/** As many dates as a table can hold side by side. */
const COLUMNS = 8;
const WEEKS = 6;

/** Where it hurt in each of the last weeks, and what changed within about one. */
export function BodyWeeks({ told, today }: { told: Told; today: string }) {
  const sets = setsOf(told);
  const pair = twoWeeks(sets);
  const day = (date: string) => plainDay(date, today);
  return (
    <Section
      title={words.changeTitle}
      aside={pair && <p class="small soft">{words.asOf(day(pair.now.date))}</p>}
    >
      {!pair && <p class="soft">{page.body.nothing}</p>}
      {pair && (
        <>
          <p>
            {pair.before ? (
              <>
                <span class="soft">{words.since(day(pair.before.date))}: </span>
                <strong>{words.change(change(pair.before.marks, pair.now.marks))}</strong>
              </>
            ) : (
              <span class="soft">{words.onlyOne}</span>
            )}
          </p>
          <WeekPictures sets={sets} today={today} most={WEEKS} />
          <p class="small soft">
            {page.body.weeks} {desk.sides}
          </p>
          <MarkTable sets={sets.slice(0, COLUMNS).toReversed()} day={day} />
        </>
      )}
    </Section>
  );
}

export function setsOf(told: Told): MarkSet[] {
  return markSets(
    told.rows.map((row) => row.log),
    new Set(),
  );
}

interface PicturesProps {
  sets: readonly MarkSet[];
  today: string;
  most: number;
}

/** One small picture a week, the week before as a trace behind it. */
export function WeekPictures({ sets, today, most }: PicturesProps) {
  const weeks = bodyWeeks(sets, today, most);
  const all = weeks.flatMap(({ set }) => set?.marks ?? []);
  return (
    <ul class="weeks">
      {weeks.map((week, at) => (
        <li key={week.to}>
          <WeekPicture week={week} trace={weeks[at - 1]?.set?.marks} all={all} />
        </li>
      ))}
    </ul>
  );
}

interface PictureProps {
  week: Week;
  trace: readonly Mark[] | undefined;
  all: readonly Mark[];
}

function WeekPicture({ week: { from, to, set }, trace, all }: PictureProps) {
  const caption = daySpan(from, to);
  const told = set ? marksInWords(set.marks) || words.nothingMarked : page.body.none;
  // A place that no picture has (the whole body) is said, never lost.
  const beside = set ? marksInWords(set.marks.filter((mark) => viewsFor([mark]).length === 0)) : '';
  return (
    <figure class={set ? 'week' : 'week week-none'}>
      <div class="week-views">
        {viewsFor(all).map((view) => (
          <BodyPicture
            key={view}
            view={view}
            crop={cropOf(view, all)}
            marks={set?.marks ?? []}
            trace={trace}
            label={words.picture(caption, `${words.seen[view]}: ${told}`)}
          />
        ))}
      </div>
      <figcaption class="small">
        <span class="soft">{caption}</span>
        {beside && <span>{words.notDrawn(beside)}</span>}
        {!set && <span class="soft">{page.body.none}</span>}
        {set && viewsFor(all).length === 0 && !beside && <span>{told}</span>}
      </figcaption>
    </figure>
  );
}
