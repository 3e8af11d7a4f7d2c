import type { ComponentType, VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** A piece of a page that is fetched beside it, with its words. */
export interface Part<P> {
  now: ComponentType<P> | null;
  load: () => Promise<void>;
}

export function part<P>(
  fetchIt: () => Promise<ComponentType<P>>,
  ...words: readonly (() => Promise<unknown>)[]
): Part<P> {
  const made: Part<P> = {
    now: null,
    load: async () => {
      const [found] = await Promise.all([fetchIt(), ...words.map((load) => load())]);
      made.now = found;
    },
  };
  return made;
}

interface LaterProps<P> {
  part: Part<P>;
  props: P;
  /** What stands here until the piece has come, and where it cannot come. */
  meanwhile: VNode | null;
}

/** Shows the piece as soon as it is here; what must not wait for it stands here meanwhile. */
export function Later<P extends object>({ part: made, props, meanwhile }: LaterProps<P>) {
  const [, look] = useState(0);
  // Before the first drawing is shown: what is on the phone already belongs to it.
  useLayoutEffect(() => {
    if (made.now) return;
    let wanted = true;
    made.load().then(
      () => wanted && look((times) => times + 1),
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, [made]);
  const Now = made.now;
  return Now ? <Now {...props} /> : meanwhile;
}

/** A piece that the page can be read without: nothing stands in its place until it has come. */
export function slot<P extends object>(
  fetchIt: () => Promise<ComponentType<P>>,
  ...words: readonly (() => Promise<unknown>)[]
): ComponentType<P> {
  const made = part(fetchIt, ...words);
  return function Slot(props: P) {
    return <Later part={made} props={props} meanwhile={null} />;
  };
}
