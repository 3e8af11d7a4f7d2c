// Values that know who reads them, after the plan of @preact/signals-core, of which this app needs a third: signals,
// what is worked out of them, and effects. Held to that package by the tests, step for step.

/** What can be read and may change. */
interface Source {
  /** How often it has changed. */
  version: number;
  /** Brings it up to date. */
  refresh(): void;
  /** Adds the signals that it stands on. */
  roots(into: Set<Root>): void;
}

/** Each source that a piece of work has read, in order, and its version then. */
type Seen = Map<Source, number>;

export interface ReadonlySignal<T> {
  readonly value: T;
  /** Its value, without a word to whoever is reading. */
  peek(): T;
}

export interface Signal<T> extends ReadonlySignal<T> {
  value: T;
}

// biome-ignore lint/suspicious/noConfusingVoidType: most effects return nothing at all
export type Work = () => void | (() => void);

/** Effects go in circles when this many follow from one change. */
const MOST_RUNS = 100;

/** Changes of any signal: while it stands still, nothing has to be looked at again. */
let clock = 0;
/** What the work that runs now has read. */
let reading: Seen | null = null;
/** While an effect runs, others wait. */
let busy = false;
const waiting = new Set<() => void>();

export function signal<T>(first: T): Signal<T> {
  return new Root(first);
}

/** Worked out when it is read, and again only after something changed that it had read. */
export function computed<T>(work: () => T): ReadonlySignal<T> {
  return new Computed(work);
}

/** Runs at once, and again when something changed that it has read; what it returns is called before the next run and at
 * the end. Returns how to end it. */
export function effect(work: Work): () => void {
  let seen: Seen | null = null;
  let undo: ReturnType<Work>;
  const roots = new Set<Root>();
  let over = false;
  const tidy = () => {
    const last = undo;
    undo = undefined;
    if (last) read(new Map(), last);
  };
  const leave = () => {
    for (const root of roots) root.followers.delete(run);
    roots.clear();
    waiting.delete(run);
  };
  const follow = (sources: Seen) => {
    leave();
    if (over) return;
    for (const source of sources.keys()) source.roots(roots);
    for (const root of roots) root.followers.add(run);
    // What it has changed itself.
    if (hasChanged(sources)) waiting.add(run);
  };
  const run = () => {
    if (seen && !hasChanged(seen)) {
      follow(seen);
      return;
    }
    const outer = busy;
    busy = true;
    seen = new Map();
    try {
      tidy();
      undo = read(seen, work);
    } finally {
      busy = outer;
      follow(seen);
    }
    settle();
  };
  const end = () => {
    over = true;
    leave();
    tidy();
  };
  try {
    run();
  } catch (error) {
    end();
    throw error;
  }
  return end;
}

class Root<T = unknown> implements Source, Signal<T> {
  version = 0;
  readonly followers = new Set<() => void>();
  #value: T;

  constructor(first: T) {
    this.#value = first;
  }

  get value(): T {
    note(this);
    return this.#value;
  }

  set value(next: T) {
    if (next === this.#value) return;
    this.#value = next;
    this.version += 1;
    clock += 1;
    for (const run of this.followers) waiting.add(run);
    settle();
  }

  peek(): T {
    return this.#value;
  }

  refresh(): void {}

  roots(into: Set<Root>): void {
    into.add(this as Root);
  }
}

class Computed<T> implements Source, ReadonlySignal<T> {
  version = 0;
  readonly #work: () => T;
  #seen: Seen = new Map();
  #lookedAt = -1;
  #result: { value: T } | { error: unknown } | null = null;

  constructor(work: () => T) {
    this.#work = work;
  }

  get value(): T {
    this.refresh();
    note(this);
    return this.#answer();
  }

  peek(): T {
    this.refresh();
    return this.#answer();
  }

  refresh(): void {
    if (this.#lookedAt === clock) return;
    const at = clock;
    if (!this.#result || hasChanged(this.#seen)) this.#workOut();
    this.#lookedAt = at;
  }

  roots(into: Set<Root>): void {
    for (const source of this.#seen.keys()) source.roots(into);
  }

  #workOut(): void {
    const before = this.#result;
    this.#seen = new Map();
    try {
      const value = read(this.#seen, this.#work);
      if (before && 'value' in before && before.value === value) return;
      this.#result = { value };
    } catch (error) {
      // Whoever reads it is told.
      this.#result = { error };
    }
    this.version += 1;
  }

  #answer(): T {
    const result = this.#result as { value: T } | { error: unknown };
    if ('error' in result) throw result.error;
    return result.value;
  }
}

function note(source: Source): void {
  reading?.set(source, source.version);
}

function read<T>(seen: Seen, work: () => T): T {
  const outer = reading;
  reading = seen;
  try {
    return work();
  } finally {
    reading = outer;
  }
}

/** In the order of reading: what comes later may have been read only because of what came before. */
function hasChanged(seen: Seen): boolean {
  for (const [source, version] of seen) {
    source.refresh();
    if (source.version !== version) return true;
  }
  return false;
}

/** Runs what waits, and what that brings; one that fails keeps no other from its turn. */
function settle(): void {
  if (busy) return;
  busy = true;
  const failures: unknown[] = [];
  let runs = 0;
  for (const run of waiting) {
    waiting.delete(run);
    runs += 1;
    try {
      if (runs > MOST_RUNS) throw new Error('signals go in circles');
      run();
    } catch (error) {
      failures.push(error);
      if (runs > MOST_RUNS) waiting.clear();
    }
  }
  busy = false;
  if (failures.length > 0) throw failures[0];
}
