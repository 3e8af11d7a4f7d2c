import { describe, expect, it } from 'vitest';
import { anItem, side } from '../testing/plans';
import { begin, CENTRED, play } from '../testing/walking';
import { askedAt, holdId, markHold, unmarkHold } from './asks';
import { answerTo, goodUpTo, isStop } from './discomfort';
import { entries } from './entries';
import { lighten } from './gentler';
import { eased, type HoldMarks, setAside, tellsStop } from './marks';
import type { Phase } from './phases';
import type { Dose } from './program';
import { spotStep, spotSteps } from './spot';

const hold = (seconds: number, kind: Phase['kind'] = 'hold'): Phase => ({
  kind,
  itemKey: 'i1',
  side: 'left',
  spot: 1,
  spots: 1,
  seconds,
  dose: true,
});
/** What is asked, second by second, with the second from which on it is. */
const asked = (seconds: number, marks: HoldMarks = { start: 5 }, style = 'sustained_hold') => {
  const all = Array.from({ length: seconds }, (_, second) => askedAt(hold(seconds), style, second, marks));
  return all.flatMap((moment, at) =>
    moment === all[at - 1] || (at === 0 && !moment) ? [] : [`${at} ${moment}`],
  );
};

describe('the answer to discomfort while pressing', () => {
  it('is the one of the paper for each number', () => {
    const answers = Array.from({ length: 11 }, (_, score) => answerTo(score));
    expect(answers).toEqual([
      ...['more', 'more'],
      ...['good', 'good', 'good'],
      'top',
      ...['over', 'over'],
      ...['stop', 'stop', 'stop'],
    ]);
  });

  it('has a lower top where a rule for this person sets one', () => {
    expect([2, 3, 4, 7, 8].map((score) => answerTo(score, 3))).toEqual([
      'good',
      'top',
      'over',
      'over',
      'stop',
    ]);
    expect([3, 4, 5].map((score) => answerTo(score, 4))).toEqual(['good', 'top', 'over']);
    expect([goodUpTo(), goodUpTo(4), goodUpTo(3)]).toEqual([4, 4, 3]);
  });

  it('stops from 8 on', () => {
    expect([7, 8, 10].map(isStop)).toEqual([false, true, true]);
  });
});

describe('what is asked in a hold', () => {
  it('is how tender it is, after a moment to arrive, and again before the end', () => {
    expect(asked(40)).toEqual(['4 start', '28 end']);
  });

  it('is asked once in the middle of a long one', () => {
    expect(asked(90)).toEqual(['4 start', '45 during', '78 end']);
  });

  it('is not asked again at the end where nothing was said at the start', () => {
    expect(asked(40, {})).toEqual(['4 start', '28 null']);
  });

  it('is nothing where there is no time for it, nothing is pressed, or nothing is held', () => {
    expect(asked(15)).toEqual([]);
    expect(asked(60, { start: 5 }, 'position_of_ease')).toEqual([]);
    expect(asked(60, { start: 5 }, 'breath')).toEqual([]);
    expect(askedAt(hold(60, 'roll'), 'slow_roll', 20, {})).toBe(null);
  });

  it('leaves the first half of a short one to the first question', () => {
    expect(asked(16)).toEqual(['4 start', '8 end']);
  });
});

describe('the way of one spot', () => {
  const guide = { breaths: 4, period_s: 8 };
  const way = (dose: Dose, style = 'sustained_hold') => spotSteps({ style, dose }, 'left');

  it('is to find, to pause, to breathe, and to move where a movement is planned', () => {
    expect(way({ left: side(1, 32, 0, 10) })).toEqual(['find', 'pause', 'breathe', 'move']);
    expect(way({ left: side(1, 32) })).toEqual(['find', 'pause', 'breathe']);
  });

  it('is none where no spot is pressed, or nothing is done on that side', () => {
    expect(way({ left: side(1, 32) }, 'breath')).toEqual([]);
    expect(way({ left: side(0, 0, 60) })).toEqual([]);
    expect(way({ right: side(1, 32) })).toEqual([]);
  });

  it('pauses for the first breath of a hold', () => {
    expect(spotStep(hold(32), guide, 7.9)).toBe('pause');
    expect(spotStep(hold(32), guide, 8)).toBe('breathe');
    expect(spotStep(hold(32), null, 0)).toBe('breathe');
    expect(spotStep(hold(8, 'find'), null, 2)).toBe('find');
    expect(spotStep(hold(8, 'move'), null, 2)).toBe('move');
    expect(spotStep(hold(60, 'roll'), null, 2)).toBe(null);
  });
});

describe('what is told of the spots', () => {
  const ID = holdId({ itemKey: 'i2', side: 'both', spot: 1 });
  const started = () => {
    const { walk, at } = begin(CENTRED);
    return { walk: play(walk, at, 30), at };
  };

  it('goes into the entry of its side, spot by spot', () => {
    let { walk } = started();
    walk = markHold(walk, 'i2/both/2', 'start', 4);
    walk = markHold(walk, ID, 'start', 6);
    walk = markHold(walk, ID, 'during', 3);
    walk = markHold(walk, ID, 'end', 2);
    expect(entries(walk)[0]?.holds).toEqual([
      { spot: 1, start: 6, discomfort: 3, end: 2 },
      { spot: 2, start: 4, discomfort: null, end: null },
    ]);
    expect(entries(walk)[0]?.softening).toEqual({ start: 6, end: 2 });
  });

  it('is left out where nothing was said, and a slip of the finger is nothing', () => {
    const { walk } = started();
    expect(entries(walk)[0]).not.toHaveProperty('holds');
    const slipped = unmarkHold(markHold(walk, ID, 'during', 9), ID, 'during');
    expect(entries(slipped)[0]).not.toHaveProperty('holds');
    expect(unmarkHold(walk, ID, 'end').marks).toEqual({ [ID]: {} });
  });

  it('of a draft of an older app is nothing', () => {
    const { walk } = started();
    const { marks: _, ...older } = walk;
    expect(entries(older)[0]?.softening).toBe(null);
  });

  it('stays told when the technique goes on in a lighter way', () => {
    const { walk } = started();
    const lighter = lighten(markHold(walk, ID, 'during', 6));
    const again = markHold(lighter, ID, 'during', 3);
    expect(
      entries(again)[0]
        ?.holds?.map((one) => one.discomfort)
        .sort(),
    ).toEqual([3, 6]);
  });

  it('belongs to its own technique alone', () => {
    expect(setAside({ 'i2/both/1': { start: 3 }, 'i3/both/1': { start: 4 } }, 'i2')).toEqual({
      'i2/both/1/before': { start: 3 },
      'i3/both/1': { start: 4 },
    });
    const item = anItem({ key: 'i2', dose: { left: side(1, 30), right: side(1, 30) } });
    const { walk } = begin(item);
    const told = entries(markHold(walk, 'i2/left/1', 'start', 5));
    expect(told.map((entry) => entry.holds?.length ?? 0)).toEqual([1, 0]);
  });

  it('has eased by the mean of the holds that tell both ends', () => {
    const told = (start: number | null, end: number | null) => ({ spot: 1, start, discomfort: null, end });
    expect(eased([told(6, 3), told(7, null), told(3, 2)])).toEqual({ start: 5, end: 3 });
    expect(eased([told(6, null)])).toBe(null);
  });

  it('stops where any of its numbers does', () => {
    const told = { spot: 1, start: 3, discomfort: null, end: 4 };
    expect(tellsStop(told)).toBe(false);
    expect(tellsStop({ ...told, discomfort: 8 })).toBe(true);
    expect(tellsStop({ ...told, start: 9 })).toBe(true);
  });
});
