import { describe, expect, it } from 'vitest';
import { anItem, aSwap, side } from '../testing/plans';
import { begin, CENTRED, play, TWO_SIDES, told, where } from '../testing/walking';
import { giveReason, leaveOut, skipItem, stopTechnique } from './changes';
import { entries } from './entries';
import { lighten, soften } from './gentler';
import { back, currentItem, isOver, next, place } from './walk';

describe('leaving something out', () => {
  it('skips the rest of an item with or without a reason', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    const moved = skipItem(play(walk, at, 30), 'too_sore');
    expect(where(moved)).toBe('setup both i2');
    expect(entries(moved).map((entry) => entry.skip_reason)).toEqual(['too_sore', 'too_sore', null]);
    const last = skipItem(moved, null);
    expect(isOver(last)).toBe(true);
    expect(skipItem(last, null)).toBe(last);
  });

  it('takes a reason afterwards, for what was left out only', () => {
    const { walk } = begin(TWO_SIDES, CENTRED);
    const moved = giveReason(skipItem(walk, null), 'i1', 'no_time');
    expect(entries(moved)[0]?.skip_reason).toBe('no_time');
    expect(giveReason(moved, 'i2', 'other')).toBe(moved);
  });

  it('forgets the reason when the person went back and did it', () => {
    const { walk, at } = begin(anItem({ dose: { both: side(1, 30) } }), CENTRED);
    const moved = play(back(skipItem(next(next(walk)), 'other')), at, 30);
    expect(entries(moved)[0]).toMatchObject({ outcome: 'done', skip_reason: null });
  });

  it('takes out what may not be done any more, and tells what was done of it', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    const moved = leaveOut(play(walk, at, 30), (item) => item.key !== 'i1');
    expect(where(moved)).toBe('setup both i2');
    expect(entries(moved).map(({ outcome }) => outcome)).toEqual(['partial', 'skipped', 'skipped']);
    expect(entries(moved)[0]?.done_s).toBeGreaterThan(0);
    expect(leaveOut(moved, () => true)).toBe(moved);
    expect(leaveOut(moved, (item) => item.key !== 'i1')).toBe(moved);
  });

  it('takes a technique that hurt out of the session, with every item of it, and Back does not return', () => {
    const again = anItem({ key: 'i3', technique_id: 'a', dose: { both: side(1, 20) } });
    const { walk, at } = begin(TWO_SIDES, CENTRED, again);
    const hurt = stopTechnique(play(walk, at, 20 + 60 + 10 + 5));
    expect(where(hurt)).toBe('setup both i2');
    expect(hurt.clock.elapsed_ms).toBe(0);
    expect(place(hurt)).toEqual({ number: 1, of: 1 });
    expect(where(back(back(hurt)))).toBe('setup both i2');
    expect(told(hurt)).toEqual([
      'i1 left done 60/60',
      'i1 right stopped 5/40',
      'i2 both skipped 0/60',
      'i3 both stopped 0/20',
    ]);
  });

  it('calls the side that hurt stopped even in its last second', () => {
    const { walk, at } = begin(TWO_SIDES);
    const hurt = stopTechnique(play(walk, at, 20 + 59));
    expect(told(hurt)).toEqual(['i1 left stopped 59/60', 'i1 right stopped 0/40']);
    expect(isOver(hurt)).toBe(true);
    expect(stopTechnique(hurt)).toBe(hurt);
  });

  it('keeps what was done before pain comes a second time', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    const first = stopTechnique(play(walk, at, 30));
    const second = stopTechnique(play(first, at, 20 + 15));
    expect(told(second)).toEqual(['i1 left stopped 10/60', 'i1 right stopped 0/40', 'i2 both stopped 15/60']);
  });
});

describe('going on softer', () => {
  it('sets up again and plays the softer way in the time that was left', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    const softer = soften(
      play(walk, at, 20 + 20),
      aSwap({ dose: { ...side(2, 24), sides: 2, total_s: 96 } }),
    );
    expect(where(softer)).toBe('setup left i1');
    expect(currentItem(softer)).toMatchObject({ level: 1, tool: 'soft_ball', tools: ['soft_ball'] });
    const end = play(softer, at, 600);
    expect(told(end)).toEqual(['i1 left done 44/44', 'i1 right done 24/24', 'i2 both done 60/60']);
    expect(entries(end).map((entry) => [entry.level, entry.tool])).toEqual([
      [1, 'soft_ball'],
      [1, 'soft_ball'],
      [2, null],
    ]);
  });

  it('leaves a finished side as it was done', () => {
    const { walk, at } = begin(TWO_SIDES);
    const softer = soften(play(walk, at, 20 + 60 + 10 + 10), aSwap());
    expect(where(softer)).toBe('setup right i1');
    const end = play(softer, at, 600);
    expect(entries(end).map(({ side: s, level, done_s }) => [s, level, done_s])).toEqual([
      ['left', 2, 60],
      ['right', 1, 34],
    ]);
  });

  it('plays what is left of the assigned time where only the tool changes', () => {
    const { walk, at } = begin(TWO_SIDES);
    const softer = soften(play(walk, at, 20 + 20), aSwap({ level: 2 }));
    expect(told(play(softer, at, 600))).toEqual(['i1 left done 60/60', 'i1 right done 40/40']);
  });

  it('does not set up again for less than a breath', () => {
    const { walk, at } = begin(anItem({ dose: { both: side(1, 60) } }));
    const softer = soften(play(walk, at, 20 + 55), aSwap());
    expect(isOver(softer)).toBe(true);
    expect(told(softer)).toEqual(['i1 both done 55/60']);
    expect(soften(softer, aSwap())).toBe(softer);
  });

  it('brings where not to press in the softer way, and what it needs', () => {
    const { walk } = begin(TWO_SIDES);
    expect(currentItem(soften(walk, aSwap()))).toMatchObject({
      near: [{ id: 'collarbone', say: 'Stay off the collarbone.' }],
      props: ['chair'],
      pos: ['seated'],
    });
  });

  it('can be done twice, and leaves a side of a few seconds out', () => {
    const item = anItem({ dose: { left: side(1, 60), right: side(0, 0, 5) } });
    const { walk, at } = begin(item);
    const once = soften(play(walk, at, 30), aSwap({ level: 2 }));
    const twice = soften(play(once, at, 30), aSwap({ level: 2 }));
    expect(told(play(twice, at, 600))).toEqual(['i1 left done 60/60', 'i1 right skipped 0/5']);
  });

  it('without a softer way goes on with less weight for a quarter less of what is left', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    const lighter = lighten(play(walk, at, 20 + 20));
    expect(where(lighter)).toBe('setup left i1');
    expect(told(play(lighter, at, 600))).toEqual([
      'i1 left done 50/50',
      'i1 right done 30/30',
      'i2 both done 60/60',
    ]);
    const late = begin(anItem({ dose: { both: side(1, 60) } }));
    expect(told(play(lighten(play(late.walk, late.at, 20 + 51)), late.at, 600))).toEqual([
      'i1 both done 59/59',
    ]);
  });
});
