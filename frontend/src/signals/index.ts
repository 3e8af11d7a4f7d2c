// Values that know who reads them: those of @preact/signals-core, and as much of their bond with Preact as this app needs.
// A component that reads a signal while it is drawn is drawn again when the signal changes, and only then does it read
// anew; Preact's own package adds text and attributes that change without their component, at three times the size.
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { type Component, options } from 'preact';
import { useState } from 'preact/hooks';

export { computed, effect, type ReadonlySignal, type Signal, signal };

/** `unfollow`: forgets what the last drawing has read. */
interface Followed extends Component {
  unfollow?: () => void;
}

/** Where Preact tells its extensions what it does: `__r` before a component is drawn, `__c` is that component. */
interface Told {
  __r?: (vnode: { __c: Followed }) => void;
  unmount?: (vnode: { __c: Followed | null }) => void;
}

const told = options as unknown as Told;
const { __r: beforeDrawn, unmount: beforeGone } = told;

told.__r = (vnode) => {
  if (!vnode.__c.unfollow) follow(vnode.__c);
  beforeDrawn?.(vnode);
};

told.unmount = (vnode) => {
  vnode.__c?.unfollow?.();
  beforeGone?.(vnode);
};

/** A signal of one component. */
export function useSignal<T>(first: T): Signal<T> {
  return useState(() => signal(first))[0];
}

/** What follows from signals alone: `work` is kept from the first drawing on. */
export function useComputed<T>(work: () => T): ReadonlySignal<T> {
  return useState(() => computed(work))[0];
}

function follow(component: Followed): void {
  const draw = component.render;
  component.unfollow = () => undefined;
  component.render = function (...given) {
    component.unfollow?.();
    let drawn: ReturnType<typeof draw> = null;
    let reading = true;
    component.unfollow = effect(() => {
      if (reading) drawn = draw.apply(this, given);
      else component.setState({});
      reading = false;
    });
    return drawn;
  };
}
