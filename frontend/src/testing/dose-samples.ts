/** A dose as the desk reads it, before the rules had anything to say. */
import type { DoseFile, DoseKept } from '../api/desk-dose';

export const noDose: DoseFile = {
  settings: { cap_s: 600, lane: 'auto', mode: 'suggest' },
  set: null,
  slow_lane: false,
  today: { rule: 'D11', decision: 'HOLD', notice: 'none', target: '', new_s: 120, cur_s: 120 },
  proposal: null,
  decisions: [],
  on_phone: [],
};

export function aDecision(change: Partial<DoseKept> = {}): DoseKept {
  return {
    id: 'd1',
    on: '2026-11-20',
    at: '2026-11-20T18:00:00Z',
    rule: 'D05',
    decision: 'STEP_BACK',
    target: 'scalp-glide',
    notice: 'review',
    before: { paused: false, level: 2, cuts: 0, budget_s: null, s: 120 },
    after: { paused: false, level: 1, cuts: 0, budget_s: null, s: 120 },
    inputs: { peaks: [3, 7] },
    source: 'log',
    engine: 'dose-1',
    in_effect: true,
    act: null,
    acted: null,
    withdrawn_at: null,
    ...change,
  };
}
