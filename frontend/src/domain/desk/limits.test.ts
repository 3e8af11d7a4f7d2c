import { describe, expect, it } from 'vitest';
import { balls, breath, catalogue, sore, wall } from '../../testing/desk-catalogue';
import { ASK, everyLevel, GENTLE, row, said } from '../../testing/desk-verdicts';
import { levelOf } from './catalogue';
import { type DraftItem, newItem, setDose, setLevel, setSide } from './draft';
import { addFitting, fitted, fittedDraft, personal, replaceAt, unasked, within } from './limits';
import { emptyDraft } from './version';

const BLOCKED = { verdict: 'block' } as const;
const gentle = said(everyLevel('wall', GENTLE));
const holdsOf = (item: DraftItem) => Object.values(item.dose).map((side) => side.hold_s);

describe('a technique within her limits', () => {
  it('is as it was where nothing limits it', () => {
    expect(within(said(), wall, 'both')).toEqual(wall);
  });

  it('holds no longer than she may, and is summed like that', () => {
    const { dose, hold_limit_s } = levelOf(within(gentle, wall, 'both'), 2);
    expect([dose.hold_s, hold_limit_s, dose.total_s]).toEqual([24, 24, 136]);
  });

  it('keeps a hold that was shorter, and a limit of its own that was lower', () => {
    const verdicts = said(everyLevel('wall', { verdict: 'adapt', limits: { max_hold_s: 120 } }));
    expect(levelOf(within(verdicts, wall, 'both'), 1)).toMatchObject({
      hold_limit_s: 90,
      dose: { hold_s: 24 },
    });
  });
});

describe('the catalogue within her limits', () => {
  it('means no technique for a level that is not open to her', () => {
    const named = (id: string) => personal(gentle, catalogue).techniques.find((one) => one.id === id);
    expect(named('wall')?.ref_level).toBe(1);
    expect(named('balls')?.ref_level).toBe(2);
  });

  it('keeps the level that was meant where none is open', () => {
    const shut = personal(said(everyLevel('wall', BLOCKED)), catalogue);
    expect(shut.techniques.find((one) => one.id === 'wall')?.ref_level).toBe(2);
  });

  it('offers to fill up only with what nobody has to agree to', () => {
    const verdicts = said(
      everyLevel('wall', ASK),
      everyLevel('balls', BLOCKED),
      row('breath', 1, BLOCKED),
      everyLevel('sore', BLOCKED),
      everyLevel('sore', { side: 'left' }),
    );
    expect(unasked(verdicts, catalogue).techniques).toEqual([]);
    expect(unasked(said(), catalogue).techniques).toEqual(catalogue.techniques);
  });
});

describe('an item within her limits', () => {
  it('stays the very same where it fits', () => {
    const item = newItem(wall, 'i1');
    expect(fitted(gentle, item, wall)).toBe(item);
  });

  it('steps down to the highest level that is open, with holds cut', () => {
    const item = setDose(newItem(wall, 'i1', 3), 'left', 'hold_s', 80);
    const softer = fitted(gentle, item, wall);
    expect(softer.level).toBe(1);
    expect(holdsOf(softer)).toEqual([24, 24]);
  });

  it('steps up to the lowest one where no lower one is open', () => {
    expect(fitted(said(row('wall', 1, BLOCKED)), newItem(wall, 'i1'), wall).level).toBe(2);
  });

  it('keeps its level where only its hold is too long', () => {
    const item = setDose(newItem(wall, 'i1'), 'left', 'hold_s', 80);
    expect(holdsOf(fitted(gentle, item, wall))).toEqual([24, 24]);
  });

  it('keeps a side that is short enough', () => {
    const apart = { ...newItem(wall, 'i1'), equal: false };
    const item = setDose(setDose(apart, 'left', 'hold_s', 80), 'right', 'hold_s', 16);
    expect(holdsOf(fitted(gentle, item, wall))).toEqual([24, 16]);
  });

  it('stays where no level is open: that is told instead', () => {
    const item = newItem(wall, 'i1', 2);
    expect(fitted(said(everyLevel('wall', BLOCKED)), item, wall)).toBe(item);
  });

  it('takes its days, its note and its clearances along when its sides change with the level', () => {
    const other = {
      ...wall,
      levels: { ...wall.levels, '2': { ...wall.levels['2'], side: 'both' as const } },
    };
    const item = { ...newItem(other, 'i1', 2), note: 'Slowly.', days: [1] };
    expect(fitted(gentle, item, other)).toMatchObject({ level: 1, note: 'Slowly.', days: [1], given: [] });
  });

  it('is the item of each technique in a draft, and of what the catalogue lost unchanged', () => {
    const lost = { ...newItem(wall, 'i2', 3), technique_id: 'lost' };
    const draft = { ...emptyDraft('2026-11-22'), items: [newItem(wall, 'i1', 3), lost] };
    expect(fittedDraft(gentle, draft, catalogue).items.map((item) => item.level)).toEqual([1, 3]);
  });
});

describe('a technique that is added', () => {
  it('comes at the end, within her limits', () => {
    const verdicts = said(everyLevel('balls', { verdict: 'adapt', limits: { max_hold_s: 16 } }));
    const items = addFitting(verdicts, [newItem(wall, 'i1')], balls);
    expect(items.map((item) => item.technique_id)).toEqual(['wall', 'balls']);
    expect(holdsOf(items[1] as DraftItem)).toEqual([16]);
  });

  it('comes on the side that is open', () => {
    const verdicts = said(everyLevel('wall', BLOCKED), everyLevel('wall', { side: 'left' }));
    expect(addFitting(verdicts, [], wall)[0]).toMatchObject({ side: 'left', dose: { left: {} } });
  });

  it('does not come where it is blocked', () => {
    expect(addFitting(said(everyLevel('wall', BLOCKED)), [], wall)).toEqual([]);
  });
});

describe('a technique in the place of another', () => {
  const items = [{ ...newItem(wall, 'i1'), days: [2] }, newItem(balls, 'i2')];

  it('takes over its place and days under a key of its own', () => {
    const swapped = replaceAt(said(), items, 0, breath);
    expect(swapped.map((item) => item.technique_id)).toEqual(['breath', 'balls']);
    expect(swapped[0]).toMatchObject({ key: 'i3', days: [2] });
  });

  it('changes nothing where it is blocked itself', () => {
    expect(replaceAt(said(everyLevel('breath', BLOCKED)), items, 0, breath)).toEqual(items);
  });
});

it('lets a side be chosen and a level be changed as before', () => {
  const item = setSide(newItem(sore, 'i1'), 'one_side', 'left');
  expect(fitted(said(), setLevel(item, sore, 2), sore)).toMatchObject({ level: 2, side: 'left' });
});
