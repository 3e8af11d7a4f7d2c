import { describe, expect, it } from 'vitest';
import table from '../../../tests/contract/reactions.json';
import { anItem, aSession } from '../testing/program';
import { voidLog } from './client-logs';
import {
  alsoGone,
  type Due,
  due,
  isOpen,
  type Practised,
  practisedIn,
  reactionLog,
  type Said,
  saidIn,
} from './reactions';

interface Case {
  name: string;
  in: { zone: string; now: string; sessions: Practised[]; said: Said[] };
  out: Due | null;
}

interface Gone {
  name: string;
  in: { session_id: string; sessions: Practised[]; said: Said[] };
  out: string[];
}

const NOW = Date.parse('2026-11-23T07:00:00Z');

describe('how it is after a practice', () => {
  it.each(table.cases as Case[])('$name', ({ in: { zone, now, sessions, said }, out }) => {
    expect(due(sessions, said, Date.parse(now), zone)).toEqual(out);
  });

  it.each(table.also_gone as Gone[])('$name', ({ in: { session_id, sessions, said }, out }) => {
    expect(alsoGone(session_id, sessions, said)).toEqual(out);
  });
});

describe('what a phone keeps of it', () => {
  const session = aSession();
  const told = reactionLog(session.id, 'still', 'r1', NOW, 'Europe/Berlin');

  it('counts what was pressed, once for both sides, and nothing that was left out', () => {
    const left = { ...session.items[0], technique_id: 'left-out', done_s: 0 } as (typeof session.items)[0];
    const calm = { ...session.items[0], technique_id: 'rest' } as (typeof session.items)[0];
    const rest = anItem({ technique_id: 'rest', snapshot: { ...anItem().snapshot, style: 'breath' } });
    const [practised] = practisedIn(
      [{ ...session, items: [...session.items, left, calm] }, told],
      [anItem(), rest],
    );
    expect(practised).toEqual({
      id: session.id,
      local_date: session.local_date,
      ended_at: session.ended_at,
      presses: ['plantar-ball'],
    });
  });

  it('a practice that was taken back is none', () => {
    expect(practisedIn([voidLog(session.id, 'v1', NOW, 'UTC'), session], [])).toEqual([]);
  });

  it('of a technique that is in no program any more the worst is taken', () => {
    expect(practisedIn([session], [])[0]?.presses).toEqual(['plantar-ball']);
  });

  it('an answer that was taken back is none', () => {
    expect(saidIn([told, session])).toEqual([
      { id: 'r1', session_id: session.id, at: '2026-11-23T07:00:00.000Z', answer: 'still' },
    ]);
    expect(saidIn([told, voidLog('r1', 'v1', NOW, 'UTC')])).toEqual([]);
  });

  it('is open until she says that it is gone', () => {
    const said = saidIn([told]);
    const gone = saidIn([told, reactionLog(session.id, 'gone', 'r2', NOW + 1000, 'UTC')]);
    expect([isOpen(session.id, []), isOpen(session.id, said), isOpen(session.id, gone)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});
