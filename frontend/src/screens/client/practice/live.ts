import { type BreathGuide, breathAt, breathGuide } from '../../../domain/breath';
import { type ClockMode, type Reading, secondsLeft } from '../../../domain/clock';
import type { Phase } from '../../../domain/phases';
import { draftOf, type LiveSession } from '../../../domain/session';
import { comeBack, currentPhase, isOver, leave, tick, type Walk } from '../../../domain/walk';
import { computed, effect, type ReadonlySignal, type Signal, signal } from '../../../signals';
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
  #writing: Promise<void> | null = null;
  #dirty = false;
  readonly #breathS: number;

  /** `breathS`: seconds of one of her own breaths. */
  constructor(session: LiveSession, breathS: number) {
    this.#breathS = breathS;
    this.session = signal(session);
    const walk = () => this.session.value.walk;
    this.step = computed(() => stepName(walk()));
    this.over = computed(() => isOver(walk()));
    this.mode = computed(() => walk().clock.mode);
    this.left = computed(() => secondsLeft(walk().clock, currentPhase(walk())?.seconds ?? 0));
    this.countIn = computed(() => Math.ceil(walk().clock.count_in_ms / 1000));
    this.breath = computed(() => this.#breathNow());
  }

  /** How the breath is led in a phase; only holds have one. */
  guide(phase: Phase): BreathGuide | null {
    return phase.kind === 'hold' ? breathGuide(phase.seconds, this.#breathS) : null;
  }

  /** A tap. Time is taken up to the tap first, so that nothing done before it is lost. */
  act(change: (walk: Walk, at: Reading) => Walk): void {
    const at = reading();
    this.#set(change(tick(this.session.peek().walk, at), at));
    void this.keep();
  }

  /** Lets time pass until the returned function is called. Nothing runs while nothing moves: paused, hidden, over. */
  run(): () => void {
    const seen = () => this.act(document.visibilityState === 'hidden' ? leave : comeBack);
    const gone = () => this.act(leave);
    document.addEventListener('visibilitychange', seen);
    addEventListener('pagehide', gone);
    const stop = effect(() => {
      const { value: mode } = this.mode;
      if (this.over.value || mode === 'paused' || mode === 'away') return;
      const timer = setInterval(() => this.#tick(), TICK_MS);
      return () => clearInterval(timer);
    });
    return () => {
      stop();
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

  #breathNow(): 'in' | 'out' | null {
    const { walk } = this.session.value;
    const phase = currentPhase(walk);
    const guide = phase && this.guide(phase);
    if (!guide || walk.clock.mode !== 'running') return null;
    return breathAt(guide, walk.clock.elapsed_ms / 1000);
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
