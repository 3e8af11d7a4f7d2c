// The words of what happened since the last visit: figures, graphs, the line of time, and what goes on paper.
import type { page as english } from './en/desk-page';
import { type Words, words } from './words';

export type PageWords = Words<typeof english>;
export let page: PageWords;

export const loadPageWords = words<{ page: PageWords }>(
  { en: () => import('./en/desk-page'), de: () => import('./de/desk-page') },
  (it) => {
    page = it.page;
  },
);
