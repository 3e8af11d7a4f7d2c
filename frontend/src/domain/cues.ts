import { type BreathGuide, breathTurns } from './breath';
import type { Phase } from './phases';

/** What ears and skin are told while the eyes are closed. */
export type CueKind = 'begin' | 'in' | 'out' | 'half' | 'count';

export interface Cue {
  kind: CueKind;
  /** Seconds into the phase. */
  at_s: number;
}

/** The last seconds of a phase are counted down. */
const COUNTED_S = [3, 2, 1];
/** A phase that is shorter would be nothing but counting. */
const LEAST_S = 8;
/** From here on it helps to know that half of it is over. */
const LONG_S = 40;

/** The cues of one phase, in order: its beginning, each breath of a hold, half time, the last three seconds. */
export function cuesOf(phase: Pick<Phase, 'kind' | 'seconds' | 'dose'>, guide: BreathGuide | null): Cue[] {
  const { seconds } = phase;
  const cues: Cue[] = [{ kind: 'begin', at_s: 0 }];
  if (phase.kind === 'hold' && guide) cues.push(...breathCues(guide));
  if (phase.dose && seconds >= LONG_S) cues.push({ kind: 'half', at_s: seconds / 2 });
  if (seconds >= LEAST_S)
    cues.push(...COUNTED_S.map((left): Cue => ({ kind: 'count', at_s: seconds - left })));
  return cues.sort((a, b) => a.at_s - b.at_s);
}

/** The cues that a stretch of time came across. The beginning belongs to the phase, not to a stretch. */
export function cuesBetween(cues: readonly Cue[], fromS: number, toS: number): Cue[] {
  return cues.filter(({ kind, at_s }) => kind !== 'begin' && fromS < at_s && at_s <= toS);
}

/** The first breath in is the beginning itself. */
function breathCues(guide: BreathGuide): Cue[] {
  return breathTurns(guide).slice(1);
}

/** A tone: from one pitch to another, in hertz, and how loud (0-1) and long it is. */
export interface Tone {
  from_hz: number;
  to_hz: number;
  seconds: number;
  loud: number;
}

const TONES: Record<CueKind, Tone> = {
  begin: { from_hz: 523, to_hz: 523, seconds: 0.5, loud: 0.5 },
  in: { from_hz: 262, to_hz: 330, seconds: 0.9, loud: 0.12 },
  out: { from_hz: 330, to_hz: 262, seconds: 1.3, loud: 0.12 },
  half: { from_hz: 392, to_hz: 392, seconds: 0.4, loud: 0.3 },
  count: { from_hz: 440, to_hz: 440, seconds: 0.12, loud: 0.25 },
};
/** The end of the practice: two steps down. */
const OVER: readonly Tone[] = [
  { from_hz: 523, to_hz: 523, seconds: 0.5, loud: 0.4 },
  { from_hz: 392, to_hz: 392, seconds: 1.2, loud: 0.4 },
];

export const toneOf = (kind: CueKind): Tone => TONES[kind];
export const overTones = (): readonly Tone[] => OVER;

/** Milliseconds of shaking and of rest, in turns. What comes every few seconds must not shake. */
const SHAKES: Partial<Record<Phase['kind'], number[]>> = { hold: [200], turn: [90, 70, 90, 70, 90] };

export function shakeOf(cue: CueKind | 'over', phase: Phase['kind']): number[] {
  if (cue === 'over') return [120, 80, 120, 80, 240];
  if (cue === 'begin') return SHAKES[phase] ?? [90, 70, 90];
  return cue === 'count' ? [30] : [];
}
