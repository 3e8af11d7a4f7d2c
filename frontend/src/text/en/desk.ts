/** Words of the desk: the client list and what the whole desk shares. The client's page and the builder have their own. */
import { builder } from './desk-builder';
import { client } from './desk-client';
import { content } from './desk-content';
import { dose } from './desk-dose';
import { inbox } from './desk-inbox';
import { measures } from './desk-measures';
import { practice } from './desk-practice';
import { reminders } from './desk-reminders';
import { safety } from './desk-safety';
import { screening } from './desk-screening';
import { visits } from './desk-visits';

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const FEELINGS: Record<string, string> = {
  sharp: 'Sharp pain',
  burning: 'Burning pain',
  electric: 'Electric pain',
  numb: 'Numbness',
  spreading: 'Spreading pain',
  too_much: 'Too much',
};

const AREA_LABELS: Record<string, string> = {
  head: 'Head and jaw',
  neck: 'Neck',
  shoulder: 'Shoulder',
  chest: 'Chest and belly',
  back: 'Back',
  arm: 'Arm and hand',
  hip: 'Hip',
  leg: 'Leg',
  foot: 'Foot',
  whole: 'Scar, whole body',
};

const WARNINGS: Record<string, string> = {
  many_items: 'More than 5 techniques. Fewer are kept up more often.',
  over_limit: 'More than 6 techniques need a reason.',
  long_day: 'More than 10 minutes on a day. Beginners keep 5 more often.',
  many_of_region: 'More than 2 techniques for one region on a day.',
  many_tool_changes: 'More than 3 changes of tool on a day.',
  side_open: 'The client chooses the sore side of one technique. Choose it here if you know it.',
};

export const desk = {
  brand: 'Pith',
  skip: 'Skip to the page',
  nav: { label: 'Desk', clients: 'Clients', practice: 'Practice', signOut: 'Sign out' },
  back: 'All clients',
  /** Beside a drawing of her client. */
  sides: 'L and R are the client’s own left and right.',
  loading: 'Loading',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved',
  undo: 'Undo',
  retry: 'Try again',
  minutesSeconds: (seconds: number): string => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    if (minutes === 0) return `${rest} s`;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  },
  minutes: (seconds: number): string => `${Math.max(1, Math.round(seconds / 60))} min`,
  feeling: (code: string): string => FEELINGS[code] ?? code.replaceAll('_', ' '),
  area: (id: string): string => AREA_LABELS[id] ?? id,
  warning: (code: string): string => WARNINGS[code] ?? code.replaceAll('_', ' '),
  side: (side: string): string =>
    side === 'left' ? 'left' : side === 'right' ? 'right' : side === 'both' ? 'both sides' : side,
  level: (level: number): string => `level ${level}`,
  weekdays: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const,
  weekdaysLong: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const,
  today: 'today',
  yesterday: 'yesterday',
  daysAgo: (days: number): string => `${count(days, 'day')} ago`,

  list: {
    title: 'Clients',
    search: 'Find a client',
    none: (text: string) => `No client is called “${text}”.`,
    need: (n: number, rest: number): string => {
      if (n === 0) return rest === 1 ? 'Your client is fine.' : `All ${rest} are fine.`;
      const who = n === 1 ? 'One needs you.' : `${n} need you.`;
      return rest === 0 ? who : `${who} ${rest === 1 ? 'One is fine.' : `${rest} are fine.`}`;
    },
    kept: (kept: number, prescribed: number): string =>
      prescribed === 0 ? 'no days yet' : `${kept} of ${count(prescribed, 'day')}`,
    last: (when: string) => `last ${when}`,
    notYet: 'not practised yet',
    pain: (before: number, after: number) => `pain ${before} → ${after}`,
    painSpoken: (before: number, after: number) => `pain before ${before}, after ${after}`,
    reason: {
      red_flag: 'Red flag',
      stopped: 'Stopped',
      unread: 'New',
      no_program: 'No program yet',
      safety_open: 'Waits for safety answers',
      not_paired: 'Not handed over yet',
      not_fetched: 'Not on the phone yet',
      quiet: 'Gone quiet',
      reminders: '',
      fine: '',
    },
    unread: (n: number) => `${n} new`,
    failed: 'The list could not be brought up to date. What you see may be older.',
  },

  first: {
    title: 'Add your first client',
    about: 'Then you choose a program and hand it over with a code. It takes about five minutes.',
    steps: [
      'Add a client by name.',
      'Choose a program, or begin from one of 13 starters.',
      'Show the code. The phone does the rest.',
    ],
  },
  add: {
    open: 'Add client',
    name: 'Name',
    nameHint: 'As you call each other. Only your practice and this client see it.',
    zone: 'Time zone',
    language: 'Language',
    languageHint: 'Of the app and the program on the phone. It can be changed there, too.',
    submit: 'Add and choose a program',
    busy: 'Adding',
  },

  errors: {
    offline:
      'No connection to the server, so this was not done. Nothing is lost. Check the network and try again.',
    server: 'The server had a problem. Nothing is lost. Try again in a moment.',
    fields: 'Not saved yet. The marked fields need another look.',
    notFound: 'This client is not here. The link may be old, or you were not given access.',
    notAllowed: 'Only the owner of the practice can do this. Nothing was changed.',
    limited: 'Too many tries. Nothing is lost. Wait a moment and try again.',
    required: 'Please fill this in.',
  },

  client,
  builder,
  content,
  dose,
  measures,
  inbox,
  practice,
  reminders,
  safety,
  screening,
  visits,
} as const;
