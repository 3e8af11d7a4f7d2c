/** What changed by itself, and what she told that made it so. Each change is one sentence; nothing is her fault. */
import type { Feeling } from '../../domain/logs';
import type { Side } from '../../domain/program';

/** How a technique is done from now on. */
type How = 'rests' | 'softer' | 'shorter';

const HOW: Record<How, string> = { rests: 'rests', softer: 'is softer', shorter: 'is shorter' };
const FELT: Record<Feeling, string> = {
  sharp: 'a sharp pain',
  burning: 'a burning pain',
  electric: 'an electric pain',
  numb: 'a numb feeling',
  spreading: 'spreading pain',
  too_much: 'a strong pain',
};
const WHERE: Record<Side, string> = { left: ' on the left side', right: ' on the right side', both: '' };

export const dose = {
  title: 'Changed for you',
  ok: 'Got it',
  notKept: 'This phone has no room to note it. It stands here again next time.',
  hurt: (name: string, felt: Feeling, side: Side) =>
    `${name} rests, because you told us of ${FELT[felt]}${WHERE[side]}.`,
  /** `told`, `fine`: the words of her own answer. */
  sore: (name: string, told: string) => `${name} rests, because you told us “${told}”, and 2 days are over.`,
  region: (where: string, count: number, told: string) =>
    `${where}: ${count} techniques rest, because you told us “${told}”, and 2 days are over.`,
  back: (name: string, how: How, fine: string) =>
    `${name} ${HOW[how]}. It is back, because you told us “${fine}”.`,
  stays: (name: string) => `${name} goes on resting, because it has no softer way.`,
  worse: (name: string, how: How) => `${name} ${HOW[how]}, because your pain was higher after practice.`,
  strong: (name: string, how: How, score: number) =>
    `${name} ${HOW[how]}, because you told us ${score > 6 ? `of a ${score} while pressing` : 'it was too much'}.`,
  undone: (name: string) => `Changed back by your therapist: ${name} goes on as before.`,
  whole: 'your practice',
  gap: 'Good to see you. We made today shorter.',
  restart: 'Good to see you. We begin gently again.',
  gentle: (day: string, until: string) => `Your visit was ${day}. We keep it gentle until ${until}.`,
  visited: { today: 'today', yesterday: 'yesterday', on: (weekday: string) => `on ${weekday}` },
  figures: (today: string, most: string) =>
    `Today: ${today}. At most: ${most} a day. Setting up comes on top.`,
  therapist: (name: string) => `${name} sees this and looks at it with you.`,
};
