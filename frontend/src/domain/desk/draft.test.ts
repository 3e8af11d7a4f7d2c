import { describe, expect, it } from 'vitest';
import { balls, breath, catalogue, sore, wall } from '../../testing/desk-catalogue';
import * as D from './draft';
import { filled, fillUp, laterSeconds } from './fill-up';

function draft(items: D.DraftItem[]): D.Draft {
  return {
    base_version: 0,
    items,
    days: [...D.ALL_DAYS],
    starts_on: '2026-11-22',
    reason: '',
    over_limit_reason: '',
  };
}

describe('a technique enters a program', () => {
  it('at level 1, because gentle comes first', () => {
    expect(D.newItem(wall, 'i1').level).toBe(1);
  });

  it('with a dose for each side where it is worked a side at a time', () => {
    expect(Object.keys(D.newItem(wall, 'i1').dose)).toEqual(['left', 'right']);
  });

  it('with one centred dose where both sides are worked at once', () => {
    expect(Object.keys(D.newItem(balls, 'i1').dose)).toEqual(['both']);
  });

  it('without a guess about the sore side', () => {
    expect(Object.keys(D.newItem(sore, 'i1').dose)).toEqual(['both']);
  });

  it('in seconds where its hold is no whole breath', () => {
    const level = { ...wall.levels['1'], dose: { ...wall.levels['1'].dose, hold_s: 30 } };
    expect(D.newItem({ ...wall, levels: { ...wall.levels, '1': level } }, 'i1').unit).toBe('seconds');
    expect(D.newItem(wall, 'i1').unit).toBe('breaths');
  });

  it('under a key that no other item has', () => {
    const items = D.addTechnique(D.addTechnique([], wall), balls);
    expect(D.addTechnique(items.slice(1), sore).map((item) => item.key)).toEqual(['i2', 'i3']);
    expect(D.freshKey([D.newItem(wall, 'own')])).toBe('i1');
  });
});

describe('the dose of each side', () => {
  it('moves on both sides while they are linked', () => {
    const item = D.setDose(D.newItem(wall, 'i1'), 'left', 'hold_s', 40);
    expect([item.dose.left?.hold_s, item.dose.right?.hold_s]).toEqual([40, 40]);
  });

  it('moves on one side alone once they may differ', () => {
    const item = D.setDose(D.setEqual(D.newItem(wall, 'i1'), false), 'left', 'hold_s', 40);
    expect([item.dose.left?.hold_s, item.dose.right?.hold_s]).toEqual([40, 24]);
  });

  it('takes the left one for both when they are linked again', () => {
    const longer = D.setDose(D.setEqual(D.newItem(wall, 'i1'), false), 'left', 'hold_s', 40);
    expect(D.setEqual(longer, true).dose.right?.hold_s).toBe(40);
  });

  it('moves to the side that is chosen', () => {
    expect(D.setSide(D.newItem(sore, 'i1'), 'one_side', 'right')).toMatchObject({
      side: 'right',
      dose: { right: { hold_s: 24 } },
    });
  });

  it('goes back to two sides where it is worked a side at a time', () => {
    const left = D.setSide(D.newItem(wall, 'i1'), 'per_side', 'left');
    expect(left).toMatchObject({ side: 'left', dose: { left: { hold_s: 24 } } });
    expect(D.setSide(left, 'per_side', 'both').dose).toEqual(D.newItem(wall, 'i1').dose);
  });

  it('goes back to the side that the client chooses', () => {
    const right = D.setSide(D.newItem(sore, 'i1'), 'one_side', 'right');
    expect(D.setSide(right, 'one_side', 'both').dose).toEqual(D.newItem(sore, 'i1').dose);
  });

  it('stays as it is where there is none', () => {
    const none = { ...D.newItem(sore, 'i1'), dose: {} };
    expect(D.setSide(none, 'one_side', 'left')).toBe(none);
  });

  it('cannot be linked where there is one side only', () => {
    const one = D.newItem(sore, 'i1');
    expect(D.setEqual({ ...one, equal: false }, true)).toEqual(one);
  });

  it('asks for a side only where there is one to choose', () => {
    expect(D.sideChoices('both')).toEqual([]);
    expect(D.sideChoices('one_side')).toEqual(['both', 'left', 'right']);
  });

  it('moves by a spot, by ten seconds of rolling, by five seconds of holding', () => {
    expect(D.stepped(2, 1, 'spots', 'breaths', wall, 1)).toBe(3);
    expect(D.stepped(1, -1, 'spots', 'breaths', wall, 1)).toBe(1);
    expect(D.stepped(120, 1, 'roll_s', 'breaths', wall, 1)).toBe(120);
    expect(D.stepped(10, -1, 'move_s', 'breaths', wall, 1)).toBe(0);
    expect(D.stepped(24, 1, 'hold_s', 'seconds', wall, 1)).toBe(25);
  });

  it('goes up a whole breath at a time and stops at 90 s for a pressing hold', () => {
    expect(D.stepped(24, 1, 'hold_s', 'breaths', wall, 1)).toBe(32);
    expect(D.stepped(88, 1, 'hold_s', 'breaths', wall, 1)).toBe(88);
  });

  it('may rest up to 180 s where nothing is pressed', () => {
    expect(D.most(sore, 1, 'hold_s')).toBe(180);
  });

  it('lands on whole breaths when the seconds were odd', () => {
    expect(D.stepped(30, 1, 'hold_s', 'breaths', wall, 1)).toBe(32);
    expect(D.stepped(30, -1, 'hold_s', 'breaths', wall, 1)).toBe(24);
  });
});

describe('a change of level', () => {
  it('takes the dose of that level', () => {
    expect(D.setLevel(D.newItem(balls, 'i1'), balls, 2).dose.both).toEqual({
      spots: 2,
      hold_s: 32,
      roll_s: 20,
      move_s: 0,
    });
  });

  it('keeps the two breaths that the left side had more', () => {
    const longer = D.setDose(D.setEqual(D.newItem(wall, 'i1'), false), 'left', 'hold_s', 40);
    const raised = D.setLevel(longer, wall, 2);
    expect([raised.dose.left?.hold_s, raised.dose.right?.hold_s]).toEqual([48, 32]);
  });

  it('begins anew where that level is worked another way, but keeps its days and its note', () => {
    const rest = { ...wall, levels: { ...wall.levels, '2': balls.levels['2'] } };
    const item = { ...D.newItem(wall, 'i1'), days: [0], note: 'Slowly.' };
    expect(D.setLevel(item, rest, 2)).toMatchObject({
      key: 'i1',
      level: 2,
      dose: { both: { hold_s: 32 } },
      days: [0],
      note: 'Slowly.',
    });
  });

  it('keeps at least one spot, and none where the level has none', () => {
    const roll = { ...balls.levels['2'], dose: { ...balls.levels['2'].dose, spots: 0, hold_s: 0 } };
    const rolled = { ...balls, levels: { ...balls.levels, '2': roll } };
    const item = D.setDose(D.newItem(balls, 'i1'), 'both', 'spots', 1);
    expect(D.setLevel(item, balls, 3).dose.both?.spots).toBe(3);
    expect(D.setLevel(item, rolled, 2).dose.both).toMatchObject({ spots: 0, hold_s: 0 });
  });

  it('never passes the limit of a hold', () => {
    const long = D.setDose(D.newItem(wall, 'i1'), 'left', 'hold_s', 88);
    expect(D.setLevel(long, wall, 3).dose.left?.hold_s).toBe(90);
  });
});

describe('how long a day takes', () => {
  it('sums the sides, the set-up and the change of side', () => {
    const { dose, withSetup } = D.longestDay(draft([D.newItem(balls, 'i1'), D.newItem(wall, 'i2')]));
    expect({ dose, withSetup }).toEqual({ dose: 24 + 48, withSetup: 24 + 20 + 48 + 30 });
  });

  it('looks at the longest day when techniques have their own days', () => {
    const monday = { ...D.newItem(wall, 'i2'), days: [0] };
    expect(D.longestDay(draft([D.newItem(balls, 'i1'), monday]))).toMatchObject({ dose: 72, same: false });
  });
});

it('moves an item up by one place and leaves the first one where it is', () => {
  const items = D.addTechnique(D.addTechnique([], wall), balls);
  expect(D.move(items, 1, -1).map((item) => item.technique_id)).toEqual(['balls', 'wall']);
  const three = D.addTechnique(items, sore);
  expect(D.move(three, 0, 1).map((item) => item.technique_id)).toEqual(['balls', 'wall', 'sore']);
  expect(D.move(items, 0, -1).map((item) => item.technique_id)).toEqual(['wall', 'balls']);
});

describe('a starter at level 1', () => {
  const begun = draft(D.fromStarter(catalogue, ['balls', 'wall']));

  it('keeps its order', () => {
    expect(begun.items.map((item) => item.technique_id)).toEqual(['balls', 'wall']);
  });

  it('can be filled up with a rest that presses nothing', () => {
    const technique = fillUp(begun, catalogue, 120);
    expect(technique?.id).toBe('breath');
    expect(filled(begun, breath).items.at(-1)?.technique_id).toBe('breath');
  });

  it('is filled with the rest that comes nearest', () => {
    const long = { ...breath, id: 'long', levels: { ...breath.levels, '1': breath.levels['2'] } };
    const two = { ...catalogue, techniques: [breath, long] };
    expect(fillUp(begun, two, 72 + 70)?.id).toBe('long');
    expect(fillUp(begun, two, 72 + 40)?.id).toBe('breath');
  });

  it('is filled with a position of ease too, where it bears no weight and is worked in the middle', () => {
    const ease = {
      ...breath,
      levels: { ...breath.levels, '1': { ...breath.levels['1'], style: 'position_of_ease' } },
    };
    const press = {
      ...breath,
      levels: { ...breath.levels, '1': { ...breath.levels['1'], style: 'skin_glide' } },
    };
    const only = (technique: typeof breath) => fillUp(begun, { ...catalogue, techniques: [technique] }, 120);
    expect(only(ease)).toBe(ease);
    expect(only(press)).toBeNull();
    expect(only({ ...breath, side: 'one_side' })).toBeNull();
  });

  it('takes longer at the levels that its times were written for', () => {
    expect(laterSeconds(begun, catalogue)).toBe(84 + 2 * 84);
  });

  it('leaves out what the catalogue no longer has', () => {
    expect(D.fromStarter(catalogue, ['gone', 'wall']).map((item) => item.technique_id)).toEqual(['wall']);
    expect(laterSeconds(begun, { ...catalogue, techniques: [balls] })).toBe(84);
  });

  it('is left alone when the gap is small', () => {
    expect(fillUp(begun, catalogue, 80)).toBeNull();
  });

  it('is not filled twice with the same technique', () => {
    expect(fillUp({ ...begun, ...filled(begun, breath) }, catalogue, 200)).toBeNull();
  });
});
