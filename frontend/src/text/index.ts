// The words of the client's first pages and of the controls. Every other module of words stands beside this one, is
// loaded beside the page that reads it, and is filled in the page's language before that page is drawn: so words are
// read inside functions only, never while a module is being loaded.

import type { Language } from '../domain/language';
import type * as english from './en';
import { type Words, words } from './words';

export type FirstWords = Words<Pick<typeof english, 'client' | 'player' | 'ui'>>;
export let text: FirstWords;
export let player: FirstWords['player'];

const FIRST: Record<Language, () => Promise<FirstWords>> = {
  en: () => import('./en'),
  de: () => import('./de'),
};

export const loadFirstWords = words<FirstWords>(FIRST, (it) => {
  text = it;
  player = it.player;
});

/** Whether the words of another language are here, or can be had now. */
export async function canSpeak(language: Language): Promise<boolean> {
  try {
    await FIRST[language]();
    return true;
  } catch {
    // The network did not bring them; what the page says meanwhile is the caller's.
    return false;
  }
}
