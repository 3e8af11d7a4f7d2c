// The words of the practice itself and of the page after it.
import type { player as english } from './en/player';
import { type Words, words } from './words';

export type PlayerWords = Words<typeof english>;
export let player: PlayerWords;

export const loadPlayerWords = words<PlayerWords>(
  {
    en: async () => (await import('./en/player')).player,
    de: async () => (await import('./de/player')).player,
  },
  (it) => {
    player = it;
  },
);
