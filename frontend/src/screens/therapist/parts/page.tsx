import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { desk } from '../../../text/desk';
import './page.css';

export interface HeadingProps {
  title: string;
  eyebrow?: ComponentChildren;
  line?: ComponentChildren;
  actions?: ComponentChildren;
}

/** The one heading of a desk page; opening the page moves focus here, so that a screen reader says where it is. */
export function Heading({ title, eyebrow, line, actions }: HeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${desk.brand}`;
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [title]);
  return (
    <header class="desk-heading">
      <div class="desk-heading-words">
        {eyebrow && <p class="small soft">{eyebrow}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {line && <p class="small soft figures">{line}</p>}
      </div>
      {actions && <div class="desk-heading-actions row">{actions}</div>}
    </header>
  );
}

export interface SectionProps {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
  class?: string | undefined;
}

export function Section({ title, aside, children, class: own }: SectionProps) {
  return (
    <section class={own ? `desk-section ${own}` : 'desk-section'}>
      <div class="desk-section-head">
        <h2>{title}</h2>
        {aside && <div class="small soft">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
