// What the pages know of sync. The engine itself is fetched after the first paint: nothing that a page shows waits for it.
const engine = () => import('./running');
const TRY_AGAIN_MS = 10_000;

/** Starts moving logs up and the program down; call once, after the store is open. */
export function startSync(): void {
  engine().then(
    (here) => here.keepRunning(),
    (error: unknown) => {
      // A network that goes away between the page and its engine: logs wait in the outbox until it is back.
      reportError(error);
      setTimeout(startSync, TRY_AGAIN_MS);
    },
  );
}

/** Tries at once, because a person asked for it; resolves when the run is over. */
export async function syncNow(): Promise<void> {
  await (await engine()).runNow();
}
