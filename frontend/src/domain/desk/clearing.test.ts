import { describe, expect, it } from 'vitest';
import { catalogue, wall } from '../../testing/desk-catalogue';
import { firstVersion } from '../../testing/desk-samples';
import { ASK, everyLevel, LETTER, row, said } from '../../testing/desk-verdicts';
import { faultOf, givenOf, isAnswered, needsOf, type WrittenClearing, withClearings } from './clearing';
import { newItem } from './draft';
import { gapsOf, onlyNeeded } from './gaps';
import { draftOf, emptyDraft, toWire } from './version';

const TODAY = '2026-11-22';
const asked = row('wall', 1, ASK);
const written: WrittenClearing = {
  role: 'physician',
  reason: 'Her doctor said yes on the phone',
  cleared_on: TODAY,
  basis: 'S26:blood_thinners@',
  up_to_level: 1,
};
const item = newItem(wall, 'i1');
const needOf = (part: Partial<typeof item>, at = asked, today = TODAY) =>
  needsOf({ ...item, ...part }, at, today)[0];

describe('who has to agree', () => {
  it('is nobody where the rules ask for nobody', () => {
    expect(needsOf(item, row('wall', 1), TODAY)).toEqual([]);
    expect(needsOf(item, null, TODAY)).toEqual([]);
  });

  it('is each role that the rules name', () => {
    const two = row('wall', 1, { ...ASK, needs: ['physician', 'surgeon'] });
    expect(needsOf(item, two, TODAY).map((need) => [need.role, isAnswered(need)])).toEqual([
      ['physician', false],
      ['surgeon', false],
    ]);
  });

  it('has agreed once that is written here, or stands in the version', () => {
    expect(needOf({ written: [written] })).toMatchObject({ written });
    expect(isAnswered(needOf({ written: [written] }) as never)).toBe(true);
    expect(needOf({ given: [LETTER] })).toMatchObject({ given: LETTER, ended: null });
    expect(isAnswered(needOf({ given: [LETTER] }) as never)).toBe(true);
  });

  it('is asked again on the day on which a clearance ends', () => {
    expect(needOf({ given: [LETTER] }, asked, '2027-01-29')).toMatchObject({ given: LETTER });
    expect(needOf({ given: [LETTER] }, asked, '2027-01-30')).toMatchObject({
      given: null,
      ended: { clearing: LETTER, by: 'time' },
    });
  });

  it('is asked again once the flags are others than it was given for', () => {
    const changed = { ...asked, basis: 'S26:blood_thinners@ S26:clotting_disorder@' };
    expect(needOf({ given: [LETTER] }, changed)).toMatchObject({ given: null, ended: { by: 'flags' } });
    expect(needOf({ written: [written] }, changed)).toMatchObject({ written: null });
  });

  it('is asked again for a harder level than it was given for, and not for a softer one', () => {
    const soft = { ...LETTER, up_to_level: 1 };
    const second = row('wall', 2, ASK);
    expect(needOf({ given: [soft] }, second)).toMatchObject({ given: null, ended: { by: 'level' } });
    expect(needOf({ written: [written] }, second)).toMatchObject({ written: null });
    expect(needOf({ given: [{ ...LETTER, up_to_level: 2 }] })).toMatchObject({ ended: null });
  });

  it('is not asked again because a further flag that was agreed to is gone', () => {
    const more = { ...LETTER, basis: 'S26:blood_thinners@ S54:hypermobility@' };
    expect(needOf({ given: [more] })).toMatchObject({ given: more });
  });

  it('ends earlier where the practice lets one count for fewer days now, and never later', () => {
    const at = (cleared_days: number, today: string) =>
      needOf({ given: [LETTER] }, { ...asked, cleared_days }, today);
    expect(at(30, '2026-11-30')).toMatchObject({ given: { expires_on: '2026-12-01' } });
    expect(at(30, '2026-12-01')).toMatchObject({ given: null, ended: { by: 'time' } });
    expect(at(180, '2027-01-30')).toMatchObject({ given: null, ended: { by: 'time' } });
  });

  it('is asked with nothing that another role agreed to', () => {
    const other = { ...LETTER, role: 'surgeon' };
    expect(needOf({ given: [other], written: [{ ...written, role: 'surgeon' }] })).toMatchObject({
      written: null,
      given: null,
      ended: null,
    });
  });
});

describe('what the server would refuse about a clearance', () => {
  it.each([
    ['', 'cleared_on'],
    ['2026-11-23', 'cleared_on'],
    ['2026-08-24', 'cleared_on'],
    ['2026-08-25', null],
    [TODAY, null],
  ])('a date of %j: %j', (cleared_on, fault) => {
    expect(faultOf({ ...written, cleared_on }, TODAY, 90)).toBe(fault);
  });

  it.each([
    ['fourteen chars', 'reason'],
    ['  fourteen chars  ', 'reason'],
    ['fifteen letters', null],
    ['🍊🍊🍊🍊🍊🍊🍊🍊', 'reason'],
  ])('the reason %j: %j', (reason, fault) => {
    expect(faultOf({ ...written, reason }, TODAY, 90)).toBe(fault);
  });
});

describe('a clearance that is written', () => {
  it('replaces the one of the same role and leaves others', () => {
    const surgeon = { ...written, role: 'surgeon' };
    const later = { ...written, reason: 'The letter has come by now' };
    const both = withClearings(withClearings(item, [written, surgeon]), [later]);
    expect(both.written).toEqual([surgeon, later]);
  });

  it('is sent with its item, trimmed, without what only the desk needs', () => {
    const cleared = withClearings(item, [{ ...written, reason: ` ${written.reason} ` }]);
    expect(toWire({ ...emptyDraft(TODAY), items: [cleared] }).items[0]?.overrides).toEqual([
      { role: 'physician', reason: written.reason, cleared_on: TODAY },
    ]);
    expect(toWire({ ...emptyDraft(TODAY), items: [item] }).items[0]).not.toHaveProperty('overrides');
  });

  it('is not sent once nothing asks for it, or other flags do', () => {
    const draft = { ...emptyDraft(TODAY), items: [withClearings(item, [written])] };
    const sent = (...rows: Parameters<typeof said>) =>
      onlyNeeded(said(...rows), draft).items[0]?.written.length;
    expect(sent(everyLevel('wall', ASK))).toBe(1);
    expect(sent(everyLevel('wall', { ...ASK, basis: 'S26:clotting_disorder@' }))).toBe(0);
    expect(sent(everyLevel('wall', { ...ASK, needs: ['surgeon'] }))).toBe(0);
    expect(sent()).toBe(0);
  });

  it('comes along from the version that it stands in', () => {
    const [old] = firstVersion.items;
    const safety = { asked_level: 1, overrides: [LETTER] };
    const version = { ...firstVersion, items: old ? [{ ...old, safety }] : [] };
    expect(draftOf(version, TODAY).items[0]?.given).toEqual([LETTER]);
    expect(givenOf({})).toEqual([]);
  });
});

describe('what keeps a draft from being saved', () => {
  const draft = { ...emptyDraft(TODAY), items: [item, { ...item, key: 'i2', technique_id: 'lost' }] };
  const gaps = (verdicts: ReturnType<typeof said>, of = draft) => gapsOf(verdicts, of, catalogue, TODAY);

  it('is nothing without flags', () => {
    expect(gaps(said())).toEqual([]);
  });

  it('is an item that is blocked, by its place', () => {
    expect(gaps(said(everyLevel('wall', { verdict: 'block' })))).toEqual([{ index: 0, about: 'blocked' }]);
  });

  it('is a clearance that nobody has given yet', () => {
    const verdicts = said(everyLevel('wall', ASK));
    expect(gaps(verdicts)).toEqual([{ index: 0, about: 'clearance' }]);
    expect(gaps(verdicts, { ...draft, items: [withClearings(item, [written])] })).toEqual([]);
  });
});
