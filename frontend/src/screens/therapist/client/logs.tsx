import { useState } from 'preact/hooks';
import type { ClientCard } from '../../../api/desk';
import { byDay, type LogRow } from '../../../domain/desk/course';
import { strongPain } from '../../../domain/desk/felt';
import type { Version } from '../../../domain/program';
import { catalogue, openLogs } from '../../../store/desk';
import { olderLogs } from '../../../sync/desk/clients';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { dayWords, todayIn } from '../parts/when';
import { LogEntry } from './log-entry';

const words = () => desk.client.logs;
/** What is told in one quiet line at the end of a day: true, but seldom what she is looking for. */
const SMALL = ['read', 'setting', 'consent', 'check', 'intake', 'measure', 'decision', 'body', 'flag'];
/** What the server leaves out when it counts what is new. */
const UNCOUNTED = ['read', 'setting'];

const DAYS_AT_ONCE = 10;

export interface LogsProps {
  id: string;
  card: ClientCard;
  program: Version | null;
  /** How many of the newest were not seen before this page was opened. */
  fresh: number;
}

/** What was practised, felt and asked, day by day as it was lived. */
export function Logs({ id, card, program, fresh }: LogsProps) {
  const older = useAction();
  const [shown, setShown] = useState(DAYS_AT_ONCE);
  const open = openLogs.value?.client_id === id ? openLogs.value : null;
  if (!open) return <Section title={words().title}>{<p class="soft">{desk.loading}</p>}</Section>;
  const rows = open.rows.filter((row) => row.log.kind !== 'void');
  const today = todayIn(card.timezone);
  const days = byDay(rows);
  const more = async () => {
    setShown(shown + DAYS_AT_ONCE);
    if (days.length <= shown + DAYS_AT_ONCE && open.next !== null) await older.run(olderLogs);
  };
  const newest = new Set(
    open.rows
      .filter((row) => !UNCOUNTED.includes(row.log.kind))
      .slice(0, fresh)
      .map((row) => row.log.id),
  );
  return (
    <Section title={words().title}>
      {rows.length === 0 && <p class="soft">{words().none}</p>}
      {days.slice(0, shown).map((day) => (
        <div class="log-day" key={day.date}>
          <h3>{dayWords(day.date, today)}</h3>
          <ul class="log-list">
            {ordered(inOneLine(day.rows)).map((row) => (
              <LogEntry
                key={row.log.id}
                row={row}
                zone={card.timezone}
                program={program}
                fresh={newest.has(row.log.id)}
                small={!tells(row)}
                answers={isAnswer(row) ? day.rows.filter(isAnswer).length : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
      <TroubleNote problem={older.problem} />
      {(open.next !== null || days.length > shown) && (
        <div>
          <Button kind="quiet" busy={older.busy} onClick={() => void more()}>
            {words().older}
          </Button>
        </div>
      )}
    </Section>
  );
}

function tells(row: LogRow): boolean {
  return !SMALL.includes(row.log.kind) || strongPain(row.log, catalogue.value?.pain_gate) !== null;
}

/** The answers of one day are one line: each of them stands among the safety answers. */
function inOneLine(rows: readonly LogRow[]): LogRow[] {
  const newest = rows.find(isAnswer);
  return rows.filter((row) => !isAnswer(row) || row === newest);
}

function isAnswer(row: LogRow): boolean {
  return row.log.kind === 'intake' && !row.voided;
}

function ordered(rows: readonly LogRow[]): LogRow[] {
  return [...rows.filter(tells), ...rows.filter((row) => !tells(row))];
}
