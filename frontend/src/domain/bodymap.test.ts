import { describe, expect, it } from 'vitest';
import places from '../../../tests/contract/body_places.json';
import logTable from '../../../tests/contract/logs.json';
import { AREAS, type Area, areaKey, type BodySide, type Mark, type Place, SIDES_OF } from './body-places';
import {
  bodyLog,
  type Change,
  change,
  type MarkSet,
  marked,
  markSets,
  marksOfDay,
  strengthAt,
  twoWeeks,
  unmarked,
  type Where,
} from './bodymap';

/** "jaw left 4, lower_back middle 6" as marks. */
function m(text: string): Mark[] {
  return text
    .split(', ')
    .filter(Boolean)
    .map((part) => {
      const [region, side, strength] = part.split(' ');
      return { region: region as Place, side: side as BodySide, strength: Number(strength) };
    });
}

function area(text: string): Area {
  const [region, side] = text.split(' ');
  return { region: region as Place, side: side as BodySide };
}

/** name | before | now | where, how, Jaccard distance | from > to */
const TABLE = `
nothing, and nothing again               |            |            | none level 0 |
the first mark is new                    |            | jaw left 4 | new stronger 1 |
no mark any more is gone                 | jaw left 4 |            | gone eased 1 |
what was looked at and does not hurt     | jaw left 4 | jaw left 0 | gone eased 1 |
the same place, as strong                | jaw left 4 | jaw left 4 | same level 0 |
one point less is level                  | jaw left 4 | jaw left 3 | same level 0 |
two points less of six eased             | jaw left 6 | jaw left 4 | same eased 0 |
two points more is stronger              | jaw left 6 | jaw left 8 | same stronger 0 |
two points among many are level          | jaw left 6, neck_back middle 6, head middle 6 | jaw left 6, neck_back middle 6, head middle 4 | same level 0 |
from one side to the other it moved      | shoulder_top right 5 | shoulder_top left 5 | moved level 1 | shoulder_top right > shoulder_top left
it moved from and to the strongest       | neck_side right 4, shoulder_top right 6, jaw right 1 | upper_arm right 2, jaw right 1, shoulder_front right 5 | moved eased 0.8 | shoulder_top right > shoulder_front right
of two as strong the first is named      | knee left 4, calf left 4 | knee right 4, calf right 4 | moved level 1 | knee left > knee right
half elsewhere is a move                 | knee left 4, calf left 4, shin left 4 | knee left 4, calf left 4, foot_sole left 4 | moved level 0.5 | shin left > foot_sole left
less than half elsewhere, as many        | knee left 4, calf left 4, shin left 4, ankle left 4 | knee left 4, calf left 4, shin left 4, foot_sole left 4 | same level 0.4 |
less than half elsewhere, fewer          | LEGS, thigh_front left 3 | knee left 3, calf left 3, shin left 3, ankle left 3, foot_sole left 3 | shrank level 0.429 |
some of the places are left              | LEGS | knee left 3 | shrank eased 0.8 |
more places around the old ones          | knee left 3 | knee left 3, calf left 3 | spread stronger 0.5 |
one of five less is a fifth: it shrank   | LEGS | knee left 3, calf left 3, shin left 3, ankle left 3 | shrank eased 0.2 |
one of six less is a finger’s width      | LEGS, foot_sole left 1 | LEGS | same level 0.167 |
from the middle of the back to its left  | lower_back middle 5 | lower_back left 5 | shrank level 0.5 |
from one side of the back to its middle  | lower_back right 5 | lower_back middle 5 | spread level 0.5 |
the middle is both sides                 | lower_back middle 6 | lower_back left 3, lower_back right 3 | same level 0 |
from left to right across the midline    | lower_back left 5 | lower_back right 5 | moved level 1 | lower_back left > lower_back right
the jaw has two sides and no middle      | jaw left 4 | jaw left 4, jaw right 4 | spread stronger 0.5 |
what lies on the midline is one place    | tailbone middle 5 | neck_front middle 5 | moved level 1 | tailbone middle > neck_front middle
from the whole body to one place         | whole_body both 5 | knee left 5 | shrank level 0.986 |
from one place to the whole body         | knee left 5 | whole_body both 5 | spread level 0.986 |
a place within the whole body adds none  | whole_body both 5 | whole_body both 5, knee left 1 | same level 0 |
a scar is a place of its own             | scar_area left 4 | belly left 4 | moved level 1 | scar_area left > belly left
a place that only a newer app knows      | third_arm left 4 | third_arm left 4 | same level 0 |
`;
const LEGS = 'knee left 3, calf left 3, shin left 3, ankle left 3, foot_top left 3';
const CASES = TABLE.trim()
  .split('\n')
  .map((line) => {
    const cells = line.replaceAll('LEGS', LEGS).split('|');
    const [name = '', before = '', now = '', result = '', way = ''] = cells.map((cell) => cell.trim());
    const [where = '', how = '', distance = ''] = result.split(' ');
    return { name, before, now, where: where as Where, how, distance: Number(distance), way };
  });

describe('from week to week', () => {
  it.each(CASES)('$name', ({ before, now, where, how, distance, way }) => {
    const found = change(m(before), m(now));
    expect(found).toMatchObject({ where, how });
    expect(found.distance).toBeCloseTo(distance, 2);
    const told = ({ from, to }: Change) =>
      from && to ? `${from.region} ${from.side} > ${to.region} ${to.side}` : `${from ?? ''}${to ?? ''}`;
    expect(told(found)).toBe(way);
  });

  it('says the opposite for the way back', () => {
    const back: Record<Where, Where> = {
      none: 'none',
      new: 'gone',
      gone: 'new',
      same: 'same',
      moved: 'moved',
      shrank: 'spread',
      spread: 'shrank',
    };
    for (const { before, now, where } of CASES)
      expect(change(m(now), m(before)).where, before).toBe(back[where]);
  });
});

describe('the places', () => {
  it('are those that the server takes', () => {
    expect(Object.entries(SIDES_OF).map(([id, sides]) => ({ id, sides: [...sides] }))).toEqual(places.places);
  });

  it('stand in one log of the table that both ends run', () => {
    const all = logTable.valid.find(({ name }) => name.startsWith('body: every place'));
    const log = all?.log as unknown as { marks: Mark[] } | undefined;
    expect(log?.marks.map(areaKey)).toEqual(AREAS.map(areaKey));
  });
});

describe('marking', () => {
  const knee = area('knee left');

  it('adds a place, changes it where it stands, and takes it away', () => {
    const two = marked(marked([], knee, 4), area('calf left'), 2);
    expect(two).toEqual(m('knee left 4, calf left 2'));
    expect(marked(two, knee, 7)).toEqual(m('knee left 7, calf left 2'));
    expect(unmarked(two, knee)).toEqual(m('calf left 2'));
    expect(unmarked(two, area('knee right'))).toEqual(two);
  });

  it('knows how strong a place is, and which is not marked', () => {
    expect(strengthAt(m('knee left 0'), knee)).toBe(0);
    expect(strengthAt(m('knee right 3'), knee)).toBe(null);
  });

  it('freezes the set as the server reads it, and nothing else', () => {
    const odd = [{ ...m('knee left 4')[0], drawn: true } as unknown as Mark];
    expect(bodyLog(odd, 'a', Date.parse('2026-11-22T23:30:00Z'), 'Europe/Berlin')).toEqual({
      id: 'a',
      kind: 'body',
      schema: 1,
      local_date: '2026-11-23',
      tz: 'Europe/Berlin',
      utc_offset_min: 60,
      recorded_at: '2026-11-22T23:30:00.000Z',
      marks: m('knee left 4'),
    });
  });
});

describe('the sets', () => {
  const log = (id: string, at: string, marks: Mark[]) => bodyLog(marks, id, Date.parse(at), 'UTC');
  const set = (date: string, id = date): MarkSet => ({ id, date, at: `${date}T08:00:00Z`, marks: [] });

  it('come newest first, without what was taken back and without other logs', () => {
    const logs = [
      log('a', '2026-11-20T08:00:00Z', m('knee left 4')),
      log('b', '2026-11-22T08:00:00Z', m('knee left 2')),
      log('c', '2026-11-21T08:00:00Z', []),
      { id: 'd', kind: 'note' },
    ];
    const sets = markSets(logs, new Set(['c']));
    expect(sets.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(sets[0]).toMatchObject({ date: '2026-11-22', marks: m('knee left 2') });
  });

  it('of one instant come in the order of their ids', () => {
    const at = '2026-11-20T08:00:00Z';
    const sets = (ids: string[]) =>
      markSets(
        ids.map((id) => log(id, at, [])),
        new Set(),
      ).map(({ id }) => id);
    expect(sets(['a', 'b'])).toEqual(['b', 'a']);
    expect(sets(['b', 'a'])).toEqual(['b', 'a']);
  });

  it('count an area that stands twice once, the stronger', () => {
    const [found] = markSets(
      [log('a', '2026-11-20T08:00:00Z', m('knee left 2, knee left 5, knee left 4'))],
      new Set(),
    );
    expect(found?.marks).toEqual(m('knee left 5'));
  });

  it('are compared with the one nearest to a week before', () => {
    const days = ['2026-11-22', '2026-11-19', '2026-11-16', '2026-11-14', '2026-11-02'];
    expect(twoWeeks(days.map((date) => set(date)))?.before?.date).toBe('2026-11-16');
    expect(twoWeeks([set('2026-11-22'), set('2026-11-02')])?.before?.date).toBe('2026-11-02');
  });

  it('of one day: the last of it stands for it', () => {
    const sets = [set('2026-11-22'), set('2026-11-15', 'evening'), set('2026-11-15', 'morning')];
    expect(twoWeeks(sets)?.before?.id).toBe('evening');
  });

  it('are not compared within one week, nor with what is more than six weeks old', () => {
    expect(twoWeeks([set('2026-11-22'), set('2026-11-19'), set('2026-10-10')])?.before).toBe(null);
    expect(twoWeeks([set('2026-11-22')])).toEqual({ now: set('2026-11-22'), before: null });
    expect(twoWeeks([])).toBe(null);
  });

  it('are today’s to go on with and an earlier day’s to be seen behind them', () => {
    const sets = [set('2026-11-22'), set('2026-11-20'), set('2026-11-15')];
    expect(marksOfDay(sets, '2026-11-22')).toEqual({ today: sets[0], last: sets[1] });
    expect(marksOfDay(sets, '2026-11-23')).toEqual({ today: null, last: sets[0] });
    expect(marksOfDay([], '2026-11-23')).toEqual({ today: null, last: null });
  });
});
