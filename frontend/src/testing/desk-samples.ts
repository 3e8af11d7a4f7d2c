/** A therapist, her client and that client's program, for the desk's screens. */
import type { ClientCard, ProgramView, Therapist } from '../api/desk';
import type { RemindersFile } from '../api/desk-reminders';
import type { ClientRow } from '../domain/desk/attention';
import type { LogRow } from '../domain/desk/course';
import type { Version } from '../domain/program';

export const marit: Therapist = {
  kind: 'therapist',
  id: 't1',
  practice_id: 'p1',
  name: 'Marit',
  email: 'marit@example.org',
  role: 'owner',
  language: 'en',
  practice: {
    id: 'p1',
    name: 'Marit’s practice',
    timezone: 'Europe/Berlin',
    settings: {
      emergency_number: '112',
      minors: 'no',
      retention_months: 120,
      idle_minutes: 720,
      language: 'en',
    },
  },
};

export const ana: ClientCard = {
  id: 'c1',
  name: 'Ana',
  timezone: 'Europe/Berlin',
  language: 'en',
  created_at: '2026-11-01T08:00:00Z',
  archived_at: null,
  therapists: [{ id: 't1', name: 'Marit', role: 'owner' }],
};

export const anaRow: ClientRow = {
  id: 'c1',
  name: 'Ana',
  timezone: 'Europe/Berlin',
  last_practised_on: '2026-11-21',
  days_kept_14: { kept: 12, prescribed: 14 },
  pain: { before: 5, after: 3 },
  unread: 0,
  program_number: 1,
  fetched: { number: 1, at: '2026-11-02T07:00:00Z' },
  stopped: null,
  red_flag: null,
  screened: true,
  safety: { open: true, due: 0 },
  paired: true,
  reminders: { state: 'shown', since: '2026-11-02T06:00:00Z', reason: null },
  archived_at: null,
};

export const anaReminders: RemindersFile = {
  timezone: 'Europe/Berlin',
  slots: [{ time: '07:00', days: [0, 1, 2, 3, 4, 5, 6], enabled: true }],
  follows_phone: true,
  quiet: null,
  away_until: null,
  follow_up_min: null,
  calendar: false,
  next_due_at: '2026-11-23T06:00:00Z',
  browsers: 1,
  last: { state: 'shown', at: '2026-11-22T06:00:12Z', reason: null },
  fading: null,
  mail: { state: 'unavailable', address: null },
};

const side = { spots: 1, hold_s: 24, roll_s: 0, move_s: 0 };

export const firstVersion: Version = {
  id: 'v1',
  number: 1,
  base_version: 0,
  author: { id: 't1', name: 'Marit' },
  reason: '',
  created_at: '2026-11-01T08:00:00Z',
  starts_on: '2026-11-01',
  days: [0, 1, 2, 3, 4, 5, 6],
  dose_s: 48,
  with_setup_s: 78,
  warnings: [],
  content_version: 'test',
  items: [
    {
      key: 'i1',
      technique_id: 'wall',
      level: 1,
      side: 'both',
      days: null,
      note: null,
      dose: { left: side, right: side },
      dose_s: 48,
      setup_s: 30,
      snapshot: {
        name: 'Neck and shoulder at the wall',
        steps: ['Find the place.'],
        feel: '',
        tools: ['soft_ball'],
        props: [],
        pos: ['standing_wall'],
        style: 'sustained_hold',
        load: 'lean',
        hard: 1,
        regions: ['shoulder_top'],
        near: [],
        stop: [],
        ladder: [],
        swaps: [],
      },
    },
  ],
};

export const anaProgram: ProgramView = {
  program: firstVersion,
  versions: [{ ...firstVersion, overrides: [] }],
  clearance: { by: 'Marit', at: '2026-11-01T08:05:00Z', note: '' },
  fetched: { number: 1, at: '2026-11-02T07:00:00Z' },
};

export const practised: LogRow = {
  seq: 7,
  received_at: '2026-11-21T06:10:00Z',
  clock_suspect: false,
  voided: false,
  log: {
    id: 'l1',
    kind: 'session',
    schema: 1,
    local_date: '2026-11-21',
    tz: 'Europe/Berlin',
    utc_offset_min: 60,
    recorded_at: '2026-11-21T06:09:00Z',
    program_version: 1,
    started_at: '2026-11-21T06:00:00Z',
    ended_at: '2026-11-21T06:08:00Z',
    status: 'complete',
    shortened: false,
    pain_before: 5,
    pain_after: 3,
    sensations: ['warmth'],
    word: 'Left side lets go faster.',
    items: [
      {
        key: 'i1',
        technique_id: 'wall',
        level: 1,
        side: 'left',
        planned_s: 24,
        done_s: 24,
        outcome: 'done',
        skip_reason: null,
        tool: null,
        softening: { start: 5, end: 3 },
      },
    ],
  },
};

export const stoppedLog: LogRow = {
  seq: 8,
  received_at: '2026-11-21T06:30:00Z',
  clock_suspect: false,
  voided: false,
  log: {
    id: 'l2',
    kind: 'hurt',
    schema: 1,
    local_date: '2026-11-21',
    tz: 'Europe/Berlin',
    utc_offset_min: 60,
    recorded_at: '2026-11-21T06:20:00Z',
    program_version: 1,
    session_id: 'l1',
    key: 'i1',
    technique_id: 'wall',
    level: 1,
    side: 'right',
    second: 42,
    feeling: 'sharp',
  },
};
