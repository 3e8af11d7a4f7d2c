import { describe, expect, test } from 'vitest';
import { balls, catalogue, wall } from '../../testing/desk-catalogue';
import { type FaultCode, faultsAt, faultsOf } from './own-faults';
import {
  blankTechnique,
  doseStepped,
  draftOf,
  fromTemplate,
  hardness,
  lastLevel,
  mostOf,
  type OwnDraft,
  type OwnLevel,
  type OwnTechnique,
  screenedOf,
  setLevel,
  tagged,
  toggled,
  totalSeconds,
  toWire,
  withLevel,
  withoutLastLevel,
  withTool,
} from './own-technique';
import { fitted } from './photo';

const tools = catalogue.tools;
const [blankLevel] = blankTechnique().levels as [OwnLevel];

/** One that may be saved: what a test is about is given by hand. */
function written(given: Partial<OwnDraft> = {}, level: Partial<OwnLevel> = {}): OwnDraft {
  return {
    ...blankTechnique(),
    name: 'Shoulder at the door',
    regions: ['shoulder_top'],
    feel: 'A dull ache.',
    caution: ['bruises_easily'],
    levels: [
      { ...blankLevel, steps: ['Lean in.', 'Breathe.'], tools: ['soft_ball'], pos: ['standing'], ...level },
    ],
    ...given,
  };
}

const codes = (draft: OwnDraft): [string, FaultCode][] =>
  faultsOf(draft, tools, 'en').map(({ path, code }) => [path, code]);

describe('a technique of one’s own', () => {
  test('may begin with one of the catalogue, with all that it warns of', () => {
    const draft = fromTemplate(
      { ...wall, exclude: ['dvt'], stop: [{ id: 'dizziness', text: '', urgent: false }] },
      'Mine',
    );
    expect(draft).toMatchObject({ name: 'Mine', side: 'per_side', exclude: ['dvt'], stop: ['dizziness'] });
    expect(draft.levels.map(({ dose }) => dose.hold_s)).toEqual([24, 32, 40]);
    expect(fromTemplate({ ...balls, side: 'site' }, 'Mine').side).toBe('one_side');
  });

  test('is changed by what was written, not by what the server adds to it', () => {
    const { side, levels, ...told } = written({}, { near: ['spine'] });
    const kept: OwnTechnique = {
      ...told,
      ...{
        id: 'own-1',
        version: 2,
        language: 'en' as const,
        photo: null,
        signoff: null,
        at: '',
        retired: false,
      },
      by: { id: 't1', name: 'Marit' },
      levels: levels.map((level) => ({ ...level, side, hard: 1 })),
    };
    expect(draftOf(kept)).toEqual(written({}, { near: ['spine'] }));
    expect(draftOf({ ...kept, levels: [] }).side).toBe('both');
  });

  test('has one to three levels; a new one is a copy of the last', () => {
    const three = withLevel(withLevel(written()));
    expect(three.levels).toHaveLength(3);
    expect(three.levels[2]).toEqual(three.levels[0]);
    expect(withLevel(three)).toBe(three);
    expect(withLevel({ ...three, levels: [] }).levels).toEqual([]);
    expect(withoutLastLevel(three).levels).toHaveLength(2);
    const one = written();
    expect(withoutLastLevel(one)).toBe(one);
    expect([lastLevel(one), lastLevel(three), lastLevel({ levels: [] })]).toEqual([1, 3, 1]);
  });

  test('changes one level and leaves the others', () => {
    const changed = setLevel(withLevel(written()), 1, { load: 'body' });
    expect(changed.levels.map(({ load }) => load)).toEqual(['lean', 'body']);
  });

  test('has a flag in one list at most', () => {
    const draft = written({ exclude: ['dvt'] });
    expect(tagged(draft, 'dvt', 'caution')).toEqual({ exclude: [], caution: ['bruises_easily', 'dvt'] });
    expect(tagged(draft, 'dvt', null)).toEqual({ exclude: [], caution: ['bruises_easily'] });
    expect(toggled(['a'], 'a')).toEqual([]);
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  });

  test('presses with nothing when there is no tool and no hand', () => {
    const [level] = written().levels as [OwnLevel];
    expect(withTool(level, 'none')).toEqual({ tools: ['none'], load: 'none' });
    const bare = { ...level, tools: ['none'], load: 'none' };
    expect(withTool(bare, 'none')).toEqual({ tools: [] });
    expect(withTool(bare, 'soft_ball')).toEqual({ tools: ['soft_ball'], load: 'hand' });
    expect(withTool(level, 'golf_ball')).toEqual({ tools: ['soft_ball', 'golf_ball'] });
    expect(withTool({ ...level, load: 'none' }, 'soft_ball')).toEqual({ tools: [] });
  });

  test('is as hard as its hardest tool', () => {
    const known = [
      ...tools,
      { id: 'golf_ball', label: 'Golf ball', hard: 3 },
      { id: 'stone', label: 'Stone' },
    ];
    expect(hardness({ tools: ['soft_ball', 'golf_ball'] }, known)).toBe(3);
    expect(hardness({ tools: ['stone'] }, known)).toBe(1);
    expect(hardness({ tools: [] }, known)).toBe(1);
  });

  test('shows the rules every level; one that is not written is as the last one', () => {
    const draft = setLevel(withLevel(written()), 1, { load: 'body' });
    const screened = screenedOf(draft, 'own-1', tools);
    expect(screened.levels.map(({ load }) => load)).toEqual(['lean', 'body', 'body']);
    expect(screened).toMatchObject({ id: 'own-1', regions: ['shoulder_top'], caution: ['bruises_easily'] });
  });
});

describe('the dose of one side', () => {
  const at = (dose: Partial<OwnLevel['dose']>, style = 'sustained_hold') => ({
    ...blankLevel,
    style,
    dose: { spots: 1, hold_s: 32, roll_s: 0, move_s: 0, ...dose },
  });

  test('holds by breaths and rolls by 10 seconds, within the limits of the style', () => {
    expect(doseStepped(at({}), 'hold_s', 1).hold_s).toBe(40);
    expect(doseStepped(at({ hold_s: 88 }), 'hold_s', 1).hold_s).toBe(88);
    expect(doseStepped(at({ hold_s: 88 }, 'breath'), 'hold_s', 1).hold_s).toBe(96);
    expect(doseStepped(at({ roll_s: 15 }), 'roll_s', -1).roll_s).toBe(10);
    expect(doseStepped(at({ roll_s: 120 }), 'roll_s', 1).roll_s).toBe(120);
    expect([mostOf(blankLevel, 'spots'), mostOf(blankLevel, 'move_s')]).toEqual([8, 120]);
  });

  test('has spots and holds together, or neither', () => {
    expect(doseStepped(at({}), 'spots', -1)).toMatchObject({ spots: 0, hold_s: 0 });
    expect(doseStepped(at({ hold_s: 8 }), 'hold_s', -1)).toMatchObject({ spots: 0, hold_s: 0 });
    expect(doseStepped(at({ spots: 0, hold_s: 0 }), 'spots', 1)).toMatchObject({ spots: 1, hold_s: 8 });
    expect(doseStepped(at({ spots: 0, hold_s: 0 }), 'hold_s', 1)).toMatchObject({ spots: 1, hold_s: 8 });
  });

  test('counts for each side that it has', () => {
    expect(totalSeconds('per_side', at({ roll_s: 20 }))).toBe(104);
    expect(totalSeconds('both', at({ roll_s: 20 }))).toBe(52);
  });
});

describe('what is still wrong', () => {
  test('nothing, where all is written', () => {
    expect(codes(written())).toEqual([]);
  });

  test('an empty page lacks what a client needs', () => {
    expect(codes(blankTechnique())).toEqual([
      ['name', 'missing'],
      ['regions', 'missing'],
      ['feel', 'missing'],
      ['caution', 'no_care'],
      ['levels.0.steps', 'missing'],
      ['levels.0.tools', 'missing'],
      ['levels.0.pos', 'missing'],
    ]);
  });

  test('words that promise, or that are too hard, are named where they stand', () => {
    const draft = written({ name: 'Heal the lumbar spine' }, { steps: ['This will cure you.'] });
    const found = faultsOf(draft, tools, 'en');
    expect(faultsAt(found, 'levels.0.steps.0')).toEqual([
      { path: 'levels.0.steps.0', code: 'plain', found: ['forbidden: cure'] },
    ]);
    expect(faultsAt(found, 'name')[0]?.found).toEqual(['forbidden: heal', 'latin: lumbar']);
  });

  test('steps that are hard to read are told together', () => {
    const hard = ['Considering individual circumstances, progressively accommodate additional bodyweight.'];
    const steps = [...hard, 'Subsequently reposition.', 'Continuously anticipate deteriorating sensations.'];
    const found = faultsOf(written({}, { steps }), tools, 'en');
    expect(found.map(({ path, code }) => [path, code])).toEqual([['levels.0.steps', 'plain']]);
  });

  test('a step of more than 12 words is too long to follow', () => {
    const long = 'Lean your back on the ball and roll it up and down for a bit.';
    const found = faultsOf(written({}, { steps: [long] }), tools, 'en');
    expect(found).toEqual([{ path: 'levels.0.steps.0', code: 'long_step', found: ['15'] }]);
  });

  test.each<[string, Partial<OwnLevel>, [string, FaultCode][]]>([
    ['9 steps', { steps: Array(9).fill('Rest.') }, [['levels.0.steps', 'too_many']]],
    ['one endless word', { steps: ['a'.repeat(121)] }, [['levels.0.steps.0', 'too_long']]],
    ['weight without a tool', { tools: ['none'], load: 'body' }, [['levels.0.load', 'pressed_by_nothing']]],
    ['no time', { dose: { spots: 0, hold_s: 0, roll_s: 0, move_s: 0 } }, [['levels.0.dose', 'no_time']]],
    [
      'a hold over its limit',
      { dose: { spots: 1, hold_s: 96, roll_s: 0, move_s: 0 } },
      [['levels.0.dose.hold_s', 'over_limit']],
    ],
    [
      'too much in all',
      { dose: { spots: 8, hold_s: 80, roll_s: 0, move_s: 0 } },
      [['levels.0.dose', 'over_limit']],
    ],
  ])('%s', (_, level, expected) => {
    expect(codes(written({}, level))).toEqual(expected);
  });

  test('a higher level is never lighter or shorter than the one below', () => {
    const softer = { load: 'hand', dose: { spots: 1, hold_s: 8, roll_s: 0, move_s: 0 } };
    expect(codes(setLevel(withLevel(written()), 1, softer))).toEqual([
      ['levels.1.load', 'lighter'],
      ['levels.1.dose', 'shorter'],
    ]);
    const two = setLevel(withLevel(written({}, { load: 'none', tools: ['none'] })), 1, { style: 'breath' });
    expect(codes(two)).toEqual([]);
  });

  test('rest without weight needs no flag', () => {
    expect(codes(written({ caution: [] }, { load: 'none', tools: ['none'] }))).toEqual([]);
  });
});

test('is sent without empty steps and spaces', () => {
  const sent = toWire(written({ name: ' Mine ', feel: ' Warm. ' }, { steps: [' Lean in. ', '  '] }));
  expect([sent.name, sent.feel, sent.levels[0]?.steps]).toEqual(['Mine', 'Warm.', ['Lean in.']]);
  expect(sent).not.toHaveProperty('side');
  expect(sent.levels.map(({ side }) => side)).toEqual(['per_side']);
});

test('a picture is made smaller, never larger, and never nothing', () => {
  expect(fitted({ width: 4000, height: 3000 })).toEqual({ width: 1024, height: 768 });
  expect(fitted({ width: 300, height: 200 })).toEqual({ width: 300, height: 200 });
  expect(fitted({ width: 9000, height: 1 })).toEqual({ width: 1024, height: 1 });
});
