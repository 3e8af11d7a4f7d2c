/** Between a stored version and a draft of the next one. */
import { BREATH_S } from '../breath';
import type { Version } from '../program';
import type { Level } from './catalogue';
import { type Clearing, givenOf } from './clearing';
import { ALL_DAYS, type Draft, type DraftItem, type Unit } from './draft';

/** The draft that changes nothing of `version` yet; it starts on `today`, the client's local date. */
export function draftOf(version: Version, today: string): Draft {
  return {
    base_version: version.number,
    items: version.items.map((item): DraftItem => {
      const { left, right } = item.dose;
      const holds = Object.values(item.dose).map((dose) => dose.hold_s);
      const unit: Unit = holds.every((hold) => hold % BREATH_S === 0) ? 'breaths' : 'seconds';
      return {
        key: item.key,
        technique_id: item.technique_id,
        level: item.level as Level,
        side: item.side,
        dose: structuredClone(item.dose),
        equal: !left || !right || JSON.stringify(left) === JSON.stringify(right),
        unit,
        days: item.days,
        note: item.note ?? '',
        written: [],
        given: givenOf(item),
      };
    }),
    days: [...version.days],
    starts_on: version.starts_on > today ? version.starts_on : today,
    reason: '',
    over_limit_reason: '',
  };
}

export function emptyDraft(today: string): Draft {
  return {
    base_version: 0,
    items: [],
    days: [...ALL_DAYS],
    starts_on: today,
    reason: '',
    over_limit_reason: '',
  };
}

/** What the server is asked to store. */
export interface NewVersion {
  base_version: number;
  items: {
    technique_id: string;
    level: number;
    side: string;
    dose: DraftItem['dose'];
    days?: number[];
    note?: string;
    overrides?: Clearing[];
  }[];
  days: number[];
  starts_on: string;
  reason: string;
  over_limit_reason?: string;
}

export function toWire(draft: Draft): NewVersion {
  const over = draft.over_limit_reason.trim();
  return {
    base_version: draft.base_version,
    items: draft.items.map((item) => ({
      technique_id: item.technique_id,
      level: item.level,
      side: item.side,
      dose: item.dose,
      ...(item.days ? { days: item.days.filter((day) => draft.days.includes(day)) } : {}),
      ...(item.note.trim() ? { note: item.note.trim() } : {}),
      ...(item.written.length > 0 ? { overrides: item.written.map(sent) } : {}),
    })),
    days: [...draft.days].sort((a, b) => a - b),
    starts_on: draft.starts_on,
    reason: draft.reason.trim(),
    ...(over ? { over_limit_reason: over } : {}),
  };
}

function sent({ role, reason, cleared_on }: Clearing): Clearing {
  return { role, reason: reason.trim(), cleared_on };
}

/** Whether the draft says the same as the version: nothing to save then. */
export function sameAs(draft: Draft, version: Version): boolean {
  const { items, days } = toWire(draft);
  const old = toWire(draftOf(version, draft.starts_on));
  return JSON.stringify({ items, days }) === JSON.stringify({ items: old.items, days: old.days });
}

/** The first thing that keeps the draft from being saved, by the field it is about. */
export function missing(draft: Draft): 'items' | 'days' | 'reason' | 'over_limit_reason' | null {
  if (draft.items.length === 0) return 'items';
  if (draft.days.length === 0) return 'days';
  if (draft.items.length > 6 && draft.over_limit_reason.trim() === '') return 'over_limit_reason';
  return draft.base_version > 0 && draft.reason.trim() === '' ? 'reason' : null;
}
