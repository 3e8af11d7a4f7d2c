import type { Mark } from '../../domain/body-places';
import { change, type MarkSet } from '../../domain/bodymap';
import { body as words } from '../../text/body';
import { pointOf, VIEWS, type View, viewsOf } from './geometry';
import { BodyPicture, cropOf } from './picture';
import './two-weeks.css';

export interface TwoWeeksProps {
  now: MarkSet;
  before: MarkSet | null;
  /** A local date in words. */
  day: (date: string) => string;
}

/** About a week ago and now, side by side, and what changed between them in one sentence. */
export function TwoWeeks({ now, before, day }: TwoWeeksProps) {
  const sets = before ? [before, now] : [now];
  const all = sets.flatMap(({ marks }) => marks);
  const views = viewsFor(all);
  return (
    <div class="body-weeks">
      <p>
        {before ? (
          <>
            <span class="soft">{words.since(day(before.date))}: </span>
            <strong>{words.change(change(before.marks, now.marks))}</strong>
          </>
        ) : (
          <span class="soft">{words.onlyOne}</span>
        )}
      </p>
      <div class="body-weeks-pair" data-views={views.length}>
        {sets.map((set) => (
          <Week
            key={set.id}
            set={set}
            trace={set === now ? before?.marks : undefined}
            all={all}
            views={views}
            day={day(set.date)}
          />
        ))}
      </div>
    </div>
  );
}

interface WeekProps {
  set: MarkSet;
  trace: readonly Mark[] | undefined;
  all: readonly Mark[];
  views: readonly View[];
  day: string;
}

function Week({ set, trace, all, views, day }: WeekProps) {
  const told = marksInWords(set.marks) || words.nothingMarked;
  const elsewhere = marksInWords(set.marks.filter((mark) => VIEWS.every((view) => !pointOf(view, mark))));
  return (
    <figure>
      <figcaption class="small">{day}</figcaption>
      <div class="body-weeks-views">
        {views.map((view) => (
          <div key={view} class="body-weeks-view">
            <BodyPicture
              view={view}
              crop={cropOf(view, all)}
              marks={set.marks}
              trace={trace}
              label={words.picture(day, `${words.seen[view]}: ${told}`)}
            />
            <p class="small soft" aria-hidden="true">
              {words.seen[view]}
            </p>
          </div>
        ))}
      </div>
      {views.length === 0 && elsewhere === '' && <p class="small">{told}</p>}
      {elsewhere && <p class="small">{words.notDrawn(elsewhere)}</p>}
    </figure>
  );
}

/** "Left jaw 4, Tailbone 2", the strongest first. */
export function marksInWords(marks: readonly Mark[]): string {
  return [...marks]
    .sort((one, other) => other.strength - one.strength)
    .map((mark) => words.chip(words.area(mark), mark.strength))
    .join(', ');
}

/** As few drawings as show all of these: what lies on both (a knee, a hand) needs no second one. */
export function viewsFor(marks: readonly Mark[]): View[] {
  const drawn = marks.map(viewsOf).filter((views) => views.length > 0);
  const needed = VIEWS.filter((view) => drawn.some((views) => views.length === 1 && views[0] === view));
  return needed.length > 0 || drawn.length === 0 ? needed : ['front'];
}
