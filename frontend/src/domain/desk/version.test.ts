import { describe, expect, it } from 'vitest';
import { catalogue, sore, wall } from '../../testing/desk-catalogue';
import { firstVersion, practised, stoppedLog } from '../../testing/desk-samples';
import { side } from '../../testing/plans';
import { isSession } from '../logs';
import { addTechnique, newItem, setDose } from './draft';
import { newsOf } from './technique-news';
import { draftOf, emptyDraft, missing, sameAs, toWire } from './version';
import { warningsOf } from './warnings';

const TODAY = '2026-11-22';

describe('from a version to the next', () => {
  it('changes nothing by itself', () => {
    expect(sameAs(draftOf(firstVersion, TODAY), firstVersion)).toBe(true);
  });

  it('sees a dose that moved', () => {
    const draft = draftOf(firstVersion, TODAY);
    const items = draft.items.map((item) => setDose(item, 'left', 'hold_s', 40));
    expect(sameAs({ ...draft, items }, firstVersion)).toBe(false);
  });

  it('never starts in the past, but keeps a start that is still to come', () => {
    expect(draftOf(firstVersion, TODAY).starts_on).toBe(TODAY);
    expect(draftOf({ ...firstVersion, starts_on: '2026-12-01' }, TODAY).starts_on).toBe('2026-12-01');
  });

  it('builds on the version that was on screen', () => {
    expect(toWire(draftOf(firstVersion, TODAY)).base_version).toBe(1);
  });

  it('sends only the days that the program has too', () => {
    const item = { ...newItem(wall, 'i1'), days: [0, 5] };
    expect(toWire({ ...emptyDraft(TODAY), items: [item], days: [0, 1] }).items[0]?.days).toEqual([0]);
  });

  it('counts in seconds where a hold is no whole breath, and lets sides differ that differ', () => {
    const [item] = firstVersion.items;
    const odd = { left: side(1, 24), right: side(1, 25) };
    const version = { ...firstVersion, items: item ? [{ ...item, dose: odd }] : [] };
    expect(draftOf(version, TODAY).items[0]).toMatchObject({ unit: 'seconds', equal: false });
    const one = { ...version, items: version.items.map((it) => ({ ...it, dose: { left: side(1, 24) } })) };
    expect(draftOf(one, TODAY).items[0]).toMatchObject({ unit: 'breaths', equal: true });
  });

  it('sends words trimmed, and days in their order', () => {
    const item = { ...newItem(wall, 'i1'), note: ' Slowly. ' };
    const sent = toWire({
      ...emptyDraft(TODAY),
      items: [item],
      days: [4, 0],
      over_limit_reason: ' Asked for. ',
    });
    expect(sent).toMatchObject({ days: [0, 4], over_limit_reason: 'Asked for.' });
    expect(sent.items[0]?.note).toBe('Slowly.');
  });

  it('leaves empty words out', () => {
    const sent = toWire({ ...emptyDraft(TODAY), items: [newItem(wall, 'i1')] });
    expect(sent).not.toHaveProperty('over_limit_reason');
    expect(sent.items[0]).not.toHaveProperty('note');
  });
});

describe('what is missing before it can be saved', () => {
  const one = { ...emptyDraft(TODAY), items: [newItem(wall, 'i1')] };
  const seven = Array.from({ length: 7 }).reduce<ReturnType<typeof addTechnique>>(
    (items) => addTechnique(items, wall),
    [],
  );

  it.each([
    [emptyDraft(TODAY), 'items'],
    [{ ...one, days: [] }, 'days'],
    [{ ...one, items: seven }, 'over_limit_reason'],
    [{ ...one, base_version: 3 }, 'reason'],
    [{ ...one, base_version: 3, reason: 'Sore' }, null],
    [one, null],
  ])('of draft %#', (draft, lacking) => {
    expect(missing(draft)).toBe(lacking);
  });
});

describe('what deserves a second look', () => {
  const draft = (items: ReturnType<typeof addTechnique>) => ({ ...emptyDraft(TODAY), items });

  it('is nothing for one technique', () => {
    expect(warningsOf(draft([newItem(wall, 'i1')]), catalogue)).toEqual([]);
  });

  it('is nothing for what the catalogue no longer has', () => {
    expect(warningsOf(draft([{ ...newItem(wall, 'i1'), technique_id: 'gone' }]), catalogue)).toEqual([]);
  });

  it('is three techniques for one region on a day, and a tool that changes again and again', () => {
    const at = (id: string, tool: string) => ({
      ...wall,
      id,
      levels: { ...wall.levels, '1': { ...wall.levels['1'], tools: [tool] } },
    });
    const techniques = ['ball', 'stick', 'ball', 'stick', 'ball'].map((tool, n) => at(`w${n}`, tool));
    const items = techniques.map((technique, n) => newItem(technique, `i${n}`));
    const found = warningsOf(draft(items), { ...catalogue, techniques });
    expect(found).toEqual(['many_of_region', 'many_tool_changes']);
  });

  it('is more than five techniques', () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => newItem(wall, `i${n}`));
    expect(warningsOf(draft(six), catalogue)).toEqual(['many_items']);
  });

  it('is a sore side that the client has to choose', () => {
    expect(warningsOf(draft([newItem(sore, 'i1')]), catalogue)).toEqual(['side_open']);
  });

  it('is a day of more than ten minutes', () => {
    const long = setDose(newItem(sore, 'i1'), 'both', 'hold_s', 180);
    const five = [1, 2, 3, 4].map((n) => ({ ...long, key: `i${n}` }));
    expect(warningsOf(draft(five), catalogue)).toContain('long_day');
  });
});

describe('what two weeks say about one technique', () => {
  it('is what hurt, and how the spot eased', () => {
    expect(newsOf([stoppedLog, practised], 'wall', TODAY)).toEqual({
      hurts: [{ date: '2026-11-21', feeling: 'sharp' }],
      skipped: 0,
      easing: { start: 5, end: 3 },
    });
  });

  it('counts a practice that left the technique out on every side, the newest pain first', () => {
    const out = structuredClone(practised);
    if (isSession(out.log)) for (const entry of out.log.items) entry.outcome = 'skipped';
    const again = structuredClone(stoppedLog);
    again.log.local_date = '2026-11-22';
    const news = newsOf([out, stoppedLog, again], 'wall', TODAY);
    expect(news.skipped).toBe(1);
    expect(news.hurts.map((hurt) => hurt.date)).toEqual(['2026-11-22', '2026-11-21']);
  });

  it('forgets what is older, and what was taken back', () => {
    expect(newsOf([stoppedLog], 'wall', '2026-12-20').hurts).toEqual([]);
    expect(newsOf([{ ...stoppedLog, voided: true }], 'wall', TODAY).hurts).toEqual([]);
  });
});
