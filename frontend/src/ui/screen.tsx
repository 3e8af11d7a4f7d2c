import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './screen.css';

export interface ScreenProps {
  title: string;
  eyebrow?: ComponentChildren;
  /** At the end of the eyebrow's line, e.g. whether everything is sent. */
  aside?: ComponentChildren;
  children: ComponentChildren;
  /** Sticks to the bottom, where the thumb is. */
  foot?: ComponentChildren;
  nav?: ComponentChildren;
  class?: string | undefined;
}

let opened = 0;

/** The bar's height goes to the style sheet: the page keeps that much free at its end, and moved focus stays above it. */
function keepRoom(bar: HTMLElement | null) {
  if (!bar) return;
  const { style } = document.documentElement;
  const measure = () => style.setProperty('--bar', `${bar.offsetHeight}px`);
  const grown = new ResizeObserver(measure);
  grown.observe(bar);
  measure();
  return () => {
    grown.disconnect();
    style.removeProperty('--bar');
  };
}

/** One page: a main landmark, one heading, a bottom bar. Moving to it is announced by moving focus to its heading. */
export function Screen({ title, eyebrow, aside, children, foot, nav, class: own }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // In the same turn as the picture: whoever sees the page and is quick with Tab keeps the place she has reached.
  useLayoutEffect(() => {
    // The first page of a visit is read by the browser itself.
    if (opened++ > 0) {
      heading.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, []);
  useEffect(() => {
    document.title = `${title} · Pith`;
  }, [title]);
  return (
    <div class={own ? `screen ${own}` : 'screen'}>
      <main class="screen-main">
        {(eyebrow || aside) && (
          <div class="screen-top">
            <p class="screen-eyebrow">{eyebrow}</p>
            {aside}
          </div>
        )}
        <h1 class="screen-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
      {(foot || nav) && (
        <footer class="screen-foot" ref={keepRoom}>
          {foot}
          {nav}
        </footer>
      )}
    </div>
  );
}
