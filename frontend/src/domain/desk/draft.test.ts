import { describe, expect, it } from 'vitest';
import { balls, breath, catalogue, sore, wall } from '../../testing/desk-catalogue';
import * as D from './draft';
import { filled, fillUp } from './fill-up';

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

  it('under a key that no other item has', () => {
    const items = D.addTechnique(D.addTechnique([], wall), balls);
    expect(D.addTechnique(items.slice(1), sore).map((item) => item.key)).toEqual(['i2', 'i3']);
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

  it('is left alone when the gap is small', () => {
    expect(fillUp(begun, catalogue, 80)).toBeNull();
  });

  it('is not filled twice with the same technique', () => {
    expect(fillUp({ ...begun, ...filled(begun, breath) }, catalogue, 200)).toBeNull();
  });
});
