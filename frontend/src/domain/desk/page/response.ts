/** What came along with each technique, and on how many practices that rests. */
import type { SessionLog } from '../../logs';
import { changeIn, type Figure, figureOf, softenings } from './figures';

/** Fewer practices than this tell nothing about a technique. Own choice. */
export const LEAST_PRACTICES = 5;

export interface Response {
  technique_id: string;
  /** Practices with it in which any of it was done. */
  practices: number;
  /** Pain after minus before, of the practices that held it and tell both. */
  change: Figure;
  /** Tenderness of its own spots at the end minus at the start. */
  softening: Figure;
  /** Too few practices to say. */
  few: boolean;
}

/** The one with which pain fell most first; those that tell too little last. */
export function responses(sessions: readonly SessionLog[]): Response[] {
  const ids = new Set(sessions.flatMap((one) => worked(one).map((entry) => entry.technique_id)));
  return [...ids]
    .map((id) => responseTo(id, sessions))
    .sort((a, b) => Number(a.few) - Number(b.few) || changeOf(a) - changeOf(b) || b.change.n - a.change.n);
}

function responseTo(technique_id: string, sessions: readonly SessionLog[]): Response {
  const own = sessions.filter((one) => worked(one).some((entry) => entry.technique_id === technique_id));
  const entries = own.flatMap(worked).filter((entry) => entry.technique_id === technique_id);
  const change = figureOf(own.map(changeIn));
  return {
    technique_id,
    practices: own.length,
    change,
    softening: figureOf(entries.flatMap(softenings)),
    few: change.n < LEAST_PRACTICES,
  };
}

function worked({ items }: SessionLog): SessionLog['items'] {
  return items.filter((entry) => entry.done_s > 0);
}

function changeOf({ change }: Response): number {
  return change.value ?? 0;
}
