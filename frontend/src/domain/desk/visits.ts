/** Visits in the room and their course at the desk: what is written down, and what it takes to be saved. */
import type { Area } from '../body-places';

export type Work = 'direct' | 'indirect' | 'both';
export const WORK: readonly Work[] = ['direct', 'indirect', 'both'];
/** Visits that a course may have: of what is recent, and of what is old. */
export const RECENT = [3, 4, 5, 6] as const;
export const OLD = [10, 11, 12] as const;

const USUAL_MIN = 50;
const STEP_MIN = 5;
const SHORTEST_MIN = 5;
const LONGEST_MIN = 300;
const GENTLE_MS = 48 * 3_600_000;

export interface Writer {
  id: string;
  name: string;
}

/** One entry. It stands unless another took its place, or it was taken back. */
export interface Visit {
  id: string;
  on: string;
  /** When it counts as over. */
  at: string;
  minutes: number;
  kind: Work;
  regions: { region: string; side: string }[];
  note: string;
  reaction: string;
  by: Writer;
  written_at: string;
  replaces: string | null;
  replaced_by: string | null;
  withdrawn: { by: Writer; at: string } | null;
}

export interface CourseOfCare {
  visits_planned: number;
  started_on: string;
  /** Since it began. */
  visits_done: number;
  next_review: { weeks: number; due_on: string } | null;
  by: Writer;
  at: string;
}

export interface VisitsFile {
  visits: Visit[];
  course: CourseOfCare | null;
}

/** What is being written; `kind` null: not said yet. */
export interface VisitDraft {
  on: string;
  minutes: number;
  kind: Work | null;
  regions: readonly Area[];
  note: string;
  reaction: string;
}

export function isStanding({ replaced_by, withdrawn }: Visit): boolean {
  return replaced_by === null && withdrawn === null;
}

/** Today, for as long as the last visit took: only how it was done remains to be said. */
export function freshVisit(visits: readonly Visit[], today: string): VisitDraft {
  const minutes = visits.find(isStanding)?.minutes ?? USUAL_MIN;
  return { on: today, minutes, kind: null, regions: [], note: '', reaction: '' };
}

export function draftOf({ on, minutes, kind, regions, note, reaction }: Visit): VisitDraft {
  return { on, minutes, kind, regions: regions as Area[], note, reaction };
}

export type VisitFault = 'empty' | 'ahead';

/** What is missing or cannot be, by field as on the wire. */
export function visitFaults({ on, kind }: VisitDraft, today: string): { on?: VisitFault; kind?: VisitFault } {
  return {
    ...(on === '' && { on: 'empty' as const }),
    ...(on > today && { on: 'ahead' as const }),
    ...(kind === null && { kind: 'empty' as const }),
  };
}

/** Five minutes more or less, within what a visit can take. */
export function stepped(minutes: number, direction: -1 | 1): number {
  const next = (Math.round(minutes / STEP_MIN) + direction) * STEP_MIN;
  return Math.min(LONGEST_MIN, Math.max(SHORTEST_MIN, next));
}

export function isLeast(minutes: number): boolean {
  return minutes <= SHORTEST_MIN;
}

export function isMost(minutes: number): boolean {
  return minutes >= LONGEST_MIN;
}

/** Until when practice at home is gentle after this visit; null when that is over. */
export function gentleAfter(visit: Visit, now_ms: number): number | null {
  const until = Date.parse(visit.at) + GENTLE_MS;
  return isStanding(visit) && now_ms <= until ? until : null;
}

/** A segment for each visit that was planned, full where it was. */
export function courseParts({ visits_planned, visits_done }: CourseOfCare): number[] {
  return Array.from({ length: visits_planned }, (_, place) => (place < visits_done ? 1 : 0));
}
