import type { NoteLog, Profile } from '../domain/types';
import { adoptLogs } from '../store/arrived';
import { type ClientDb, clientDb, dropClientDb } from '../store/db';
import { uuidv7 } from '../store/ids';
import { addLogs } from '../store/logs';
import { waiting } from '../store/waiting';
import { runOnce } from '../sync/engine';
import type { Outcome, PullPorts } from '../sync/outcome';
import { ANA, type FakePith } from './fake-pith';

export const NOON = Date.parse('2026-11-22T12:00:00Z');

/** One phone with a real (if small) IndexedDB, a clock that can be set, and a line to a server. */
export class Phone {
  now = NOON;

  private constructor(
    readonly server: FakePith,
    readonly profile: Profile,
    readonly db: ClientDb,
  ) {}

  static async open(server: FakePith, profile: Profile = ANA): Promise<Phone> {
    return new Phone(server, profile, await clientDb(profile));
  }

  ports(): PullPorts {
    return {
      db: this.db,
      profile: this.profile,
      fetch: this.server.fetch,
      now: () => this.now,
      newId: uuidv7,
      zone: () => 'Europe/Berlin',
    };
  }

  sync(): Promise<Outcome> {
    return runOnce(this.ports());
  }

  async save(text = 'softer today'): Promise<NoteLog> {
    const log = note(text);
    await addLogs(this.db, [log], new Date(this.now).toISOString());
    return log;
  }

  async saveMany(count: number): Promise<NoteLog[]> {
    const logs = Array.from({ length: count }, (_, index) => note(`note ${index}`));
    await addLogs(this.db, logs, new Date(this.now).toISOString());
    return logs;
  }

  async unsent(): Promise<number> {
    return (await waiting(this.db)).count;
  }

  attention() {
    return this.db.getAll('attention');
  }

  adopt(logs: NoteLog[]): Promise<void> {
    return adoptLogs(this.db, logs);
  }

  async lose(): Promise<void> {
    await dropClientDb(this.profile);
  }
}

export function note(text: string, localDate = '2026-11-22'): NoteLog {
  return {
    id: uuidv7(),
    kind: 'note',
    schema: 1,
    local_date: localDate,
    tz: 'Europe/Berlin',
    utc_offset_min: 60,
    recorded_at: '2026-11-22T12:00:00.000Z',
    text,
    private: false,
  };
}
