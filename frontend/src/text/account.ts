// The words of sign-in and sign-up; a client's phone never carries them.
import type { account as english } from './en/account';
import { type Words, words } from './words';

export type AccountWords = Words<typeof english>;
export let account: AccountWords;

export const loadAccountWords = words<AccountWords>(
  {
    en: async () => (await import('./en/account')).account,
    de: async () => (await import('./de/account')).account,
  },
  (it) => {
    account = it;
  },
);
