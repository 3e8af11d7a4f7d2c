/** What decisions lay over a program, and the stricter of two such overlays. An overlay only ever takes away. */
import type { DoseRule } from './decide';
import type { Dose1, DoseDecision } from './history';
import { byTime } from './instants';

export interface Overlay {
  /** A warning sign stands: nothing is done. */
  stopped: boolean;
  /** By technique, as are the next two: the rule that lets it rest. */
  paused: Readonly<Record<string, DoseRule>>;
  max_level: Readonly<Record<string, number>>;
  /** How often a quarter of its time goes. */
  cuts: Readonly<Record<string, number>>;
  /** Seconds of dose a day at most. */
  budget_s: number | null;
  /** A hands-on visit was less than 48 hours ago: all is one step softer. */
  gentle: boolean;
}

/** Whether it has no effect: taken back, or over as far as it comes from that log. */
export function isUndone({ id, source }: DoseDecision, undone: readonly string[]): boolean {
  return undone.includes(id) || undone.includes(`${id}/${source ?? ''}`);
}

/** The target that is the whole program. */
export const ALL = '';
const AS_WRITTEN: Dose1 = { paused: false, level: null, cuts: 0, budget_s: null, s: 0 };

/** An overlay in the making: what each decision changed, never what it only found. */
export class Layers {
  /** Why a technique rests: it hurt, a reaction lasted, or both; each with the decision that says so. */
  readonly hurting = new Map<string, DoseDecision>();
  readonly reacting = new Map<string, DoseDecision>();
  readonly max_level: Record<string, number> = {};
  readonly cuts: Record<string, number> = {};
  budget_s: number | null = null;

  /** A warning sign stops by itself, as long as it stands (D01). */
  apply(made: DoseDecision, techniques: readonly string[]): void {
    const { rule, decision, target, before, after } = made;
    if (rule === 'D02') this.hurting.set(target, made);
    else if (decision === 'PAUSE_REGION') this.reacting.set(target, made);
    else if (rule === 'D03') this.reacting.delete(target);
    const { level } = after;
    if (level !== null && (before.level === null || level < before.level)) {
      for (const one of target === ALL ? techniques : [target])
        this.max_level[one] = Math.min(this.max_level[one] ?? level, level);
    }
    if (after.cuts > before.cuts) this.cuts[target] = Math.max(this.cuts[target] ?? 0, after.cuts);
    this.budget_s = least(this.budget_s, after.budget_s);
  }

  /** What was undone does nothing, but a rest for a reaction, or the return from it, ends the rest: all as before. */
  takeBack({ rule, target }: DoseDecision): void {
    if (rule === 'D03') this.reacting.delete(target);
  }

  rests(target: string): boolean {
    return this.hurting.has(target) || this.reacting.has(target);
  }

  /** Those in force, by time. */
  pauses(): DoseDecision[] {
    return [...this.hurting.values(), ...this.reacting.values()].sort(byTime);
  }

  overlay(stopped = false, gentle = false): Overlay {
    const paused: Record<string, DoseRule> = {};
    for (const id of this.reacting.keys()) paused[id] = 'D03';
    // A pain outlasts a reaction: only the therapist ends its rest.
    for (const id of this.hurting.keys()) paused[id] = 'D02';
    const { max_level, cuts, budget_s } = this;
    return { stopped, paused, max_level: { ...max_level }, cuts: { ...cuts }, budget_s, gentle };
  }
}

/**
 * What decisions that were made elsewhere do together, in the order of their time: the lowest level, most cuts and least
 * budget that any of them ended with, and each rest until it ended.
 */
export function standing(
  decisions: readonly DoseDecision[],
  undone: readonly string[],
  techniques: readonly string[],
): Layers {
  const layers = new Layers();
  for (const made of [...decisions].sort(byTime)) {
    if (isUndone(made, undone)) layers.takeBack(made);
    else layers.apply({ ...made, before: AS_WRITTEN }, techniques);
  }
  return layers;
}

/** Of two that were found apart, whatever is less in each. */
export function lower(a: Overlay, b: Overlay): Overlay {
  return {
    stopped: a.stopped || b.stopped,
    paused: merged(a.paused, b.paused, (one, other) => (one < other ? one : other)),
    max_level: merged(a.max_level, b.max_level, Math.min),
    cuts: merged(a.cuts, b.cuts, Math.max),
    budget_s: least(a.budget_s, b.budget_s),
    gentle: a.gentle || b.gentle,
  };
}

type Each<T> = Readonly<Record<string, T>>;

function merged<T>(a: Each<T>, b: Each<T>, pick: (a: T, b: T) => T): Each<T> {
  const both = Object.entries(b).map(([id, value]) => [id, pick(a[id] ?? value, value)] as const);
  return { ...a, ...Object.fromEntries(both) };
}

function least(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}
