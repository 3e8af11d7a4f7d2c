// The words of sign-in and sign-up; a client's phone never carries them.
import type { account as english } from './en/account';
import { type Words, words } from './words';

export type AccountWords = Words<typeof english>;
export let account: AccountWords;

export const loadAccountWords = words<{ account: AccountWords }>(
  { en: () => import('./en/account'), de: () => import('./de/account') },
  (it) => {
    account = it.account;
  },
);
