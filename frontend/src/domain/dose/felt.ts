/** What sessions did to the pain, and how strong they felt, as far as it is told. */
import type { DosePain, DoseSession } from './history';
import { since } from './instants';

const HOUR_MS = 3_600_000;
/** What is told later after a session is no pain after it. */
const LATE_MS = 12 * HOUR_MS;
const NEXT_DAY_MS = [12 * HOUR_MS, 36 * HOUR_MS] as const;

/** The sessions so far, those of each technique since its last change, and what each of them did. */
export class Felt {
  readonly sessions: DoseSession[] = [];
  readonly #following = new Map<DoseSession, DosePain>();
  /** The sessions so far that a pain follows, in the order in which they ended. */
  readonly #followed = new Map<DosePain, DoseSession[]>();
  readonly #deltas = new Map<DoseSession, number | null>();
  readonly #own = new Map<string, Map<DoseSession, number | null>>();

  constructor(sessions: readonly DoseSession[], pains: readonly DosePain[]) {
    const told = pains.map((pain) => ({ pain, at: Date.parse(pain.at) }));
    told.sort((a, b) => a.at - b.at || b.pain.pain - a.pain.pain);
    for (const session of sessions) {
      const ended = Date.parse(session.ended_at);
      const next = told.find(({ at }) => at - ended >= NEXT_DAY_MS[0]);
      if (next && next.at - ended <= NEXT_DAY_MS[1]) this.#following.set(session, next.pain);
    }
  }

  /** A session has ended. Of a technique that changed after it began it says nothing more. */
  practised(session: DoseSession, changedAt: ReadonlyMap<string, string>): void {
    this.sessions.push(session);
    this.#deltas.set(session, deltaOf(session));
    const next = this.#following.get(session);
    if (next) this.#followed.set(next, [...(this.#followed.get(next) ?? []), session]);
    for (const { technique_id } of session.entries) {
      const at = changedAt.get(technique_id);
      if (at === undefined || since(session.started_at, at) > 0)
        this.own(technique_id).set(session, peakOf(session, technique_id));
    }
  }

  /** The sessions of which this pain is that of the next day: the first 12 to 36 h after, of two at once the stronger. */
  told(pain: DosePain): DoseSession[] {
    const followed = this.#followed.get(pain) ?? [];
    for (const session of followed) this.#deltas.set(session, deltaOf(session, pain));
    return followed;
  }

  /** The peak of each session with the technique since its last change. */
  own(technique: string): Map<DoseSession, number | null> {
    const known = this.#own.get(technique) ?? new Map<DoseSession, number | null>();
    this.#own.set(technique, known);
    return known;
  }

  forget(technique: string): void {
    this.#own.delete(technique);
  }

  /** Of those that told it, in their order. */
  deltas(sessions: Iterable<DoseSession>): number[] {
    return [...sessions].flatMap((session) => this.#deltas.get(session) ?? []);
  }
}

/** The highest discomfort of the session, or of one technique in it. */
export function peakOf({ entries }: DoseSession, technique?: string): number | null {
  const told = entries.flatMap(({ technique_id, peak }) =>
    peak !== null && (technique ?? technique_id) === technique_id ? [peak] : [],
  );
  return told.length > 0 ? Math.max(...told) : null;
}

/** Pain after, or of the next day where that is higher, minus before; null where none of it was told. */
function deltaOf(session: DoseSession, following?: DosePain): number | null {
  const { pain_before, pain_after } = session;
  const after = since(session.recorded_at, session.ended_at) <= LATE_MS ? pain_after : null;
  const told = [after, following?.pain].filter((pain) => typeof pain === 'number');
  return told.length > 0 && pain_before !== null ? Math.max(...told) - pain_before : null;
}
