/** Verdicts in words: what is limited, who has to agree, and a sign beside it so that no colour stands alone. */
import type { AppliedLimits, Entry, VerdictRow } from '../../../domain/desk/verdicts';
import { desk } from '../../../text/desk';
import type { IconName } from '../../../ui';

const words = () => desk.safety;

export interface Mark {
  tone: 'urgent' | 'quiet' | 'calm';
  icon: IconName;
  text: string;
}

/** The mark of a technique in a list; null where nothing has to be said. `entry` null: no level of it is open. */
export function markOf(entry: Entry | null): Mark | null {
  if (!entry) return { tone: 'urgent', icon: 'lock', text: words().mark.block };
  const { row, side } = entry;
  if (row?.verdict === 'override') {
    return { tone: 'urgent', icon: 'person', text: words().mark.needs(row.needs) };
  }
  if (side !== 'both') return { tone: 'quiet', icon: 'minus', text: words().mark.side[side] };
  if (row?.verdict === 'adapt') return { tone: 'quiet', icon: 'minus', text: shortLimit(row.limits) };
  return row?.verdict === 'warn' ? { tone: 'quiet', icon: 'warning', text: words().mark.warn } : null;
}

/** Every limit of the row, strictest first; empty where there is none. */
export function limitWords({ max_level, max_hold_s, discomfort_ceiling, ...more }: AppliedLimits): string[] {
  const limit = words().limit;
  return [
    max_level === undefined ? '' : limit.max_level(max_level),
    max_hold_s === undefined ? '' : limit.max_hold_s(max_hold_s),
    discomfort_ceiling === undefined ? '' : limit.discomfort_ceiling(discomfort_ceiling),
    more.tools_max_hard === undefined ? '' : limit.tools_max_hard,
    more.use_alternative_pos ? limit.use_alternative_pos : '',
    more.small_movement ? limit.small_movement : '',
    more.slow_lane ? limit.slow_lane : '',
  ].filter(Boolean);
}

/** Who has to agree, in one line. */
export function rolesWords(row: VerdictRow): string {
  return row.needs.map((role) => words().role(role)).join(', ');
}

function shortLimit({ max_level, max_hold_s, use_alternative_pos }: AppliedLimits): string {
  if (max_level !== undefined) return words().mark.level(max_level);
  if (use_alternative_pos) return words().mark.position;
  return max_hold_s === undefined ? words().mark.softer : words().mark.hold(max_hold_s);
}
