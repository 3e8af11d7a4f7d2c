import { describe, expect, it } from 'vitest';
import { anItem, aSwap, seeded, side } from '../testing/plans';
import { begin, CENTRED, play, TWO_SIDES, told, where } from '../testing/walking';
import { skipItem, stopTechnique } from './changes';
import type { Reading } from './clock';
import { entries } from './entries';
import { lighten, soften } from './gentler';
import {
  back,
  comeBack,
  currentItem,
  endEarly,
  isOver,
  leave,
  next,
  pause,
  place,
  resume,
  tick,
  type Walk,
} from './walk';

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
