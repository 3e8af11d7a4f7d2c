// The words of the client's first pages and of the controls. Every other module of words stands beside this one, is
// loaded beside the page that reads it, and is filled in the page's language before that page is drawn: so words are
// read inside functions only, never while a module is being loaded.
import type * as english from './en';
import { type Words, words } from './words';

export type FirstWords = Words<Pick<typeof english, 'client' | 'ui'>>;
export let text: FirstWords;

export const loadFirstWords = words<FirstWords>(
  { en: () => import('./en'), de: () => import('./de') },
  (it) => {
    text = it;
  },
);
