import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { HurtLog, ReactionLog, SessionLog } from '../../../../domain/types';
import * as store from '../../../../store';
import { untold } from '../../../../store/dose';
import * as disk from '../../../../store/logs';
import { lookAtDay } from '../../../../store/screening';
import { expectAccessible } from '../../../../testing/axe';
import { anasPhone, show } from '../../../../testing/page';
import { aSwap } from '../../../../testing/plans';
import { anItem, aSession, aVersion } from '../../../../testing/program';
import { hideToast, Toast } from '../../../../ui';
import { Today } from '../screen';

const lower = aSwap({ reason: 'level', tool: null, level: 1, tools: ['tennis_ball'] });
const foot = anItem({ level: 2, snapshot: { ...anItem().snapshot, swaps: [lower] } });
const wall = anItem({
  key: 'i2',
  technique_id: 'wall',
  snapshot: { ...anItem().snapshot, name: 'Neck at the wall', regions: ['neck_side'] },
});
const program = aVersion({ items: [foot, wall] });
const { id: _, kind: __, ...session } = aSession();
const common = {
  schema: 1 as const,
  local_date: session.local_date,
  tz: session.tz,
  utc_offset_min: 60,
  recorded_at: session.recorded_at,
};
const hurt = (feeling: HurtLog['feeling'], side: HurtLog['side']): HurtLog => ({
  ...common,
  id: store.newLogId(),
  kind: 'hurt',
  program_version: 1,
  session_id: aSession().id,
  key: 'i1',
  technique_id: 'plantar-ball',
  level: 2,
  side,
  second: 9,
  feeling,
});
const felt = (score: number, technique_id = 'plantar-ball'): SessionLog => {
  const hold = { spot: 1, start: null, discomfort: score, end: null };
  const items = aSession().items.map((entry) => ({ ...entry, technique_id, holds: [hold] }));
  return aSession({ items });
};
const reaction = (answer: ReactionLog['answer'], at: string): ReactionLog => ({
  ...common,
  id: store.newLogId(),
  recorded_at: at,
  kind: 'reaction',
  session_id: aSession().id,
  answer,
});
const noDose = {
  cap_s: 600,
  slow_lane: false,
  step_s: null,
  mode: 'suggest',
  since: '2026-11-20',
  level_since: '2026-11-20',
  carried: [],
  decisions: [],
  undone: [],
};
function Page() {
  return (
    <>
      <Today />
      <Toast />
    </>
  );
}
const opened = async (now = '2026-11-23T08:00:00Z') => {
  vi.setSystemTime(Date.parse(now));
  lookAtDay();
  show(Page, '/today');
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00Z') });
  lookAtDay();
  hideToast();
});
afterEach(async () => {
  // What comes beside the page comes before the next one.
  await vi.dynamicImportSettled();
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test.each([
  ['sharp', 'left', 'Sole of the foot rests, because you told us of a sharp pain on the left side.'],
  ['burning', 'right', 'Sole of the foot rests, because you told us of a burning pain on the right side.'],
  ['numb', 'both', 'Sole of the foot rests, because you told us of a numb feeling.'],
] as const)('a pain that stops is said with its name and side: %s', async (feeling, side, sentence) => {
  await anasPhone({ program });
  await store.saveLog(hurt(feeling, side));
  await opened();
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.getByRole('img', { name: '0 of 1 done today' })).toBeTruthy();
  await expectAccessible();
});

test('a peak of 7 is a level softer at the first look, with the reason, until she has taken note', async () => {
  await anasPhone({ program });
  await store.saveLog(felt(7));
  await opened();
  // Drawn at once as it is to be done: nothing is shown that becomes less later.
  expect(screen.getByText('Hold 24 s')).toBeTruthy();
  const sentence = 'Sole of the foot is softer, because you told us of a 7 while pressing.';
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.getByText('Marit sees this and looks at it with you.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
  expect(store.logs.value.filter(({ kind }) => kind === 'read')).toMatchObject([{ what: 'decision' }]);
  expect(screen.getByText('Hold 24 s')).toBeTruthy();
});

test('at level 1 it is shorter, and where no softer way is left it rests', async () => {
  await anasPhone({ program });
  await store.saveLog(felt(6, 'wall'));
  await opened();
  expect(
    await screen.findByText('Neck at the wall is shorter, because you told us it was too much.'),
  ).toBeTruthy();
  cleanup();
  const bare = { ...foot, snapshot: { ...foot.snapshot, swaps: [] } };
  await anasPhone({ program: aVersion({ items: [bare, wall] }) });
  await store.saveLog(felt(6));
  await opened();
  expect(
    await screen.findByText('Sole of the foot rests, because you told us it was too much.'),
  ).toBeTruthy();
  expect(
    within(screen.getByRole('heading', { name: 'Resting' }).closest('section') as HTMLElement).getByText(
      /Your body asked for a break/,
    ),
  ).toBeTruthy();
});

test('of two changes of one technique only the last is said, and both are noted', async () => {
  await anasPhone({ program });
  await store.saveLog(felt(7));
  await store.saveLog(hurt('electric', 'both'));
  await opened();
  expect(
    await screen.findByText('Sole of the foot rests, because you told us of an electric pain.'),
  ).toBeTruthy();
  expect(screen.queryByText(/is softer/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(/because you told us/)).toBeNull());
  expect(store.logs.value.filter(({ kind }) => kind === 'read')).toHaveLength(2);
});

test('more pain after practice is said as such', async () => {
  await anasPhone({ program });
  await store.saveLog(aSession({ pain_before: 3, pain_after: 6 }));
  await opened();
  expect(
    await screen.findByText('Sole of the foot is softer, because your pain was higher after practice.'),
  ).toBeTruthy();
});

test('what is felt for more than two days rests, and comes back softer when it is gone', async () => {
  await anasPhone({ program });
  await store.saveLog(aSession());
  await store.saveLog(reaction('still', '2026-11-24T09:00:00.000Z'));
  await opened('2026-11-25T08:00:00Z');
  expect(
    await screen.findByText(
      'Sole of the foot rests, because you told us “Still a bit”, and 2 days are over.',
    ),
  ).toBeTruthy();
  cleanup();
  await store.saveLog(reaction('gone', '2026-11-26T07:00:00.000Z'));
  await opened('2026-11-26T08:00:00Z');
  expect(
    await screen.findByText('Sole of the foot is softer. It is back, because you told us “All fine”.'),
  ).toBeTruthy();
});

test('what she told on the first day stands for itself on the third, and what has no softer way stays away', async () => {
  const bare = { ...foot, snapshot: { ...foot.snapshot, swaps: [] } };
  await anasPhone({ program: aVersion({ items: [bare, wall] }) });
  await store.saveLog(aSession());
  await store.saveLog(reaction('worse', '2026-11-23T08:00:00.000Z'));
  await opened('2026-11-25T08:00:00Z');
  expect(
    await screen.findByText('Sole of the foot rests, because you told us “Worse”, and 2 days are over.'),
  ).toBeTruthy();
  cleanup();
  await store.saveLog(reaction('gone', '2026-11-26T07:00:00.000Z'));
  await opened('2026-11-26T08:00:00Z');
  expect(
    await screen.findByText('Sole of the foot goes on resting, because it has no softer way.'),
  ).toBeTruthy();
});

test('what rests for a pain is said to rest for the pain, whatever came after it', async () => {
  await anasPhone({ program });
  await store.saveLog({ ...hurt('sharp', 'left'), recorded_at: '2026-11-22T07:05:00.000Z' });
  await store.saveLog(aSession({ pain_before: 3, pain_after: 7 }));
  await opened();
  const sentence = 'Sole of the foot rests, because you told us of a sharp pain on the left side.';
  expect(await screen.findByText(sentence)).toBeTruthy();
  expect(screen.queryByText(/higher after practice/)).toBeNull();
});

test('a pain whose word is not on this phone yet is not made up', async () => {
  const item = hurt('numb', 'left');
  await anasPhone({ program });
  await store.saveLog(item);
  await opened();
  await screen.findByText(/because you told us of a numb feeling/);
  const [decision] = untold.value;
  cleanup();
  const standing = { ...noDose, decisions: [{ ...decision, inputs: {} }] };
  await anasPhone({ program, dose: standing as never });
  await opened();
  expect(await screen.findByRole('heading', { name: 'Resting' })).toBeTruthy();
  await vi.dynamicImportSettled();
  expect(screen.queryByText(/because you told us/)).toBeNull();
  await store.saveLog(item);
  expect(await screen.findByText(/because you told us of a numb feeling/)).toBeTruthy();
});

test('nothing is called shorter or softer that stays as it is', async () => {
  const least = anItem({ dose: { both: { spots: 1, hold_s: 8, roll_s: 0, move_s: 0 } }, dose_s: 8 });
  await anasPhone({ program: aVersion({ items: [least] }) });
  await store.saveLog(felt(7));
  await opened();
  await screen.findByText('Hold 8 s');
  await vi.dynamicImportSettled();
  expect(untold.value.map(({ rule }) => rule)).toEqual(['D05']);
  expect(screen.queryByRole('heading', { name: 'Changed for you' })).toBeNull();
  cleanup();
  await anasPhone({ program: aVersion({ items: [least] }) });
  await opened('2026-12-08T08:00:00Z');
  await screen.findByText('Hold 8 s');
  await vi.dynamicImportSettled();
  expect(untold.value.map(({ rule }) => rule)).toEqual(['D07', 'D06']);
  expect(screen.queryByText(/Good to see you/)).toBeNull();
});

test('after a week away she is welcomed, and both figures stand there', async () => {
  await anasPhone({ program });
  await opened('2026-11-28T08:00:00Z');
  expect(await screen.findByText('Good to see you. We made today shorter.')).toBeTruthy();
  expect(screen.getByText('Today: 3 min. At most: 3 min a day. Setting up comes on top.')).toBeTruthy();
  await expectAccessible();
  fireEvent.click(screen.getByRole('button', { name: 'Got it' }));
  await waitFor(() => expect(screen.queryByText(/Good to see you/)).toBeNull());
  expect(screen.getByText('Today: 3 min. At most: 3 min a day. Setting up comes on top.')).toBeTruthy();
});

test('after two weeks it begins anew', async () => {
  await anasPhone({ program });
  await opened('2026-12-08T08:00:00Z');
  expect(await screen.findByText('Good to see you. We begin gently again.')).toBeTruthy();
});

test('a phone without room says that it stands there again', async () => {
  await anasPhone({ program });
  await store.saveLog(felt(7));
  await opened();
  const button = await screen.findByRole('button', { name: 'Got it' });
  vi.spyOn(disk, 'addLogs').mockRejectedValue(new disk.NotSaved('quota'));
  fireEvent.click(button);
  expect(await screen.findByText(/no room to note it/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Got it' })).toBeTruthy();
});
