import { describe, expect, it } from 'vitest';
import { byNeed, type ClientRow, named, needsHer, reasons } from './attention';

const TODAY = '2026-11-22';

function row(name: string, other: Partial<ClientRow> = {}): ClientRow {
  return {
    id: name,
    name,
    timezone: 'Europe/Berlin',
    last_practised_on: '2026-11-21',
    days_kept_14: { kept: 12, prescribed: 14 },
    pain: { before: 5, after: 3 },
    unread: 0,
    program_number: 2,
    fetched: { number: 2, at: '2026-11-01T07:00:00Z' },
    stopped: null,
    red_flag: null,
    screened: true,
    safety: { open: true, due: 0 },
    paired: true,
    reminders: { state: 'none', since: null, reason: null },
    archived_at: null,
    ...other,
  };
}

const stopped = {
  at: '2026-11-22T06:00:00Z',
  technique_id: 'calf-roller',
  feeling: 'sharp' as const,
  discomfort: null,
};

const red = {
  flags: [{ id: 'rf_dvt', label: 'One calf or leg newly swollen' }],
  at: '2026-11-21T06:00:00Z',
  received_at: '2026-11-22T06:00:00Z',
};

describe('who needs her first', () => {
  it('puts a red flag before a stop, however long ago it was told', () => {
    const rows = [row('Stopped', { stopped }), row('Red', { red_flag: red, last_practised_on: null })];
    expect(byNeed(rows, TODAY).map((r) => r.name)).toEqual(['Red', 'Stopped']);
    expect(reasons(row('Both', { red_flag: red, stopped }), TODAY)).toEqual(['red_flag', 'stopped']);
  });

  it('puts reminders that do not arrive after all that is about her, and before who is fine', () => {
    const reminders = { state: 'failed', since: '2026-11-17T06:00:00Z', reason: 'gone' } as const;
    const rows = [
      row('Fine'),
      row('Silent', { reminders }),
      row('Quiet', { last_practised_on: '2026-11-10' }),
    ];
    expect(byNeed(rows, TODAY).map((r) => r.name)).toEqual(['Quiet', 'Silent', 'Fine']);
    expect(reasons(row('Silent', { reminders }), TODAY)).toEqual(['reminders']);
  });

  it('says nothing of the reminders of who has no phone', () => {
    const reminders = { state: 'failed', since: null, reason: 'no_channel' } as const;
    expect(reasons(row('Bare', { reminders, paired: false }), TODAY)).toEqual(['not_paired']);
  });

  it.each(['none', 'untried', 'shown', 'accepted'] as const)('lets %s reminders be', (state) => {
    expect(reasons(row('Fine', { reminders: { state, since: null, reason: null } }), TODAY)).toEqual([
      'fine',
    ]);
  });

  it('shows the red flag that arrived last first', () => {
    const older = row('Older', { red_flag: { ...red, received_at: '2026-11-21T06:00:00Z' } });
    expect(byNeed([older, row('Newer', { red_flag: red })], TODAY).map((r) => r.name)).toEqual([
      'Newer',
      'Older',
    ]);
  });

  it('puts stopped by pain before unread, before not fetched, before gone quiet, before the rest', () => {
    const rows = [
      row('Fine'),
      row('Quiet', { last_practised_on: '2026-11-10' }),
      row('Behind', { program_number: 3 }),
      row('Unread', { unread: 2 }),
      row('Stopped', { stopped }),
    ];
    expect(byNeed(rows, TODAY).map((r) => r.name)).toEqual(['Stopped', 'Unread', 'Behind', 'Quiet', 'Fine']);
  });

  it('shows the newest stop first', () => {
    const older = row('Older', { stopped: { ...stopped, at: '2026-11-20T06:00:00Z' } });
    expect(byNeed([older, row('Newer', { stopped })], TODAY).map((r) => r.name)).toEqual(['Newer', 'Older']);
  });

  it('orders clients with nothing to do by name', () => {
    expect(byNeed([row('Zoe'), row('Ana')], TODAY).map((r) => r.name)).toEqual(['Ana', 'Zoe']);
  });

  it('leaves archived clients out, but never a red flag', () => {
    const archived_at = '2026-01-01T00:00:00Z';
    const rows = [row('Gone', { archived_at }), row('Red', { archived_at, red_flag: red })];
    expect(byNeed(rows, TODAY).map((r) => r.name)).toEqual(['Red']);
  });
});

describe('why she is needed', () => {
  it('is that the phone has not fetched a program at all', () => {
    expect(reasons(row('First', { fetched: null }), TODAY)).toEqual(['not_fetched']);
  });

  it('names every reason, the strongest first', () => {
    const all = row('All', { stopped, unread: 1, safety: { open: false, due: 7 } });
    expect(reasons(all, TODAY)).toEqual(['stopped', 'unread', 'safety_open']);
  });

  it('asks for the next step of a new client', () => {
    const fresh = row('New', {
      program_number: null,
      fetched: null,
      safety: { open: false, due: 20 },
      paired: false,
    });
    expect(reasons(fresh, TODAY)).toEqual(['no_program', 'safety_open', 'not_paired']);
  });

  it('calls a phone that has an older version behind', () => {
    expect(reasons(row('Behind', { program_number: 3 }), TODAY)).toEqual(['not_fetched']);
  });

  it('says gone quiet on the fourth day without practice, not on the third', () => {
    expect(needsHer(row('Three', { last_practised_on: '2026-11-19' }), TODAY)).toBe(false);
    expect(reasons(row('Four', { last_practised_on: '2026-11-18' }), TODAY)).toEqual(['quiet']);
  });

  it('counts the quiet of somebody who never practised from the day the program arrived', () => {
    const never = row('Never', {
      last_practised_on: null,
      fetched: { number: 2, at: '2026-11-21T07:00:00Z' },
    });
    expect(needsHer(never, TODAY)).toBe(false);
  });
});

it('finds a client by any part of the name', () => {
  expect(named([row('Ana Ruiz'), row('Jonas Klein')], 'rui a').map((r) => r.name)).toEqual(['Ana Ruiz']);
});
