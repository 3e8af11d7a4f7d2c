// The words of reminders: when they come, whether they arrive, and what to do where they cannot.
import type { reminders as english } from './en/reminders';
import { type Words, words } from './words';

export type RemindersWords = Words<typeof english>;
export let reminders: RemindersWords;

export const loadRemindersWords = words<{ reminders: RemindersWords }>(
  { en: () => import('./en/reminders'), de: () => import('./de/reminders') },
  (it) => {
    reminders = it.reminders;
  },
);
