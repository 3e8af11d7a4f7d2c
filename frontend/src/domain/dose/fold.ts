/**
 * The course of the dose: each event may change it at once, and the next one finds it changed. The same as on the server
 * (pith/domain/dose/fold.py, which says which choice was taken where the rules leave one: always the safer).
 */
import { instantText, localDate } from '../days';
import { stops } from '../hurt';
import { type DoseCase, decide, type Decision as Ruling } from './decide';
import { Felt } from './felt';
import { gapBefore } from './gaps';
import type { DoseDecision, DoseHistory, DoseHurt, DoseReaction, DoseSession } from './history';
import { decisionId } from './id';
import { byTime, since } from './instants';
import { ALL, isUndone, type Layers, standing } from './overlay';
import { answerTo, feltBy, hoursOf, isOpen, isTooLong, toldOf } from './reactions';
import { heaviestS } from './seconds';
import { changed, levelOf, secondsOf, stateOf } from './states';
import { eventsOf, type What } from './timeline';

/** Where a history has led. */
export interface Course {
  decisions: DoseDecision[];
  layers: Layers;
  /** The date of the last change, and of the last change of a level. */
  changed_on: string;
  levelled_on: string;
  /** Since the last change. */
  sessions: DoseSession[];
  /** What they did. */
  felt: Felt;
}

export function courseOf(history: DoseHistory): Course {
  const fold = new Fold(history);
  for (const { at, what } of eventsOf(history)) fold.happens(what, instantText(at));
  return fold.course();
}

/** What decides at the moment at which it is told. */
const AT_ONCE = ['D02', 'D04', 'D05'];
/** A number from here on stops like a sharp pain. */
const STOPPING_FROM = 8;
/** What a case is without being told. */
const USUAL: DoseCase = { cur_s: 300, level: 2, stop_symptom: false, red_flag: false, gap_days: 0 };

type Own = ReadonlyMap<DoseSession, number | null>;

/** No session of its own speaks. */
const NONE: Own = new Map();

/** What is decided as soon as its date has room for it. */
interface Due {
  told: DoseCase;
  target: string;
  source: string;
}

/** All that the events so far have changed. */
class Fold {
  readonly #history: DoseHistory;
  readonly #layers: Layers;
  readonly #techniques: readonly string[];
  readonly #made = new Map<string, DoseDecision>();
  readonly #felt: Felt;
  readonly #changedAt = new Map<string, string>();
  readonly #hurtAt = new Map<string, string>();
  readonly #episodes = new Set<string>();
  #waiting: Due[] = [];
  #stopped = false;
  #changedOn: string;
  #levelledOn: string;

  constructor(history: DoseHistory) {
    const { program, carried, undone } = history;
    this.#history = history;
    this.#techniques = program.items.map((item) => item.technique_id);
    this.#felt = new Felt(history.sessions, history.pains);
    this.#layers = standing(carried, undone, this.#techniques);
    this.#changedOn = program.since;
    this.#levelledOn = program.level_since;
  }

  happens(what: What, at: string): void {
    if (what.kind === 'day') {
      this.#makeUp(at);
      this.#leftOut(what.date, at);
      this.#return(at);
    } else if (what.kind === 'session') {
      this.#felt.practised(what.session, this.#changedAt);
      this.#judge([what.session], at, true);
    } else if (what.kind === 'pain') this.#judge(this.#felt.told(what.pain), at, false);
    else if (what.kind === 'hurt') this.#hurts(what.hurt, at);
    else if (what.kind === 'lasts') this.#rest(what.session, at);
    else if (what.kind === 'reaction') this.#answered(what.reaction, at);
    else {
      this.#record(at, { red_flag: true }, ALL, what.id);
      this.#stopped = true;
    }
  }

  course(): Course {
    const last = [...this.#changedAt.values()].sort((a, b) => since(a, b)).at(-1);
    return {
      decisions: [...this.#made.values()].sort(byTime),
      layers: this.#layers,
      changed_on: this.#changedOn,
      levelled_on: this.#levelledOn,
      felt: this.#felt,
      sessions: this.#felt.sessions.filter((one) => last === undefined || since(one.started_at, last) > 0),
    };
  }

  /** D07 and D06: once each for the same days left out. */
  #leftOut(day: string, at: string): void {
    const [last, gap_days] = gapBefore(this.#history, day);
    const { cuts, budget_s } = this.#layers;
    const told = { cur_s: heaviestS(this.#history.program.items, cuts, budget_s), gap_days };
    const { rule } = decide(told);
    const episode = `${last}/${rule}`;
    if ((rule !== 'D06' && rule !== 'D07') || this.#episodes.has(episode)) return;
    this.#episodes.add(episode);
    this.#record(at, told, ALL, null);
  }

  /** D02, D04, D05 for each technique of these sessions, by its own sessions since its last change. */
  #judge(sessions: readonly DoseSession[], at: string, isEnd: boolean): void {
    const latest = new Map(
      sessions.flatMap((session) =>
        session.entries.map(({ technique_id }) => [technique_id, session] as const),
      ),
    );
    for (const target of this.#inOrder([...latest.keys()])) {
      const session = latest.get(target) as DoseSession;
      const own = this.#felt.own(target);
      const hurts = isEnd && this.#isStop(session, target);
      const told = this.#case(target, own.has(session) ? own : NONE, hurts);
      if (AT_ONCE.includes(decide(told).rule)) this.#atOnce(at, { told, target, source: session.id });
    }
  }

  /** A number as strong as a sharp pain, unless a pain in this very session has said so. */
  #isStop(session: DoseSession, target: string): boolean {
    const hurtAt = this.#hurtAt.get(target);
    const isStrong = session.entries.some(
      ({ technique_id, peak }) => technique_id === target && (peak ?? 0) >= STOPPING_FROM,
    );
    return isStrong && (hurtAt === undefined || since(hurtAt, session.started_at) < 0);
  }

  /** The therapist's order, then what the program does not have. */
  #inOrder(techniques: readonly string[]): string[] {
    const place = (id: string) => {
      const at = this.#techniques.indexOf(id);
      return at < 0 ? this.#techniques.length : at;
    };
    return [...techniques].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  }

  #case(target: string, own: Own, stop_symptom: boolean): DoseCase {
    const { program } = this.#history;
    const level = levelOf(program, this.#layers, target);
    if (level === null) return { stop_symptom };
    return {
      cur_s: secondsOf(program, target, this.#layers.cuts[target] ?? 0),
      level,
      deltas: this.#felt.deltas(own.keys()),
      peaks: [...own.values()].filter((peak) => peak !== null),
      stop_symptom,
    };
  }

  #hurts({ id, technique_id, feeling, discomfort }: DoseHurt, at: string): void {
    if (!stops(feeling, discomfort ?? 0)) return;
    this.#hurtAt.set(technique_id, at);
    this.#atOnce(at, { told: this.#case(technique_id, NONE, true), target: technique_id, source: id });
  }

  /** Where the date has such a decision already, the next one makes it; what rests for a pain rests. */
  #atOnce(at: string, due: Due): void {
    const { told, target, source } = due;
    if (this.#record(at, told, target, source)) return;
    if (told.stop_symptom && this.#layers.hurting.has(target)) return;
    this.#waiting.push(due);
    this.#forget(target, at);
  }

  #makeUp(at: string): void {
    this.#waiting = this.#waiting.filter(({ told, target, source }) => {
      const { deltas: _, peaks: __, ...now } = this.#case(target, NONE, told.stop_symptom === true);
      return !this.#record(at, { ...told, ...now }, target, source);
    });
  }

  #answered({ answer, session_id }: DoseReaction, at: string): void {
    const session = this.#history.sessions.find(({ id }) => id === session_id);
    if (answer === 'gone') this.#return(at);
    else if (session && isTooLong(session, at)) this.#rest(session, at);
  }

  /** D03 for each technique that the session touched, while it is felt. */
  #rest(session: DoseSession, at: string): void {
    const { reactions, program } = this.#history;
    const told = toldOf(session.id, reactions, at);
    if (!told || !isOpen(told)) return;
    for (const target of feltBy(session, program.items)) {
      if (!this.#layers.reacting.has(target))
        this.#record(at, this.#lasting(target, session, at), target, told.id);
    }
  }

  /** What rests for a reaction that is over comes back one level lower. */
  #return(at: string): void {
    if (this.#layers.reacting.size === 0) return;
    const { reactions, sessions, program } = this.#history;
    const open = sessions.filter(({ id }) => isOpen(toldOf(id, reactions, at)));
    const felt = new Set(open.flatMap((session) => feltBy(session, program.items)));
    for (const target of this.#inOrder([...this.#layers.reacting.keys()])) {
      const over = answerTo(this.#layers.reacting.get(target) as DoseDecision, reactions, at);
      if (felt.has(target) || !over || isOpen(over)) continue;
      const session = sessions.find(({ id }) => id === over.session_id);
      this.#record(at, this.#lasting(target, session, over.at), target, over.id, true);
    }
  }

  #lasting(target: string, session: DoseSession | undefined, at: string): DoseCase {
    const told = this.#case(target, NONE, false);
    return session ? { ...told, reaction_h: hoursOf(session, at) } : told;
  }

  /**
   * One decision a date, rule and target. What was undone is made all the same, but moves only the clocks. False: the date
   * has one from another source.
   */
  #record(at: string, told: DoseCase, target: string, source: string | null, isReturn = false): boolean {
    const { client_id, zone, program, carried } = this.#history;
    const found = decide(told);
    const ruling: Ruling = isReturn
      ? { ...found, rule: 'D03', decision: 'STEP_BACK', notice: 'info' }
      : found;
    const { rule, decision, notice } = ruling;
    const on = localDate(Date.parse(at), zone);
    const id = decisionId(client_id, on, rule, target);
    const was = this.#made.get(id) ?? carried.find((one) => one.id === id);
    // A rest takes the place of the return of the same date.
    const isMore = decision === 'PAUSE_REGION' && was?.decision === 'STEP_BACK';
    if (was && !isMore) return was.source === source;
    const stood = stateOf(program, this.#layers, target, this.#stopped);
    const after = changed(program, this.#layers, target, ruling, stood);
    const before = was?.before ?? stood;
    this.#change({
      id,
      on,
      at,
      rule,
      decision,
      target,
      notice,
      before,
      after,
      inputs: unusual(told),
      source,
    });
    if (after.level !== stood.level && on > this.#levelledOn) this.#levelledOn = on;
    return true;
  }

  #change(made: DoseDecision): void {
    this.#made.set(made.id, made);
    if (isUndone(made, this.#history.undone)) this.#layers.takeBack(made);
    else this.#layers.apply(made, this.#techniques);
    // A new start forgets what every technique told, half the time forgets nothing.
    for (const target of [made.target, ...(made.rule === 'D06' ? this.#techniques : [])])
      this.#forget(target, made.at);
    if (made.on > this.#changedOn) this.#changedOn = made.on;
  }

  #forget(target: string, at: string): void {
    const last = this.#changedAt.get(target);
    if (last === undefined || since(at, last) > 0) this.#changedAt.set(target, at);
    this.#felt.forget(target);
  }
}

/** What was told of a case, without what is usual. */
function unusual(told: DoseCase): DoseCase {
  const said = Object.entries(told).filter(([name, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== USUAL[name as keyof DoseCase],
  );
  return Object.fromEntries(said);
}
