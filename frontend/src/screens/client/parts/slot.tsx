import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of a page that the page can be read without: it comes when it is here, with its words, and the page does not
 * wait for it. One that did not come is asked for again by the next page that has it.
 */
export function slot<Props extends object>(
  fetchIt: () => Promise<ComponentType<Props>>,
  ...words: (() => Promise<void>)[]
): ComponentType<Props> {
  let now: ComponentType<Props> | null = null;
  return function Slot(props: Props) {
    const [Now, setNow] = useState(() => now);
    useEffect(() => {
      if (Now) return;
      let wanted = true;
      Promise.all([fetchIt(), ...words.map((load) => load())]).then(
        ([found]) => {
          now = found;
          if (wanted) setNow(() => found);
        },
        (error: unknown) => reportError(error),
      );
      return () => {
        wanted = false;
      };
    }, []);
    return Now && <Now {...props} />;
  };
}
