/** One slow breath, in seconds: what the guide takes until a person's own is known. */
export const BREATH_S = 8;
/** Four to twelve breaths a minute: what lies beyond is a finger that slipped, or no breath to follow. */
const LONGEST_S = 15;
const SHORTEST_S = 5;
/** Breathing in takes two fifths of a breath: a longer way out calms. */
export const IN_SHARE = 0.4;

export interface BreathGuide {
  breaths: number;
  period_s: number;
}

/** Whole breaths that fill a hold exactly, with the period nearest to the client's own. */
export function breathGuide(holdS: number, ownPeriodS = BREATH_S): BreathGuide {
  const fewer = Math.max(1, Math.floor(holdS / ownPeriodS));
  const periodOff = (breaths: number) => Math.abs(holdS / breaths - ownPeriodS);
  const breaths = periodOff(fewer + 1) < periodOff(fewer) ? fewer + 1 : fewer;
  return { breaths, period_s: holdS / breaths };
}

/** In or out at a moment of the hold. The hold begins with a breath in and ends with a breath out. */
export function breathAt(guide: BreathGuide, elapsedS: number): 'in' | 'out' {
  const whole = guide.breaths * guide.period_s;
  if (elapsedS >= whole) return 'out';
  return elapsedS % guide.period_s < guide.period_s * IN_SHARE ? 'in' : 'out';
}

/** Where each breath in and each breath out of a hold begins, in seconds of it. */
export function breathTurns(guide: BreathGuide): { kind: 'in' | 'out'; at_s: number }[] {
  return Array.from({ length: guide.breaths }, (_, at) => at * guide.period_s).flatMap((begins) => [
    { kind: 'in' as const, at_s: begins },
    { kind: 'out' as const, at_s: begins + guide.period_s * IN_SHARE },
  ]);
}

/** The breath that a guide can follow: within four to twelve a minute, in tenths of a second. */
export function steadyBreath(periodS: number): number {
  return Math.round(Math.min(LONGEST_S, Math.max(SHORTEST_S, periodS)) * 10) / 10;
}

/** What was chosen, and when. */
export interface Breath {
  period_s: number;
  at: string;
}

/** The newest breath that this phone or another one of hers has told; the usual one before the first. */
export function ownBreath(here: Breath | null, logs: readonly { kind: string }[]): number {
  let newest = here;
  for (const log of logs.filter(isBreath)) {
    if (newest === null || log.recorded_at > newest.at) newest = { period_s: log.value, at: log.recorded_at };
  }
  return newest ? steadyBreath(newest.period_s) : BREATH_S;
}

/** The name under which the breath is told. */
export const BREATH_SETTING = 'breath_s';

function isBreath(log: { kind: string }): log is { kind: string; value: number; recorded_at: string } {
  const { kind, name, value } = log as { kind: string; name?: string; value?: unknown };
  return kind === 'setting' && name === BREATH_SETTING && typeof value === 'number' && Number.isFinite(value);
}
