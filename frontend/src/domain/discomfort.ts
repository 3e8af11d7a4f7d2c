/** What the app answers to discomfort while pressing, 0-10 (domain.md 2.6). */
export type Answer = 'more' | 'good' | 'top' | 'over' | 'stop';

/** The top of what is fine; a rule for this person may set it lower (3 or 4). */
const CEILING = 5;
const STOP = 8;
const GOOD = 2;
const BEST = 4;

export function answerTo(score: number, ceiling = CEILING): Answer {
  if (isStop(score)) return 'stop';
  if (score > ceiling) return 'over';
  if (score === ceiling) return 'top';
  return score < GOOD ? 'more' : 'good';
}

/** Up to where an ache is a good one. */
export function goodUpTo(ceiling = CEILING): number {
  return Math.min(BEST, ceiling);
}

/** As strong as a sharp pain: the technique rests until the therapist has looked at it (dose rule D02). */
export function isStop(score: number): boolean {
  return score >= STOP;
}
