// The words of the body map: its places, and what changed from week to week.
import type { body as english } from './en/body';
import { type Words, words } from './words';

export type BodyWords = Words<typeof english>;
export let body: BodyWords;

export const loadBodyWords = words<{ body: BodyWords }>(
  { en: () => import('./en/body'), de: () => import('./de/body') },
  (it) => {
    body = it.body;
  },
);
