import { describe, expect, it } from 'vitest';
import { addDays } from '../days';
import { activeFlags, foldFlags, type Policy } from '../screening';
import policyData from '../screening/policy.gen.json';
import {
  canConfirm,
  courseOf,
  type FlagOn,
  type FlagSheet,
  type FlagTold,
  flagsNamed,
  raisable,
  redStanding,
  standing,
  waitsForWord,
} from './flags';

const policy = policyData as unknown as Policy;
const TODAY = '2026-11-22';

function told(id: string, flag_id: string, other: Partial<FlagTold> = {}): FlagTold {
  return {
    id,
    act: 'raise',
    flag_id,
    label: flag_id,
    red: flag_id.startsWith('rf_'),
    at: '2026-11-20T08:00:00Z',
    received_at: '2026-11-20T08:00:01Z',
    by: null,
    sites: [],
    since: null,
    source: 'intake',
    reason: '',
    covers: [],
    ...other,
  };
}

/** The sheet as the server makes it of these tellings. */
function sheet(history: FlagTold[], confirmed: string | null = null): FlagSheet {
  const raised = foldFlags(
    history.map((one) => ({
      id: one.id,
      at: Date.parse(one.at),
      act: one.act === 'lift' ? 'lower' : one.act,
      flag: one.flag_id,
      by_therapist: one.by !== null,
      sites: one.sites,
      since: one.since,
      reason: one.reason,
      covers: one.covers,
      question: '',
    })),
  ).map((one) => ({ ...one, confirmed }));
  const flags = activeFlags(policy, raised, TODAY).map((one): FlagOn => {
    const entry = history.find(({ id }) => id === one.log) as FlagTold;
    return { ...entry, flag_id: one.flag, label: one.flag, confirmed };
  });
  return { today: TODAY, flags, history: [...history].reverse() };
}

const since = (days: number) => addDays(TODAY, -days);
const surgery = (days: number) =>
  sheet([told('a', 'surgery_lt_1w', { since: since(days), sites: [{ region: 'knee', side: 'left' }] })]);

describe('what stands', () => {
  it('keeps red flags apart, the newest first', () => {
    const all = sheet([
      told('a', 'rf_dvt', { at: '2026-11-20T08:00:00Z' }),
      told('b', 'rf_chest', { at: '2026-11-21T08:00:00Z' }),
      told('c', 'rf_cord', { at: '2026-11-21T08:00:00Z' }),
      told('d', 'diabetes'),
    ]);
    expect(redStanding(all).map((one) => one.flag_id)).toEqual(['rf_cord', 'rf_chest', 'rf_dvt']);
    expect(standing(all, policy).map((one) => one.flag)).toEqual(['diabetes']);
  });

  it('names the most serious first, in the order of the flags’ own file', () => {
    const all = sheet([told('a', 'diabetes'), told('b', 'blood_thinners'), told('c', 'dvt')]);
    expect(standing(all, policy).map((one) => one.flag)).toEqual(['dvt', 'blood_thinners', 'diabetes']);
  });

  it('tells a flag that was told twice once, with both tellings and all its places', () => {
    const all = sheet([
      told('a', 'varicose_veins', { sites: [{ region: 'calf', side: 'left' }] }),
      told('b', 'varicose_veins', {
        at: '2026-11-21T08:00:00Z',
        sites: [
          { region: 'calf', side: 'left' },
          { region: 'shin', side: 'left' },
        ],
      }),
    ]);
    const [only, ...others] = standing(all, policy);
    expect(others).toEqual([]);
    expect(only?.tellings.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(only?.sites).toEqual([
      { region: 'calf', side: 'left' },
      { region: 'shin', side: 'left' },
    ]);
  });

  it('says where a flag with a place was told without one', () => {
    expect(standing(sheet([told('a', 'varicose_veins')]), policy)[0]?.placeless).toBe(true);
    expect(standing(sheet([told('a', 'diabetes')]), policy)[0]?.placeless).toBe(false);
    expect(standing(surgery(3), policy)[0]?.placeless).toBe(false);
  });

  it('takes a flag that this app does not know as it comes', () => {
    const [odd] = standing(sheet([told('a', 'newer_than_this')]), policy);
    expect(odd).toMatchObject({ flag: 'newer_than_this', course: null, placeless: false });
  });

  it('names a flag by itself where the history does not hold what raised it', () => {
    const bare = { ...surgery(10), history: [] };
    expect(standing(bare, policy).map(({ flag }) => flag)).toEqual(['surgery_lt_1w', 'surgery_1_6w']);
  });
});

describe('the course of a dated flag', () => {
  const on = (days: number) => standing(surgery(days), policy)[0];

  it('says when the date moves it on, and to what', () => {
    expect(on(3)?.course).toEqual({
      day: 3,
      over: [],
      overSince: null,
      next: { on: since(-4), flag: 'surgery_1_6w' },
      byItself: false,
    });
    expect(on(3)?.phases.map(({ flag }) => flag)).toEqual(['surgery_lt_1w']);
  });

  it('keeps the stricter phase until she confirms, and says since when it is over', () => {
    const moved = on(10);
    expect(moved?.flag).toBe('surgery_lt_1w');
    expect(moved?.phases.map(({ flag }) => flag)).toEqual(['surgery_lt_1w', 'surgery_1_6w']);
    expect(moved?.course).toMatchObject({ over: ['surgery_lt_1w'], overSince: since(3) });
    expect(moved?.course?.next).toEqual({ on: since(-32), flag: 'surgery_6_8w' });
    expect(moved && waitsForWord(moved)).toBe(true);
  });

  it('has nothing to wait for once she confirmed', () => {
    const history = [told('a', 'surgery_lt_1w', { since: since(10) })];
    const [confirmed] = standing(sheet(history, TODAY), policy);
    expect(confirmed?.phases.map(({ flag }) => flag)).toEqual(['surgery_1_6w']);
    expect(confirmed?.flag).toBe('surgery_lt_1w');
    expect(confirmed && waitsForWord(confirmed)).toBe(false);
  });

  it('ends after the last phase, and waits there', () => {
    expect(on(50)?.course?.next).toEqual({ on: since(-6), flag: null });
    expect(on(60)?.course).toMatchObject({
      next: null,
      over: ['surgery_lt_1w', 'surgery_1_6w', 'surgery_6_8w'],
    });
  });

  it('has no next day where the last phase has no end', () => {
    const late = courseOf(policy, 'pregnancy_t3', since(200), ['pregnancy_t3'], TODAY);
    expect(late).toMatchObject({ next: null, over: [] });
  });

  it('can be confirmed only where the days wait for her', () => {
    const injury = standing(sheet([told('a', 'acute_injury', { since: since(1) })]), policy)[0];
    expect(injury?.course).toMatchObject({ byItself: true, next: { on: since(-2), flag: null } });
    expect(injury && canConfirm(injury)).toBe(false);
    expect(canConfirm(on(3) as NonNullable<ReturnType<typeof on>>)).toBe(true);
    const undated = standing(sheet([told('a', 'surgery_lt_1w')]), policy)[0];
    expect(undated).toMatchObject({ course: null, since: null, dated: true });
    expect(undated && canConfirm(undated)).toBe(false);
    expect(undated && waitsForWord(undated)).toBe(false);
  });
});

describe('what she may raise', () => {
  const labels = {
    rf_dvt: 'One calf or leg newly swollen',
    lymphoedema: 'Lymphoedema',
    diabetes: 'Diabétes',
  };
  const all = raisable(policy, labels);

  it('is every flag and red flag, the red ones at the end', () => {
    expect(all).toHaveLength(Object.keys(policy.flags).length + policy.red_flags.length);
    expect([all[0]?.id, all[0]?.red, all.at(-1)?.red]).toEqual(['dvt', false, true]);
    expect(all.find(({ id }) => id === 'surgery_lt_1w')).toEqual({
      id: 'surgery_lt_1w',
      label: 'surgery_lt_1w',
      red: false,
      placed: true,
      dated: true,
    });
  });

  it('is found by the beginnings of words, whatever their accents', () => {
    expect(flagsNamed(all, 'swol calf').map(({ id }) => id)).toEqual(['rf_dvt']);
    expect(flagsNamed(all, 'DIABE').map(({ id }) => id)).toEqual(['diabetes']);
    expect(flagsNamed(all, 'oedema')).toEqual([]);
    expect(flagsNamed(all, ' ')).toHaveLength(all.length);
  });
});
