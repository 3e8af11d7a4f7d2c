import { type ClientRow, type Reason, reasons } from '../../../domain/desk/attention';
import { desk } from '../../../text/desk';
import { dayWords } from '../parts/when';

const words = () => desk.list;

/** One client in one glance: the name, why she needs somebody, and how the last two weeks went. */
export function ClientLine({ row, today, open }: { row: ClientRow; today: string; open: boolean }) {
  return (
    <li>
      <a class="client-line" href={`/desk/clients/${row.id}`} aria-current={open ? 'page' : undefined}>
        <span class="client-line-row">
          <span class="client-line-name">{row.name}</span>
          <span class="client-line-why">
            {shownReasons(row, today).map((reason) => (
              <ReasonBadge key={reason} reason={reason} row={row} />
            ))}
          </span>
        </span>
        <span class="client-line-row client-line-how figures">
          <span>{howWords(row, today)}</span>
          {row.pain && (
            <span>
              <span aria-hidden="true">{words().pain(row.pain.before, row.pain.after)}</span>
              <span class="only-heard">{words().painSpoken(row.pain.before, row.pain.after)}</span>
            </span>
          )}
        </span>
      </a>
    </li>
  );
}

const SETUP: readonly Reason[] = ['no_program', 'not_screened', 'not_paired'];

/** Of the steps before the first practice only the next one: the others follow from it. */
function shownReasons(row: ClientRow, today: string): Reason[] {
  const found = reasons(row, today);
  const next = found.find((reason) => SETUP.includes(reason));
  return found.filter((reason) => reason === next || !SETUP.includes(reason));
}

function howWords(row: ClientRow, today: string): string {
  const { kept, prescribed } = row.days_kept_14;
  if (row.last_practised_on === null) return words().notYet;
  return `${words().kept(kept, prescribed)} · ${words().last(dayWords(row.last_practised_on, today))}`;
}

const TONE: Partial<Record<Reason, string>> = { stopped: 'badge badge-urgent', unread: 'badge badge-new' };

function ReasonBadge({ reason, row }: { reason: Reason; row: ClientRow }) {
  if (reason === 'fine') return null;
  return <span class={TONE[reason] ?? 'badge'}>{reasonWords(reason, row)}</span>;
}

function reasonWords(reason: Reason, row: ClientRow): string {
  if (reason === 'stopped' && row.stopped) return desk.feeling(row.stopped.feeling);
  return reason === 'unread' ? words().unread(row.unread) : words().reason[reason];
}
