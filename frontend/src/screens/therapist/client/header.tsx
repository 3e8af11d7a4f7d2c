import { daysBetween } from '../../../domain/days';
import type { ClientRow } from '../../../domain/desk/attention';
import { type LogRow, sessionsOf } from '../../../domain/desk/course';
import type { ClientFile } from '../../../sync/desk/client';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Heading } from '../parts/page';
import { dayWords, instantWords, todayIn } from '../parts/when';

const words = () => desk.client;

export interface HeaderProps {
  file: ClientFile;
  row: ClientRow | null;
  rows: readonly LogRow[] | null;
  onHandOver: () => void;
}

/** Who, since when, how much, when last, and whether the newest version is on the phone. */
export function ClientHeader({ file, row, rows, onHandOver }: HeaderProps) {
  const { card, program, devices } = file;
  const linked = devices.some((device) => device.revoked_at === null);
  const ready = program.program !== null;
  const edit = `/desk/clients/${card.id}/program`;
  return (
    <Heading
      title={card.name}
      line={lineOf(file, row, rows)}
      actions={
        <>
          <Button kind={ready && !linked ? 'primary' : 'quiet'} icon="phone" onClick={onHandOver}>
            {words().handOver}
          </Button>
          <Button kind={ready && !linked ? 'quiet' : 'primary'} href={edit}>
            {ready ? words().adjust : words().write}
          </Button>
        </>
      }
    />
  );
}

function lineOf(
  { card, program }: ClientFile,
  row: ClientRow | null,
  rows: readonly LogRow[] | null,
): string {
  const today = todayIn(card.timezone);
  const parts: string[] = [];
  const first = program.versions.at(-1);
  if (first && first.starts_on <= today) parts.push(words().day(daysBetween(first.starts_on, today) + 1));
  if (program.program) parts.push(words().perDay(desk.minutes(program.program.dose_s)));
  parts.push(lastWords(card.timezone, row, rows, today));
  if (program.program) parts.push(fetchedWords(program, card.timezone));
  return parts.join(' · ');
}

function lastWords(
  zone: string,
  row: ClientRow | null,
  rows: readonly LogRow[] | null,
  today: string,
): string {
  const last = rows ? sessionsOf(rows).at(-1) : undefined;
  if (last) return words().lastPractised(instantWords(last.started_at, zone));
  if (!row?.last_practised_on) return words().neverPractised;
  return words().lastPractised(dayWords(row.last_practised_on, today));
}

function fetchedWords({ program, fetched }: ClientFile['program'], zone: string): string {
  const newest = program?.number ?? 0;
  if (fetched && fetched.number >= newest)
    return words().onPhone(fetched.number, instantWords(fetched.at, zone));
  return words().notOnPhone(newest);
}
