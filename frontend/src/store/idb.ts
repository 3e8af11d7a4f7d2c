/** The browser's database with promises, typed by its tables: as little as this app needs of it. */

/** Each table's name and what a row of it is. */
export type Tables = Record<string, unknown>;
type Names<T> = keyof T & string;

const running = new Set<IDBTransaction>();

// WebKit loses a transaction whose page ends under it: what it held stays locked for every page after it, and logs wait
// on the phone until the browser itself is closed. One that is given up in time is safe; nothing was told "Saved" yet.
// Nor may one begin after that, unless the page comes back.
let isLeaving = false;
addEventListener('pagehide', () => {
  isLeaving = true;
  for (const transaction of running) giveUp(transaction);
});
addEventListener('pageshow', () => {
  isLeaving = false;
});

/** Opens it, after `upgrade` where this phone has an older one or none. `gone`: it was closed, and can be opened again. */
export async function openDatabase<T>(
  name: string,
  version: number,
  upgrade: (db: IDBDatabase) => void,
  gone: () => void,
): Promise<Database<T>> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => upgrade(opening.result);
  const db = await answered(opening);
  db.onclose = gone;
  // Another tab brings a newer one (or a wipe): let go at once, finished writes are safe.
  db.onversionchange = () => {
    gone();
    db.close();
  };
  return new Database<T>(db);
}

export async function dropDatabase(name: string): Promise<void> {
  await answered(indexedDB.deleteDatabase(name));
}

export class Database<T> {
  readonly #db: IDBDatabase;

  constructor(db: IDBDatabase) {
    this.#db = db;
  }

  /** Over when all that was asked of it is done. Nothing but the database may be waited for in between. */
  transaction<N extends Names<T>>(
    tables: readonly N[],
    mode?: IDBTransactionMode,
    options?: IDBTransactionOptions,
  ): Transaction<Pick<T, N>> {
    const transaction = new Transaction<Pick<T, N>>(this.#db.transaction(tables, mode, options));
    if (isLeaving) transaction.abort();
    return transaction;
  }

  get<N extends Names<T>>(table: N, key: string): Promise<T[N] | undefined> {
    return this.transaction([table]).rows(table).get(key);
  }

  getAll<N extends Names<T>>(table: N, most?: number): Promise<T[N][]> {
    return this.transaction([table]).rows(table).getAll(most);
  }

  getAllKeys(table: Names<T>): Promise<string[]> {
    return this.transaction([table]).rows(table).getAllKeys();
  }

  async put<N extends Names<T>>(table: N, row: T[N], key?: string): Promise<void> {
    await this.#write(table, (rows) => rows.put(row, key));
  }

  async delete(table: Names<T>, key: string): Promise<void> {
    await this.#write(table, (rows) => rows.delete(key));
  }

  close(): void {
    this.#db.close();
  }

  async #write<N extends Names<T>>(table: N, work: (rows: Rows<T[N]>) => Promise<unknown>): Promise<void> {
    const tx = this.transaction([table], 'readwrite');
    await Promise.all([work(tx.rows(table)), tx.done]);
  }
}

export class Transaction<T> {
  readonly #tx: IDBTransaction;
  /** Kept by the device as far as was asked; rejects when nothing of it is. */
  readonly done: Promise<void>;

  constructor(tx: IDBTransaction) {
    this.#tx = tx;
    running.add(tx);
    this.done = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new DOMException('given up', 'AbortError'));
    }).finally(() => running.delete(tx));
    // Who waits for it is told; a read waits for its rows alone.
    this.done.catch(() => undefined);
  }

  rows<N extends Names<T>>(table: N): Rows<T[N]> {
    return new Rows(this.#tx.objectStore(table));
  }

  abort(): void {
    giveUp(this.#tx);
  }
}

/** What can be asked of one table inside a transaction. */
export class Rows<Row> {
  readonly #store: IDBObjectStore;

  constructor(store: IDBObjectStore) {
    this.#store = store;
  }

  get(key: string): Promise<Row | undefined> {
    return answered(this.#store.get(key));
  }

  async has(key: string): Promise<boolean> {
    return (await answered(this.#store.getKey(key))) !== undefined;
  }

  /** The first `most` in the order of their keys. */
  getAll(most?: number): Promise<Row[]> {
    return answered(this.#store.getAll(null, most));
  }

  getAllKeys(): Promise<string[]> {
    return answered(this.#store.getAllKeys()) as Promise<string[]>;
  }

  /** Keys of the rows whose field stands at `from` or later. */
  keysFrom(index: string, from: string): Promise<string[]> {
    const found = this.#store.index(index).getAllKeys(IDBKeyRange.lowerBound(from));
    return answered(found) as Promise<string[]>;
  }

  /** Refused where the key is taken. */
  add(row: Row): Promise<unknown> {
    return answered(this.#store.add(row));
  }

  put(row: Row, key?: string): Promise<unknown> {
    return answered(this.#store.put(row, key));
  }

  delete(key: string): Promise<unknown> {
    return answered(this.#store.delete(key));
  }

  clear(): Promise<unknown> {
    return answered(this.#store.clear());
  }
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function giveUp(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It is over already, by itself or by the engine: whoever waits for it has been told.
  }
}
