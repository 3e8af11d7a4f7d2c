/** Things that wait in a therapist's inbox, for the desk's screens. */
import type { Inbox, Item } from '../domain/desk/inbox';

export const sharp: Item = {
  id: 'c2:hurt:l1',
  client: { id: 'c2', name: 'Jonas', timezone: 'Europe/Berlin' },
  rank: 'stop',
  cause: 'hurt',
  since: '2026-11-22T06:12:00Z',
  why: {
    code: 'hurt',
    technique_id: 'wall',
    technique: 'Outer hip at the wall',
    level: 2,
    side: 'right',
    second: 41,
    feeling: 'sharp',
  },
  log_id: 'l1',
  decision_id: null,
  answerable: true,
  mine: true,
};

export const question: Item = {
  id: 'c3:question:l2',
  client: { id: 'c3', name: 'Lea', timezone: 'Europe/Berlin' },
  rank: 'question',
  cause: 'question',
  since: '2026-11-20T06:12:00Z',
  why: { code: 'question', text: 'Is warmth all right?', technique: null, side: null },
  log_id: 'l2',
  decision_id: null,
  answerable: true,
  mine: true,
};

export const raise: Item = {
  id: 'c4:dose:d1',
  client: { id: 'c4', name: 'Mira', timezone: 'Europe/Berlin' },
  rank: 'review',
  cause: 'dose',
  since: '2026-11-22T00:10:00Z',
  why: { code: 'dose', rule: 'D13', target: 'wall', technique: 'Outer hip at the wall' },
  log_id: null,
  decision_id: 'd1',
  answerable: false,
  mine: true,
};

export function inboxOf(...items: Item[]): Inbox {
  const clients = new Set(items.map((item) => item.client.id)).size;
  return {
    items,
    closed_today: [],
    covering: [],
    counts: { open: items.length, clients, fine: 35, closed_today: 0 },
  };
}
