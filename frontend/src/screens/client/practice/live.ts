import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { breathAt, breathFill, breathGuide } from '../../../domain/breath';
import { type ClockMode, type Reading, secondsLeft } from '../../../domain/clock';
import { draftOf, type LiveSession } from '../../../domain/session';
import { comeBack, currentPhase, isOver, leave, tick, type Walk } from '../../../domain/walk';
import { keepDraft } from '../../../store/session';

const TICK_MS = 100;

/** A session that runs in this tab: time and taps go in, what to show comes out, each step is kept. */
export class Live {
  readonly session: Signal<LiveSession>;
  /** The phone refused to keep the newest step. */
  readonly unkept = signal(false);
  /** Changes with the phase, whatever the reason. */
  readonly step: ReadonlySignal<string>;
  readonly over: ReadonlySignal<boolean>;
  readonly mode: ReadonlySignal<ClockMode>;
  readonly left: ReadonlySignal<number>;
  readonly countIn: ReadonlySignal<number>;
  readonly breath: ReadonlySignal<'in' | 'out' | null>;
  readonly fill: ReadonlySignal<number>;
  #writing: Promise<void> | null = null;
  #dirty = false;

  constructor(session: LiveSession) {
    this.session = signal(session);
    const walk = () => this.session.value.walk;
    this.step = computed(() => stepName(walk()));
    this.over = computed(() => isOver(walk()));
    this.mode = computed(() => walk().clock.mode);
    this.left = computed(() => secondsLeft(walk().clock, currentPhase(walk())?.seconds ?? 0));
    this.countIn = computed(() => Math.ceil(walk().clock.count_in_ms / 1000));
    this.breath = computed(() => breathNow(walk())?.word ?? null);
    this.fill = computed(() => Math.round((breathNow(walk())?.fill ?? 0) * 20) / 20);
  }

  /** A tap. Time is taken up to the tap first, so that nothing done before it is lost. */
  act(change: (walk: Walk, at: Reading) => Walk): void {
    const at = reading();
    this.#set(change(tick(this.session.peek().walk, at), at));
    void this.keep();
  }

  /** Ticks until the returned function is called; waits while the page is hidden. */
  run(): () => void {
    const timer = setInterval(() => this.#tick(), TICK_MS);
    const seen = () => this.act(document.visibilityState === 'hidden' ? leave : comeBack);
    const gone = () => this.act(leave);
    document.addEventListener('visibilitychange', seen);
    addEventListener('pagehide', gone);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', seen);
      removeEventListener('pagehide', gone);
      if (!this.over.peek()) this.act(leave);
    };
  }

  /** The session has come to its end, by itself or by a tap. Resolves when that is kept. */
  async finish(): Promise<void> {
    const now = Date.now();
    this.session.value = { ...this.session.peek(), ended_ms: now };
    await this.keep();
  }

  /** Writes the newest step; resolves when it is written. Steps that come meanwhile are written together. */
  keep(): Promise<void> {
    this.#dirty = true;
    this.#writing ??= this.#write().finally(() => {
      this.#writing = null;
    });
    return this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#dirty) {
      this.#dirty = false;
      this.unkept.value = !(await keepDraft(draftOf(this.session.peek(), Date.now())));
    }
  }

  #tick(): void {
    const second = this.left.peek();
    const step = this.step.peek();
    this.#set(tick(this.session.peek().walk, reading()));
    if (this.left.peek() !== second || this.step.peek() !== step) void this.keep();
  }

  #set(walk: Walk): void {
    this.session.value = { ...this.session.peek(), walk };
  }
}

/** One look at the phone's two clocks. */
export function reading(): Reading {
  return { perf: performance.now(), wall: Date.now() };
}

function stepName(walk: Walk): string {
  const phase = currentPhase(walk);
  if (!phase) return 'over';
  return [walk.at, walk.phases.length, phase.itemKey, phase.kind, phase.side].join('/');
}

function breathNow(walk: Walk): { word: 'in' | 'out'; fill: number } | null {
  const phase = currentPhase(walk);
  if (phase?.kind !== 'hold' || walk.clock.mode !== 'running') return null;
  const guide = breathGuide(phase.seconds);
  const elapsed = walk.clock.elapsed_ms / 1000;
  return { word: breathAt(guide, elapsed), fill: breathFill(guide, elapsed) };
}
