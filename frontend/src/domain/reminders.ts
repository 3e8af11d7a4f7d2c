/**
 * What was chosen about reminders, and when the next one is due, without a server. The same as
 * backend/pith/domain/reminders.py, held to it by tests/contract/reminders.json.
 */
import { addDays, daysBetween, instantText, localDate, utcOffsetMin, weekday } from './days';
import { voidedIds } from './logs';

/** A time of day, to the minute, on these weekdays (0 = Monday). */
export interface Slot {
  time: string;
  days: readonly number[];
  enabled: boolean;
}

export interface Choice {
  timezone: string;
  slots: readonly Slot[];
  /** The zone moves with the phone. */
  follows_phone: boolean;
  quiet: { from: string; to: string } | null;
  /** The first date she is back. */
  away_until: string | null;
  /** Minutes after a time at which one more comes where nothing was practised. */
  follow_up_min: number | null;
  /** Her own calendar reminds her: nothing is sent for her times. */
  calendar: boolean;
}

/** As it comes with the view. */
export interface Chosen extends Choice {
  changed_at: string;
}

/** What the server knows of whether they arrive. */
export interface Proof {
  browsers: number;
  last: { state: 'shown' | 'accepted' | 'failed'; at: string | null; reason: string | null } | null;
  fading: 'weekly' | 'none' | null;
  mail: { state: 'unavailable' | 'off' | 'unconfirmed' | 'on'; address: string | null };
}

/** The name under which a choice is told. */
export const REMINDERS_SETTING = 'reminders';
const MOST_SLOTS = 12;
const FOLLOW_UP_MIN = [30, 360] as const;
/** A program may rest for a week; what is further away is not worth a word. */
const LOOK_DAYS = 14;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

interface ChoiceLog {
  kind: string;
  id: string;
  recorded_at: string;
  value: Choice;
}

/** Before anything was chosen. */
export function noChoice(zone: string): Choice {
  const nothing = { quiet: null, away_until: null, follow_up_min: null };
  return { timezone: zone, slots: [], follows_phone: true, ...nothing, calendar: false };
}

/**
 * The newest of what the practice knows and what this phone has told; null before the first. `refused`: ids of logs that
 * the practice did not take. `behindMs`: how far this phone's clock is behind the practice's.
 */
export function chosenNow(
  known: Chosen | null | undefined,
  logs: readonly { kind: string }[],
  refused: ReadonlySet<string> = new Set(),
  behindMs = 0,
): Choice | null {
  const voided = voidedIds(logs);
  const told = logs
    .filter(isChoice)
    .filter(({ id }) => !refused.has(id) && !voided.has(id))
    .sort((a, b) => Date.parse(b.recorded_at) - Date.parse(a.recorded_at))[0];
  const isNewer = told && !(known && Date.parse(known.changed_at) > Date.parse(told.recorded_at) + behindMs);
  if (isNewer) return choiceOf(told.value);
  return known ? choiceOf(known) : null;
}

/** What the server would refuse, by field as on the wire. */
export function faultsOf({ slots, follow_up_min }: Pick<Choice, 'slots' | 'follow_up_min'>): string[] {
  const found = slots.length > MOST_SLOTS ? ['slots'] : [];
  const taken = new Set<string>();
  slots.forEach(({ time, days }, place) => {
    const own = days.map((day) => `${day} ${time}`);
    if (own.some((one) => taken.has(one))) found.push(`slots.${place}.time`);
    for (const one of own) taken.add(one);
  });
  const [low, high] = FOLLOW_UP_MIN;
  if (follow_up_min !== null && !(follow_up_min >= low && follow_up_min <= high)) found.push('follow_up_min');
  return found;
}

/** The choice in another zone, where it follows the phone and the phone has moved; else null. */
export function travelled(choice: Choice | null, zone: string): Choice | null {
  return choice?.follows_phone && choice.timezone !== zone ? { ...choice, timezone: zone } : null;
}

/**
 * When it is `time` on a local date: where the clocks leave it out, as much later as they were put forward; where they
 * show it twice, the first time. Null where that date was never lived.
 */
export function instantOf(date: string, time: string, zone: string): number | null {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const before = utcOffsetMin(wall - DAY_MS, zone);
  const early = wall - before * MINUTE_MS;
  const after = utcOffsetMin(early, zone);
  const late = wall - after * MINUTE_MS;
  const found = after !== before && utcOffsetMin(late, zone) === after ? late : early;
  return localDate(found, zone) === date ? found : null;
}

/** From `from` until just before `to`; over midnight where `to` is the earlier one. */
export function isQuiet({ from, to }: { from: string; to: string }, time: string): boolean {
  return from <= to ? from <= time && time < to : time >= from || time < to;
}

export interface Next {
  date: string;
  time: string;
  at: number;
}

/** The first reminder after `nowMs` on a date with something to do (`isWanted`), while she is not away; null: none. */
export function nextReminder(
  choice: Choice,
  nowMs: number,
  isWanted: (date: string) => boolean = () => true,
): Next | null {
  const { timezone, slots, quiet, away_until } = choice;
  const today = localDate(nowMs, timezone);
  const first = away_until !== null && away_until > today ? away_until : today;
  const found: Next[] = [];
  for (let ahead = 0; ahead < LOOK_DAYS && found.length === 0; ahead++) {
    const date = addDays(first, ahead);
    for (const { time, days, enabled } of isWanted(date) ? slots : []) {
      if (!enabled || !days.includes(weekday(date)) || (quiet && isQuiet(quiet, time))) continue;
      const at = instantOf(date, time, timezone);
      if (at !== null && at > nowMs) found.push({ date, time, at });
    }
  }
  return found.sort((a, b) => a.at - b.at)[0] ?? null;
}

/** Whether anything may come at all. */
export function isOn(choice: Choice | null): boolean {
  return choice?.slots.some(({ enabled, days }) => enabled && days.length > 0) ?? false;
}

/** The first date she is back, while she is away. */
export function backOn(choice: Choice | null, today: string): string | null {
  const back = choice?.away_until ?? null;
  return back !== null && back > today ? back : null;
}

/** Why a time on paper does not ring: they fade, or (`nowhere`) neither a browser nor a mailbox takes them. */
export function unheard(proof: Proof | null, isHere: boolean): 'weekly' | 'none' | 'nowhere' | null {
  if (proof?.fading) return proof.fading;
  // Nobody knows yet whether another phone takes them.
  if (!proof || isHere) return null;
  return proof.browsers === 0 && proof.mail.state !== 'on' ? 'nowhere' : null;
}

/** How a person would call a date: by its nearness, or (`named`) by its weekday, or by its date. */
export function nearness(date: string, today: string): 'yesterday' | 'today' | 'tomorrow' | 'named' | 'far' {
  const ahead = daysBetween(today, date);
  if (ahead === -1) return 'yesterday';
  if (ahead === 0) return 'today';
  if (ahead === 1) return 'tomorrow';
  return ahead > 0 && ahead < 7 ? 'named' : 'far';
}

/** The quarter of an hour in which a practice began: a good time to be reminded of the next. */
export function timeLike({
  started_at,
  utc_offset_min,
}: {
  started_at: string;
  utc_offset_min: number;
}): string {
  const local = instantText(Date.parse(started_at) + utc_offset_min * MINUTE_MS);
  const quarter = Math.floor(Number(local.slice(14, 16)) / 15) * 15;
  return `${local.slice(11, 13)}:${String(quarter).padStart(2, '0')}`;
}

export type Family = 'apple' | 'firefox' | 'samsung' | 'chrome' | 'installed';

/** Where a browser keeps what it blocks (`standalone`: the phone does, as for any app); only words depend on it. */
export function familyOf(agent: string, touches: boolean, standalone: boolean): Family {
  // An iPad says that it is a Mac, and has a screen to touch.
  if (/iPhone|iPad/.test(agent) || (touches && /Macintosh/.test(agent))) return 'apple';
  if (/Firefox/.test(agent)) return 'firefox';
  if (standalone) return 'installed';
  return /SamsungBrowser/.test(agent) ? 'samsung' : 'chrome';
}

/** Without what only the view says of it. */
function choiceOf({
  timezone,
  slots,
  follows_phone,
  quiet,
  away_until,
  follow_up_min,
  calendar,
}: Choice): Choice {
  return { timezone, slots, follows_phone, quiet, away_until, follow_up_min, calendar };
}

function isChoice(log: { kind: string }): log is ChoiceLog {
  const { name, value } = log as { name?: string; value?: { slots?: unknown } | null };
  return log.kind === 'setting' && name === REMINDERS_SETTING && Array.isArray(value?.slots);
}
