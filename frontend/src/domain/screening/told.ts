/**
 * From what a client told (a flag, an answer of the intake or of the daily check) to the flags that it raises: as
 * backend/pith/domain/screening/told.py, held to it by tests/contract/told.json. An answer is a word, a number, a list of
 * words or of places, or an object of `chosen`, `follow_up`, `number`, `on`, `due`, `sites`, `agreed`; `entries` holds
 * several such (each operation is one).
 */
import { SIDES_OF } from '../body-places';
import { addDays } from '../days';
import { assumedStart, pregnancyStart } from './dates';
import type { FlagEntry } from './flag-logs';
import { type Answer, raisedBy } from './intake';
import type { Policy } from './policy';
import type { Site } from './sites';

/** A log of a phone, as far as it tells of flags. */
export interface TellingLog {
  id: string;
  kind: string;
  local_date: string;
  question_id?: string;
  answer?: unknown;
  answers?: Record<string, unknown>;
  flag_id?: string;
  on?: boolean;
  act?: string;
  sites?: unknown;
  since?: string | null;
  lifts?: string | null;
}

type Parts = Readonly<Record<string, unknown>>;

const UNSURE = 'not sure';

/** The flag entries in one log, told `at` (milliseconds). What an answer raises is named after its log. */
export function toldIn(policy: Policy, log: TellingLog, at: number): FlagEntry[] {
  if (log.kind === 'flag') return [ownWords(policy, log, at)];
  const answers =
    log.kind === 'intake'
      ? { [String(log.question_id)]: log.answer }
      : log.kind === 'check'
        ? log.answers
        : {};
  // The daily check asks what is new: the same answer tomorrow is another thing.
  const asked = log.kind === 'intake' ? String(log.question_id) : '';
  const raised = Object.entries(answers ?? {}).flatMap(([question, told]) =>
    answersIn(told).flatMap((answer) =>
      raisedBy(policy, policy.questions[question] ?? [], answer, log.local_date),
    ),
  );
  const once = new Map(raised.map((one) => [JSON.stringify(one), one]));
  return [...once.values()].map(({ flag, sites, since }, place) =>
    entry(`${log.id}:${place}`, at, { flag, sites, since, question: asked }),
  );
}

/** One answer, or one for each of its `entries`. What cannot be read says nothing. */
export function answersIn(told: unknown): Answer[] {
  const entries = isParts(told) ? told.entries : null;
  return (Array.isArray(entries) ? entries : [told]).map(answerOf);
}

/** The places in a list; none when one of them is not on the body map, for then the flag counts everywhere. */
export function sitesIn(told: unknown): Site[] {
  const rows: unknown[] = Array.isArray(told) ? told : [];
  const sites = rows.flatMap((row) => (isPlace(row) ? [{ region: row.region, side: row.side }] : []));
  return sites.length === rows.length ? sites : [];
}

function ownWords(policy: Policy, log: TellingLog, at: number): FlagEntry {
  const act = log.act ?? (log.on ? 'raise' : 'lower');
  const flag = String(log.flag_id);
  return entry(log.id, at, {
    // A lift is the lowering of a red flag's own log.
    act: act === 'lift' ? 'lower' : (act as FlagEntry['act']),
    flag,
    sites: sitesIn(log.sites),
    since: log.since ?? (act === 'raise' ? assumedStart(policy, flag, log.local_date) : null),
    covers: log.lifts ? [log.lifts] : [],
  });
}

function entry(id: string, at: number, said: Partial<FlagEntry> & { flag: string }): FlagEntry {
  const usual = { act: 'raise', sites: [], since: null, reason: '', covers: [], question: '' } as const;
  return { id, at, by_therapist: false, ...usual, ...said };
}

function answerOf(told: unknown): Answer {
  const parts = isParts(told) ? told : asParts(told);
  const sites = sitesIn(parts.sites);
  const due = dayOf(parts.due);
  const chosen = [...listed(parts.chosen), ...listed(parts.follow_up)].flatMap(wordOf);
  return {
    chosen: holdsSomething(parts.sites) && sites.length === 0 ? [...chosen, UNSURE] : chosen,
    number: typeof parts.number === 'number' ? Math.trunc(parts.number) : null,
    on: due === null ? dayOf(parts.on) : pregnancyStart(due),
    sites,
    agreed: parts.agreed === true || parts.agreed === 'yes',
  };
}

function asParts(told: unknown): Parts {
  return Array.isArray(told) && told.some(isParts) ? { sites: told } : { number: told, chosen: told };
}

function listed(told: unknown): unknown[] {
  return Array.isArray(told) ? told : [told];
}

function wordOf(told: unknown): string[] {
  if (typeof told === 'boolean') return [told ? 'yes' : 'no'];
  return typeof told === 'string' ? [told] : [];
}

function isParts(told: unknown): told is Parts {
  return typeof told === 'object' && told !== null && !Array.isArray(told);
}

function isPlace(row: unknown): row is Site {
  return isParts(row) && Object.hasOwn(SIDES_OF, String(row.region)) && typeof row.side === 'string';
}

function holdsSomething(told: unknown): boolean {
  return typeof told === 'object' && told !== null ? Object.keys(told).length > 0 : Boolean(told);
}

/** A date of the calendar; anything else is none. */
function dayOf(told: unknown): string | null {
  if (typeof told !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(told)) return null;
  return addDays(told, 0) === told ? told : null;
}
