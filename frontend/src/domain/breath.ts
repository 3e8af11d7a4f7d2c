/** One slow breath, in seconds. */
export const BREATH_S = 8;
/** Breathing in takes two fifths of a breath: a longer way out calms. */
const IN_SHARE = 0.4;

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

/** How full the chest is, 0 (out) to 1 (in), for a ring that breathes. */
export function breathFill(guide: BreathGuide, elapsedS: number): number {
  const within = elapsedS >= guide.breaths * guide.period_s ? guide.period_s : elapsedS % guide.period_s;
  const turn = guide.period_s * IN_SHARE;
  return within < turn ? within / turn : 1 - (within - turn) / (guide.period_s - turn);
}
