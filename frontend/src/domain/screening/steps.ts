/** The safer step: where a verdict is too strict, the next lower level that she may do with what she owns. */
import { activeFlags, type Raised } from './dates';
import { personOf } from './person';
import { type Level, levelOf, type Policy } from './policy';
import { judge, rankOf, type Use } from './verdicts';

/** What stands for a tool where none is needed: nobody can be without them. */
const BARE = ['none', 'hands'];
const HARDEST = 3;

/** The next lower level whose verdict is at most `adapt`, within its own limits; null: the technique pauses. */
export function saferStep(
  policy: Policy,
  use: Use,
  raised: readonly Raised[],
  today: string,
  owned: readonly string[],
): Level | null {
  const person = personOf(policy, activeFlags(policy, raised, today));
  const lower = ([2, 1] as const).filter((number) => number < use.level);
  const fitting = lower.find((number) => {
    const level = levelOf(use.technique, number);
    const found = judge(person, { ...use, level: number });
    const { max_level = number, tools_max_hard = HARDEST } = found.limits;
    const fits = Number(max_level) >= number && Number(tools_max_hard) >= level.hard;
    const has = level.tools.every((tool) => BARE.includes(tool) || owned.includes(tool));
    return rankOf(found.do) <= rankOf('adapt') && fits && has;
  });
  return fitting ?? null;
}
