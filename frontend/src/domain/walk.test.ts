import { describe, expect, it } from 'vitest';
import { anItem, aSwap, aVersion, seeded, side } from '../testing/plans';
import { giveReason, lighten, skipItem, soften, stopTechnique } from './changes';
import type { Reading } from './clock';
import { entries } from './entries';
import { planDay } from './plan';
import type { Item } from './program';
import {
  back,
  comeBack,
  currentItem,
  currentPhase,
  endEarly,
  isOver,
  leave,
  next,
  pause,
  place,
  resume,
  startWalk,
  tick,
  type Walk,
} from './walk';

const TWO_SIDES = anItem({ key: 'i1', technique_id: 'a', dose: { left: side(1, 60), right: side(1, 40) } });
const CENTRED = anItem({ key: 'i2', technique_id: 'b', dose: { both: side(2, 30) } });

function begin(...items: Item[]) {
  const at = { perf: 0, wall: 1_700_000_000_000 };
  const walk = startWalk(planDay(aVersion(items), '2026-11-23'), { ...at });
  return { walk, at };
}

/** Lets seconds pass in ticks of a tenth. */
function play(walk: Walk, at: Reading, seconds: number): Walk {
  let moved = walk;
  for (let tenth = 0; tenth < Math.round(seconds * 10); tenth += 1) {
    at.perf += 100;
    at.wall += 100;
    moved = tick(moved, { ...at });
  }
  return moved;
}

const where = (walk: Walk) => {
  const phase = currentPhase(walk);
  return phase ? `${phase.kind} ${phase.side} ${phase.itemKey}` : 'over';
};
const told = (walk: Walk) =>
  entries(walk).map(
    (entry) => `${entry.key} ${entry.side} ${entry.outcome} ${entry.done_s}/${entry.planned_s}`,
  );

describe('the walk through a session', () => {
  it('goes through all phases by itself and is over after the whole time', () => {
    const { walk, at } = begin(TWO_SIDES, CENTRED);
    expect(where(walk)).toBe('setup left i1');
    let moved = play(walk, at, 20);
    expect(where(moved)).toBe('hold left i1');
    moved = play(moved, at, 60);
    expect(where(moved)).toBe('turn right i1');
    moved = play(moved, at, 2 + 8 + 40);
    expect(where(moved)).toBe('setup both i2');
    moved = play(moved, at, 12 + 8 + 30 + 8 + 29.9);
    expect(isOver(moved)).toBe(false);
    moved = play(moved, at, 0.1);
    expect(isOver(moved)).toBe(true);
    expect(told(moved)).toEqual(['i1 left done 60/60', 'i1 right done 40/40', 'i2 both done 60/60']);
    expect(play(moved, at, 5)).toMatchObject({ at: moved.at });
  });

  it('says which item of how many', () => {
    const { walk } = begin(TWO_SIDES, CENTRED);
    expect(place(walk)).toEqual({ number: 1, of: 2 });
    expect(place(skipItem(walk, null))).toEqual({ number: 2, of: 2 });
    expect(place(endEarly(walk))).toEqual({ number: 2, of: 2 });
    expect(currentItem(walk)?.key).toBe('i1');
    expect(currentItem(endEarly(walk))).toBe(null);
  });

  it('gives the surplus of a late tick to the next phase', () => {
    const { walk, at } = begin(TWO_SIDES);
    const moved = tick(play(walk, at, 11.9), { perf: at.perf + 1500, wall: at.wall + 1500 });
    expect(where(moved)).toBe('find left i1');
    expect(moved.clock.elapsed_ms).toBe(1400);
  });

  it('does not play while paused, and goes on where it stood', () => {
    const { walk, at } = begin(TWO_SIDES);
    let moved = pause(play(walk, at, 25), { ...at });
    moved = play(moved, at, 100);
    expect(where(moved)).toBe('hold left i1');
    moved = play(resume(moved, { ...at }), at, 4);
    expect(moved.clock).toMatchObject({ mode: 'running', elapsed_ms: 6000 });
  });

  it('waits at that second while nobody sees it', () => {
    const { walk, at } = begin(TWO_SIDES);
    let moved = leave(play(walk, at, 25), { ...at });
    at.perf += 300_000;
    at.wall += 300_000;
    moved = play(comeBack(moved, { ...at }), at, 3.5);
    expect(moved.clock).toMatchObject({ mode: 'running', elapsed_ms: 5500 });
  });

  it('goes on from a stored walk whose clock was of another life of the page', () => {
    const { walk, at } = begin(TWO_SIDES);
    const stored = structuredClone(play(walk, at, 25));
    const fresh = { perf: 40, wall: at.wall + 60_000 };
    const moved = play(comeBack(stored, { ...fresh }), fresh, 3.5);
    expect(moved.clock.elapsed_ms).toBe(5500);
  });

  it('goes to the next phase, and back to the phase before or to the start of this one', () => {
    const { walk, at } = begin(TWO_SIDES);
    let moved = next(next(walk));
    expect(where(moved)).toBe('hold left i1');
    moved = back(play(moved, at, 10));
    expect(where(moved)).toBe('hold left i1');
    expect(moved.clock.elapsed_ms).toBe(0);
    moved = back(play(moved, at, 1));
    expect(where(moved)).toBe('find left i1');
    moved = back(back(back(moved)));
    expect(where(moved)).toBe('setup left i1');
  });

  it('ends when Next is pressed in the last phase, and stays over', () => {
    const { walk } = begin(anItem({ dose: { both: side(1, 30) } }));
    const moved = next(next(next(walk)));
    expect(isOver(moved)).toBe(true);
    expect(next(moved).at).toBe(moved.at);
  });

  it('counts a repeated hold once', () => {
    const { walk, at } = begin(anItem({ dose: { both: side(1, 60) } }));
    let moved = play(walk, at, 20 + 40);
    moved = play(back(moved), at, 20);
    expect(told(moved)).toEqual(['i1 both partial 40/60']);
    moved = play(back(moved), at, 60);
    expect(told(moved)).toEqual(['i1 both done 60/60']);
  });

  it('calls 80 % done, less partial, and nothing skipped', () => {
    const { walk, at } = begin(anItem({ dose: { both: side(1, 60) } }), CENTRED);
    expect(told(play(walk, at, 20 + 48))).toEqual(['i1 both done 48/60', 'i2 both skipped 0/60']);
    const again = begin(anItem({ dose: { both: side(1, 60) } }));
    expect(told(play(again.walk, again.at, 20 + 47.9))).toEqual(['i1 both partial 47/60']);
  });
});

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

describe('whatever a person does', () => {
  it('done never exceeds planned nor the time that passed, and the walk comes to an end', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seeded(seed);
      const { walk, at } = begin(TWO_SIDES, CENTRED, anItem({ key: 'i3', technique_id: 'c' }));
      let moved = walk;
      for (let step = 0; step < 120 && !isOver(moved); step += 1) {
        const seconds = random() * 20;
        moved = play(moved, at, seconds);
        moved = act(moved, { ...at }, random);
        const passed = at.perf / 1000;
        const done = entries(moved);
        expect(done.every((entry) => entry.done_s >= 0 && entry.done_s <= entry.planned_s)).toBe(true);
        expect(done.reduce((sum, entry) => sum + entry.done_s, 0)).toBeLessThanOrEqual(passed);
        expect(moved.at).toBeLessThanOrEqual(moved.phases.length);
      }
      moved = play(resume(moved, { ...at }), at, 700);
      expect(isOver(moved)).toBe(true);
    }
  });
});

function act(walk: Walk, at: Reading, random: () => number): Walk {
  const choice = Math.floor(random() * 12);
  if (choice === 0) return next(walk);
  if (choice === 1) return back(walk);
  if (choice === 2) return pause(walk, at);
  if (choice === 3) return resume(walk, at);
  if (choice === 4) return comeBack(leave(walk, at), at);
  if (choice === 5) return skipItem(walk, 'no_time');
  if (choice === 6) return random() < 0.2 ? stopTechnique(walk) : walk;
  if (choice === 7) return random() < 0.5 ? soften(walk, aSwap()) : lighten(walk);
  return walk;
}
