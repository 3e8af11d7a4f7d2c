import type { Mark } from '../../../../domain/body-places';
import { markSets, marksOfDay } from '../../../../domain/bodymap';
import { voidedIds } from '../../../../domain/logs';
import { logs, todayDate } from '../../../../store';
import { body as words } from '../../../../text/body';
import { Icon } from '../../../../ui';
import { MiniFigure } from '../../../../ui/body-map';
import './body-row.css';

/** Leads to the picture of the body, and says what is marked there today. */
export function BodyRow({ from }: { from: 'after' | 'history' | 'me' }) {
  const { today, last } = marksOfDay(markSets(logs.value, voidedIds(logs.value)), todayDate());
  const figures = { marks: today?.marks ?? [], trace: today ? [] : (last?.marks ?? []) };
  return (
    <a class="body-link" href={`/body?from=${from}`}>
      <span class="body-link-figures">
        <MiniFigure view="front" {...figures} />
        <MiniFigure view="back" {...figures} />
      </span>
      <span class="body-link-words">
        <span class="body-link-title">{words.row}</span>
        <span class="small soft">{today ? told(today.marks) : words.rowEmpty}</span>
      </span>
      <Icon name="next" size={1.25} />
    </a>
  );
}

/** The strongest two; the picture shows the others. */
function told(marks: readonly Mark[]): string {
  const sorted = [...marks].sort((one, other) => other.strength - one.strength);
  const named = sorted
    .slice(0, 2)
    .map((mark) => words.chip(words.area(mark), mark.strength))
    .join(', ');
  if (named === '') return words.rowNothing;
  return words.rowMarked(marks.length > 2 ? words.rowMore(named, marks.length - 2) : named);
}
