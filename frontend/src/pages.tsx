import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A page that may still be on its way. */
export interface Page {
  /** Null until it has arrived. */
  now: ComponentType | null;
  load: () => Promise<void>;
}

/** A page that is here from the start. */
export function here(now: ComponentType): Page {
  return { now, load: () => Promise.resolve() };
}

/** A page in a part of the app that is fetched when it is first needed, and the words it reads at the same time; what
 * failed is asked for again. */
export function later(fetchIt: () => Promise<ComponentType>, ...words: (() => Promise<unknown>)[]): Page {
  const page: Page = {
    now: null,
    load: async () => {
      if (page.now) return;
      const [found] = await Promise.all([fetchIt(), ...words.map((load) => load())]);
      page.now = found;
    },
  };
  return page;
}

/** Shows a page. Until it has arrived the one before stays; where it cannot, the nearest boundary is told. */
export function Shown({ page }: { page: Page }) {
  const [last, setLast] = useState<ComponentType | null>(null);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  useLayoutEffect(() => {
    let wanted = true;
    const loaded = () => wanted && setLast(() => page.now);
    page.load().then(loaded, (error: unknown) => wanted && setFailed({ error }));
    return () => {
      wanted = false;
    };
  }, [page]);
  if (failed) throw failed.error;
  const Now = page.now ?? last;
  return Now && <Now />;
}
