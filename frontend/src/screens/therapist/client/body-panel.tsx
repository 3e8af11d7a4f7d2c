import { useEffect, useState } from 'preact/hooks';
import { markSets, twoWeeks } from '../../../domain/bodymap';
import { type LogRow, mergeRows } from '../../../domain/desk/course';
import { openLogs } from '../../../store/desk';
import { marksOf } from '../../../sync/desk/marks';
import { useAction } from '../../../sync/desk/use-action';
import { body as words } from '../../../text/body';
import { desk } from '../../../text/desk';
import { MarkTable, TwoWeeks } from '../../../ui/body-map';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { plainDay } from '../parts/when';

/** As many dates as a table can hold side by side. */
const COLUMNS = 8;

export interface BodyPanelProps {
  id: string;
  /** The logs that the page has read so far; null while they are on their way. */
  rows: readonly LogRow[] | null;
  today: string;
}

/** Where it hurts, about a week ago and at the last telling, with its date. */
export function BodyPanel({ id, rows, today }: BodyPanelProps) {
  const { older, problem, retry } = useOlderMarks(id, rows !== null && openLogs.value?.next !== null);
  const sets = markSets(
    mergeRows(older, rows ?? []).flatMap((row) => (row.voided ? [] : [row.log])),
    new Set(),
  );
  const weeks = twoWeeks(sets);
  const day = (date: string) => plainDay(date, today);
  return (
    <Section
      title={words.deskTitle}
      aside={weeks && <p class="small soft">{words.asOf(day(weeks.now.date))}</p>}
    >
      <TroubleNote problem={problem} onRetry={retry} />
      {!weeks && <p class="soft">{rows ? words.deskNone : desk.loading}</p>}
      {weeks && (
        <>
          <TwoWeeks {...weeks} day={day} />
          <p class="small soft">{words.deskSides}</p>
          <MarkTable sets={sets.slice(0, COLUMNS).toReversed()} day={day} />
        </>
      )}
    </Section>
  );
}

/** Marks told longer ago than the logs of this page reach; asked for only where there is more than was read. */
function useOlderMarks(id: string, wanted: boolean) {
  const [older, setOlder] = useState<LogRow[]>([]);
  const reading = useAction();
  const retry = () => void reading.run(async () => setOlder(await marksOf(id)));
  useEffect(() => {
    if (wanted) retry();
  }, [id, wanted]);
  return { older, problem: reading.problem, retry };
}
