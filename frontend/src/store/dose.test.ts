import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayItems } from '../domain/hurt';
import { shareDone, validSessions } from '../domain/today';
import type { DecisionLog, HurtLog, SessionLog } from '../domain/types';
import { anasPhone } from '../testing/page';
import { aSwap } from '../testing/plans';
import { anItem, aSession, aVersion } from '../testing/program';
import { startDecisions } from './decisions';
import { budgetS, dosed, mayDo, mayStill, untold } from './dose';
import { logs, saveLog, todayDate, view } from './index';
import * as disk from './logs';
import { lookAtDay } from './screening';

const lower = aSwap({ reason: 'level', tool: null, level: 1, tools: ['tennis_ball'] });
const foot = anItem({ level: 2, snapshot: { ...anItem().snapshot, swaps: [lower] } });
const wall = anItem({ key: 'i2', technique_id: 'wall' });
const program = aVersion({ items: [foot, wall] });
const strong = (score: number): SessionLog => {
  const session = aSession();
  const hold = { spot: 1, start: null, discomfort: score, end: null };
  return { ...session, items: session.items.map((entry) => ({ ...entry, holds: [hold] })) };
};
const { id: _, kind: __, ...stamped } = aSession();
const sharp: HurtLog = {
  id: '0192f0c1-0000-7000-8000-0000000000a9',
  schema: 1,
  local_date: stamped.local_date,
  tz: stamped.tz,
  utc_offset_min: 60,
  recorded_at: stamped.recorded_at,
  kind: 'hurt',
  program_version: 1,
  session_id: aSession().id,
  key: 'i1',
  technique_id: 'plantar-ball',
  level: 2,
  side: 'left',
  second: 9,
  feeling: 'sharp',
};
const told = () => logs.value.filter((log): log is DecisionLog => log.kind === 'decision');
const settled = () => new Promise((resume) => setTimeout(resume, 60));

startDecisions();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-23T08:00:00Z') });
  lookAtDay();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a peak of 7 makes the technique a level softer from the next look on, and is told', async () => {
  await anasPhone({ program });
  expect(mayDo(program.items)?.items.map(({ level }) => level)).toEqual([2, 1]);
  await saveLog(strong(7));
  const day = mayDo(program.items);
  expect(day?.items.map(({ level }) => level)).toEqual([1, 1]);
  expect(day?.resting).toEqual([]);
  expect(untold.value.map(({ rule, target }) => [rule, target])).toEqual([['D05', 'plantar-ball']]);
});

test('what is left of a day is whole when it is done', async () => {
  await anasPhone({ program });
  await saveLog(strong(7));
  const [item] = mayDo(program.items)?.items ?? [];
  const [left, right] = aSession().items;
  if (!item || !left || !right) throw new Error('nothing is left');
  const played = { ...left, level: 1, planned_s: item.dose_s, done_s: item.dose_s };
  const today = aSession({
    id: '0192f0c1-0000-7000-8000-0000000000b1',
    local_date: todayDate(),
    items: [played],
  });
  expect(shareDone(item, validSessions([today]))).toBe(1);
});

test('a sharp pain ends the technique in a session under way, and it rests the next time', async () => {
  await anasPhone({ program });
  const planned = { key: 'i1', technique_id: 'plantar-ball', level: 2, tool: null, dose: foot.dose };
  expect(mayStill()(planned)).toBe(true);
  await saveLog(sharp);
  expect(mayStill()(planned)).toBe(false);
  expect(dayItems(program, todayDate(), logs.value).resting.map(({ key }) => key)).toEqual(['i1']);
  expect(mayDo(program.items)?.resting.map(({ item, rule }) => [item.key, rule])).toEqual([['i1', 'D02']]);
});

test('an undone rest is over', async () => {
  await anasPhone({ program: { ...program, answered: [sharp.id] } });
  await saveLog(sharp);
  const [made] = untold.value;
  const dose = {
    cap_s: 600,
    slow_lane: false,
    step_s: null,
    mode: 'suggest',
    since: program.starts_on,
    level_since: program.starts_on,
    carried: [],
    decisions: [],
  } as const;
  if (view.value)
    view.value = { ...view.value, dose: { ...dose, carried: [], decisions: [], undone: [made?.id ?? ''] } };
  expect(mayDo(program.items)?.items.map(({ key }) => key)).toEqual(['i1', 'i2']);
  expect(dayItems({ ...program, answered: [sharp.id] }, todayDate(), logs.value).resting).toEqual([]);
});

test('each safer move is logged once, offline too, and the log waits like any other', async () => {
  await anasPhone({ program });
  await saveLog(sharp);
  await vi.waitFor(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toMatchObject({ rule: 'D02', target: 'plantar-ball', after: { paused: true } });
  lookAtDay();
  await saveLog(aSession());
  await settled();
  expect(told()).toHaveLength(1);
});

test('a week without practice is one shorter day for the whole program, and no more than its budget', async () => {
  vi.setSystemTime(Date.parse('2026-11-28T08:00:00Z'));
  lookAtDay();
  await anasPhone({ program });
  await vi.waitFor(() =>
    expect(told().map(({ rule, target }) => [rule, target])).toEqual([['D07', 'program']]),
  );
  expect(budgetS()).toBe(180);
  const items = dosed(program.items)?.items ?? [];
  expect(items.reduce((sum, item) => sum + item.dose_s, 0)).toBeLessThanOrEqual(180);
});

test('a phone that has not got its history yet tells of no days left out', async () => {
  vi.setSystemTime(Date.parse('2026-11-28T08:00:00Z'));
  lookAtDay();
  await anasPhone({
    program,
    log_window: { from: '2026-09-29', ids: ['0192f0c1-0000-7000-8000-0000000000c1'] },
  });
  await settled();
  expect(told()).toEqual([]);
});

test('what found no room is told with the next look', async () => {
  await anasPhone({ program });
  const full = vi.spyOn(disk, 'addLogs');
  await saveLog(aSession());
  full.mockRejectedValue(new disk.NotSaved('quota'));
  logs.value = [sharp, ...logs.value];
  await settled();
  expect(told()).toEqual([]);
  full.mockRestore();
  logs.value = [...logs.value];
  await vi.waitFor(async () =>
    expect((await stored()).filter((kind) => kind === 'decision')).toHaveLength(1),
  );
});

async function stored(): Promise<string[]> {
  const { clientDb } = await import('./db');
  const { ANA } = await import('../testing/fake-pith');
  return (await (await clientDb(ANA)).getAll('logs')).map(({ kind }) => kind);
}
