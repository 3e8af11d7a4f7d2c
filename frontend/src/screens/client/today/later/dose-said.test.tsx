import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DoseDecision } from '../../../../domain/dose/history';
import type { ReactionLog, SessionLog } from '../../../../domain/types';
import * as store from '../../../../store';
import { lookAtDay } from '../../../../store/screening';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { anItem, aSession, aVersion } from '../../../../testing/program';
import { Today } from '../screen';

const item = (technique_id: string, name: string, ...regions: string[]) =>
  anItem({ key: technique_id, technique_id, snapshot: { ...anItem().snapshot, name, regions } });
const sole = item('plantar-ball', 'Sole of the foot', 'foot_sole');
const arch = item('arch', 'Foot arch', 'ankle', 'foot_sole');
const neck = item('wall', 'Neck at the wall', 'neck_side');
const calf = item('calf', 'Calf on a ball', 'calf');

const practised = (...techniques: string[]): SessionLog => {
  const [entry] = aSession().items;
  if (!entry) throw new Error('a session without an entry');
  return aSession({
    items: techniques.map((technique_id) => ({ ...entry, key: technique_id, technique_id })),
  });
};
const still: ReactionLog = {
  schema: 1,
  id: '0192f0c1-0000-7000-8000-0000000000c1',
  kind: 'reaction',
  local_date: '2026-11-24',
  tz: 'Europe/Berlin',
  utc_offset_min: 60,
  recorded_at: '2026-11-24T09:00:00.000Z',
  session_id: aSession().id,
  answer: 'still',
};
const state = { paused: false, level: 1, cuts: 0, budget_s: null, s: 180 };
const decided = (given: Partial<DoseDecision>): DoseDecision => ({
  id: 'd1',
  on: '2026-11-22',
  at: '2026-11-22T09:00:00Z',
  rule: 'D05',
  decision: 'STEP_BACK',
  target: 'plantar-ball',
  notice: 'review',
  before: state,
  after: { ...state, cuts: 1, s: 135 },
  inputs: {},
  source: null,
  ...given,
});
const rest = (id: string, rule: 'D02' | 'D03', target = 'plantar-ball') =>
  decided({ id, rule, target, decision: 'PAUSE_REGION', after: { ...state, paused: true, s: 0 } });
const dose = (decisions: DoseDecision[], undone: string[]) =>
  ({
    cap_s: 600,
    slow_lane: false,
    step_s: null,
    mode: 'suggest',
    since: '2026-11-20',
    level_since: '2026-11-20',
    carried: [],
    decisions,
    undone,
  }) as never;
const opened = (now: string) => {
  vi.setSystemTime(Date.parse(now));
  lookAtDay();
  show(Today, '/today');
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00Z') });
  lookAtDay();
});
afterEach(async () => {
  await vi.dynamicImportSettled();
  cleanup();
  vi.useRealTimers();
});

test('what rests for one answer is one sentence that names the place', async () => {
  await anasPhone({ program: aVersion({ items: [sole, neck, arch] }) });
  await store.saveLog(practised('plantar-ball'));
  await store.saveLog(still);
  opened('2026-11-25T08:00:00Z');
  const words =
    'Sole of the foot: 2 techniques rest, because you told us “Still a bit”, and 2 days are over.';
  expect(await screen.findAllByText(/because you told us/)).toHaveLength(1);
  expect(screen.getByText(words)).toBeTruthy();
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(store.logs.value.filter(({ kind }) => kind === 'read')).toHaveLength(2);
});

test('where they have no place in common, each place is named once', async () => {
  await anasPhone({ program: aVersion({ items: [sole, arch, calf, neck, { ...calf, key: 'again' }] }) });
  await store.saveLog(practised('arch', 'calf'));
  await store.saveLog(still);
  opened('2026-11-25T08:00:00Z');
  expect(await screen.findByText(/^Sole of the foot, Ankle, Calf: 3 techniques rest, because/)).toBeTruthy();
});

test('what her therapist takes back is said in one sentence, until she has taken note', async () => {
  await anasPhone({ program: aVersion({ items: [sole] }), dose: dose([decided({})], ['d1']) });
  opened('2026-11-23T08:00:00Z');
  const words = 'Changed back by your therapist: Sole of the foot goes on as before.';
  expect(await screen.findByText(words)).toBeTruthy();
  // Nothing waits to be looked at.
  expect(screen.queryByText(/looks at it with you/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(words)).toBeNull());
  expect(store.logs.value).toMatchObject([{ kind: 'read', what: 'decision', ref: 'd1.back' }]);
});

test.each([
  ['a pause', rest('d1', 'D03'), 'Sole of the foot goes on'],
  [
    'a shorter time',
    decided({ rule: 'D07', target: '', after: { ...state, s: 90 } }),
    'your practice goes on',
  ],
])('%s that was taken back says what goes on', async (_, made, goesOn) => {
  await anasPhone({ program: aVersion({ items: [sole] }), dose: dose([made], ['d1']) });
  opened('2026-11-23T08:00:00Z');
  expect(await screen.findByText(new RegExp(`^Changed back by your therapist: ${goesOn}`))).toBeTruthy();
});

test('nothing is said to go on that rests for another reason, or is not in her program any more', async () => {
  const gone = decided({ id: 'd3', target: 'gone' });
  const standing = dose([decided({}), rest('d2', 'D02'), gone], ['d1', 'd3']);
  await anasPhone({ program: aVersion({ items: [sole, neck] }), dose: standing });
  opened('2026-11-23T08:00:00Z');
  expect(await screen.findByRole('heading', { name: 'Resting' })).toBeTruthy();
  await vi.dynamicImportSettled();
  expect(screen.queryByText(/Changed back/)).toBeNull();
});
