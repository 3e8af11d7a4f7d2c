import { type ClientRow, type Reason, reasons } from '../../../domain/desk/attention';
import { desk } from '../../../text/desk';
import { flagName } from '../parts/flag-words';
import { dayWords, instantWords, sinceWords } from '../parts/when';

const words = () => desk.list;

/** One client in one glance: the name, why she needs somebody, and how the last two weeks went. */
export function ClientLine({ row, today, open }: { row: ClientRow; today: string; open: boolean }) {
  const shown = shownReasons(row, today);
  return (
    <li>
      <a class="client-line" href={`/desk/clients/${row.id}`} aria-current={open ? 'page' : undefined}>
        <span class="client-line-row">
          <span class="client-line-name">{row.name}</span>
          <span class="client-line-why">
            {shown.map((reason) => (
              <ReasonBadge key={reason} reason={reason} row={row} />
            ))}
          </span>
        </span>
        {row.red_flag && <RedFlag red={row.red_flag} zone={row.timezone} />}
        {shown.includes('reminders') && (
          <span class="client-line-reminders">
            {desk.reminders.failing(sinceWords(row.reminders.since, row.timezone))}
          </span>
        )}
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

const SETUP: readonly Reason[] = ['no_program', 'safety_open', 'not_paired'];

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

/** Which sign, when it was told and when that arrived: an offline phone may tell it days later. */
function RedFlag({ red, zone }: { red: NonNullable<ClientRow['red_flag']>; zone: string }) {
  const said = desk.screening.list;
  const [first, ...others] = red.flags.map(flagName);
  const sign = others.length === 0 ? (first ?? '') : said.more(first ?? '', others.length);
  const [told, arrived] = [red.at, red.received_at].map((at) => instantWords(at, zone)) as [string, string];
  return (
    <span class="client-line-red">
      {told === arrived ? said.redAtOnce(sign, told) : said.redAt(sign, told, arrived)}
    </span>
  );
}

const TONE: Partial<Record<Reason, string>> = {
  red_flag: 'badge badge-loud',
  stopped: 'badge badge-urgent',
};

/** Reminders that do not arrive are said in a line of their own: quietly, and since when. */
function ReasonBadge({ reason, row }: { reason: Reason; row: ClientRow }) {
  if (reason === 'fine' || reason === 'reminders') return null;
  return <span class={TONE[reason] ?? 'badge'}>{reasonWords(reason, row)}</span>;
}

function reasonWords(reason: Reason, row: ClientRow): string {
  if (reason === 'stopped' && row.stopped) return desk.feeling(row.stopped.feeling);
  if (reason === 'safety_open') return desk.screening.list.waiting(row.safety.due);
  return reason === 'unread' ? words().unread(row.unread) : words().reason[reason];
}
