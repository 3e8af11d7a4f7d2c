/** Words of reminders at the desk: whether a client's arrive, setting them together, and the therapist's own alerts. */

/** Why they do not arrive. */
const WHY: Record<string, string> = {
  no_channel: 'No phone takes reminders. They were never allowed there, or were switched off.',
  gone: 'The phone ended them by itself. That happens when the app is removed or long unused.',
  resubscribe: 'This server has a new key, and the phone does not know it yet.',
  unreachable: 'The phone’s push service could not be reached.',
  refused: 'The push service turns this server away.',
  lost: 'The push service did not take the last one.',
  unknown: 'The server stopped while it was sending.',
  mail_refused: 'No phone takes reminders, and the mailbox sent the mail back.',
  mail_unreachable: 'No phone takes reminders, and the mail server could not be reached.',
  not_sent: 'Nothing was sent. The part of the server that sends may not be running.',
};

const OPEN_THE_APP =
  'In the next visit: open the app on the phone. It mends itself, or shows one button for it. Then send a test.';
const WAIT = 'Nothing to do now. The next one goes out as usual. Send a test to be sure.';
const ASK_THE_HOST = 'Tell whoever runs this server. All clients with such phones are affected.';

/** What to do about it. */
const MEND: Record<string, string> = {
  no_channel:
    'In the next visit, on the phone: “Me”, then “Reminders”, then turn them on. Then send a test from here.',
  gone: OPEN_THE_APP,
  resubscribe: OPEN_THE_APP,
  unreachable: 'It is tried again at the next time. If it stays so, open the app with a good network.',
  mail_refused: 'In the next visit, on the phone: “Me”, then “Reminders”. Check the address there.',
  mail_unreachable: ASK_THE_HOST,
  refused: ASK_THE_HOST,
  not_sent: ASK_THE_HOST,
};

/** Why an alert did not reach the therapist. */
const WHY_HERE: Record<string, string> = {
  gone: 'The browser had given up its place with the push service. Turn it on again.',
  resubscribe: 'This server has a new key. Open the desk again and send yourself a test.',
  unreachable: 'The push service of the browser could not be reached.',
  refused: 'The push service turns this server away. Tell whoever runs it.',
  mail_refused: 'Your mailbox sent it back. Check the address that you sign in with.',
  mail_unreachable: 'The mail server could not be reached. Tell whoever runs this server.',
  not_sent: 'The part of the server that sends may not be running. Tell whoever runs it.',
};

export const reminders = {
  title: 'Reminders',
  failing: (since: string) =>
    since === '' ? 'Reminders not working' : `Reminders not working since ${since}`,

  state: {
    none: 'No time is set.',
    calendar: 'The calendar on the phone reminds. Pith sends nothing for these times.',
    untried: 'Ready. Nothing was due since the phone takes reminders.',
    shown: (since: string) => `They arrive on the phone, without a break since ${since}.`,
    accepted: (since: string) => `They go out, without a break since ${since}.`,
    acceptedAbout: 'This phone does not say whether it shows them, like many iPhones. Ask in the next visit.',
    byMail: 'By e-mail: the phone itself takes none.',
    failed: (since: string) => (since === '' ? 'Not working now' : `Not working since ${since}`),
  },
  why: (reason: string): string => WHY[reason] ?? 'The last one did not go out.',
  mend: (reason: string): string => MEND[reason] ?? WAIT,
  fading: {
    weekly: 'Not answered for a while, so one comes a week. One practice brings them back.',
    none: 'Not answered for long, so none comes now. One practice brings them back.',
  },
  last: {
    shown: (when: string) => `Last one shown ${when}.`,
    accepted: (when: string) => `Last one sent ${when}.`,
    failed: (when: string) => `Last one failed ${when}.`,
  },
  next: (when: string) => `next: ${when}`,
  tomorrow: 'tomorrow',
  off: 'off',
  inQuiet: 'in the quiet hours: does not come',
  zone: (zone: string, follows: boolean) => `${zone}${follows ? ', moves with the phone' : ''}`,
  quiet: (from: string, to: string) => `quiet from ${from} to ${to}`,
  away: (day: string) => `away, back on ${day}`,
  followUp: (after: string) => `one more ${after} later if nothing was practised`,
  after: (minutes: number) => (minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`),

  set: 'Set reminders together',
  change: 'Change together',
  form: {
    title: 'Set together',
    about: 'The client chooses. The phone takes it over when it next has a network.',
    time: (n: number) => `Time ${n}`,
    days: (n: number) => `Days of time ${n}`,
    on: 'On',
    remove: 'Take out',
    removeOf: (n: number) => `Take out time ${n}`,
    add: 'Add a time',
    nothing: 'No times: nothing is sent.',
    zone: 'Time zone',
    follows: 'Moves with the phone on travels',
    quiet: 'Keep quiet hours',
    from: 'Quiet from',
    to: 'Quiet until',
    away: 'Away for some time',
    back: 'Back on',
    followUp: 'One more the same day',
    followUpHint: 'Only when nothing was practised by then.',
    never: 'No',
    later: (after: string) => `${after} later`,
    calendar: 'The calendar on the phone reminds instead',
    save: 'Save times',
    saved: 'Saved. The phone is told.',
    faults: {
      empty: 'Please fill this in.',
      twice: 'This time is there twice on the same day.',
      many: 'At most 12 times.',
      past: 'Choose a day after today.',
    },
  },
  test: {
    send: 'Send a test',
    waiting: 'On its way to the phone.',
    noPhone:
      'No phone takes them yet. On the phone: “Me”, then “Reminders”, then turn them on. Then send a test from here.',
    shown: 'The phone showed it.',
    accepted: 'It was sent. Look at the phone: is it there?',
    failed: (why: string) => `It did not arrive. ${why}`,
    tooMany: 'That is enough for today. Try again tomorrow.',
  },

  alerts: {
    lost: 'Alerts no longer come to this browser. See why',
    title: 'Red flags and stops, at once',
    about: 'When a client stops with sharp pain or tells a red flag. All else waits in the list.',
    here: 'This browser',
    state: {
      unknown: 'Looking.',
      unsupported: 'This browser cannot show alerts. Use another one, or e-mail.',
      'install-first': 'On an iPhone or iPad: add Pith to the Home Screen first, then open it there.',
      ask: 'No alerts come here yet.',
      denied: 'The browser blocks them. Allow notifications for this site in its settings.',
      off: 'Turned off here.',
      on: 'Alerts come here, even when the desk is closed. Signing out pauses them.',
      broken: 'Allowed here, but the browser lost its place with the push service.',
    },
    turnOn: 'Turn on here',
    mend: 'Mend it',
    turnOff: 'Turn off here',
    test: 'Send me a test',
    turned: {
      denied: 'The browser said no. Nothing was changed.',
      dismissed: 'The browser’s question was closed without an answer. Try again when you like.',
      timeout: 'The push service did not answer. Check the network and try again.',
      offline: 'No connection to the server. Nothing was changed.',
      refused: 'The browser could not sign up with its push service. Try again later.',
    },
    tested: {
      shown: 'It was shown.',
      accepted: 'It was sent. If you see nothing, look at the system’s settings for notifications.',
      offline: 'No connection to the server. Nothing was sent.',
      'too-many': 'That is enough for today. Try again tomorrow.',
      failed: (why: string) => `It did not arrive. ${why}`,
    },
    testing: 'On its way.',
    mail: (address: string) => `Also by e-mail to ${address}`,
    noMail: 'E-mail: this installation sends none.',
    nothing: 'Nobody tells you at once now. Red flags and stops wait in the list.',
    none: 'Nothing was sent to you so far.',
    last: {
      shown: (when: string) => `Last one ${when}: it was shown.`,
      accepted: (when: string) => `Last one ${when}: it was sent. No browser said that it showed it.`,
      failed: (when: string, why: string) => `Last one ${when}: it did not reach you. ${why}`,
    },
    why: (reason: string): string =>
      reason === 'no_channel'
        ? 'Neither a browser nor e-mail was turned on.'
        : (WHY_HERE[reason] ?? 'Send yourself a test.'),
  },
} as const;
