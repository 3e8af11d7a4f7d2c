/** The program as the phone receives it. Seconds unless a name says otherwise; weekdays 0 = Monday. */

import type { Screened, Site } from './screening';

export type Side = 'left' | 'right' | 'both';

export interface SideDose {
  spots: number;
  hold_s: number;
  roll_s: number;
  move_s: number;
}

/** Either one centred dose (`both`) or one for each prescribed side. */
export interface Dose {
  both?: SideDose;
  left?: SideDose;
  right?: SideDose;
}

/** The dose of a level in the catalogue: one side's seconds and how many sides it is meant for. */
export interface LevelDose extends SideDose {
  breaths?: number | null;
  sides: number;
  total_s: number;
}

export interface Near {
  id: string;
  say: string;
}

export interface StopSign {
  id: string;
  text: string;
  urgent: boolean;
}

/**
 * A safe other way of the same technique: a softer `tool` at this level, or (`tool` null) a lower level. It
 * brings everything that it changes, where not to press too. `reason`: a "tool" way does without the assigned
 * tool; a "level" way uses it too and is only gentler.
 */
export interface Swap {
  reason: 'tool' | 'level';
  tool: string | null;
  level: number;
  steps: string[];
  tools: string[];
  props: string[];
  pos: string[];
  style: string;
  load: string;
  hard: number;
  side: string;
  near: Near[];
  dose: LevelDose;
}

/** The technique's words and tags as they were when the version was written. */
export interface Snapshot {
  name: string;
  steps: string[];
  feel: string;
  tools: string[];
  props: string[];
  pos: string[];
  style: string;
  load: string;
  hard: number;
  regions: string[];
  near: Near[];
  stop: StopSign[];
  ladder: string[];
  swaps: Swap[];
}

/** How a technique of the practice's own is done; `alt` says it to whoever cannot see it. */
export interface Photo {
  url: string;
  alt: string;
}

/** What the rules did with an item when it was assigned, and who cleared what. */
export interface ItemSafety {
  asked_level: number;
  /** `basis`: the rules, flags and places that it was given for; `up_to_level`: the hardest that it covers. */
  overrides: {
    role: string;
    cleared_on: string;
    expires_on: string;
    basis: string;
    up_to_level: number;
  }[];
}

export interface Item {
  key: string;
  technique_id: string;
  /**
   * Only of a technique of the practice's own, and absent in views that an older app stored. `now`: as its author wrote
   * it anew since it was given; the stricter of both counts.
   */
  technique?: { screened?: Screened; now?: Screened; photo?: Photo | null };
  level: number;
  side: Side;
  days: number[] | null;
  note: string | null;
  dose: Dose;
  dose_s: number;
  setup_s: number;
  snapshot: Snapshot;
  /** Only where a rule spoke. */
  safety?: ItemSafety;
  /** Where the scar lies that it works on. */
  marks?: Site[];
  /** The most discomfort that is fine for her, where a rule sets it lower. */
  ceiling?: number;
}

export interface Version {
  id: string;
  number: number;
  base_version: number | null;
  author: { id: string; name: string };
  reason: string;
  created_at: string;
  starts_on: string;
  days: number[];
  dose_s: number;
  with_setup_s: number;
  warnings: string[];
  content_version: string;
  items: Item[];
  /** Ids of the stops that had reached the server when it was written; absent where an older app stored it. */
  answered?: readonly string[];
}
