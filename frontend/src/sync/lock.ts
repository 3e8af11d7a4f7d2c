const NAME = 'pith-sync';

/** Runs `job` when no other tab and no worker is syncing; resolves to null when one is. Correctness never depends on it. */
export async function exclusively<T>(job: () => Promise<T>): Promise<T | null> {
  if (!('locks' in navigator) || !navigator.locks) return job();
  return navigator.locks.request(NAME, { ifAvailable: true }, (lock) => (lock ? job() : null));
}

/** Waits for its turn: nothing syncs while this browser changes its owner. Other names are other turns. */
export async function alone<T>(job: () => Promise<T>, name = NAME): Promise<T> {
  if (!('locks' in navigator) || !navigator.locks) return job();
  return navigator.locks.request(name, job);
}
