/** The words of reminders: never a nag, and nothing of anybody's health. */
import { plural } from '../plural';

const TURN_ON = 'Turn on reminders';

function span(minutes: number): string {
  return minutes < 60 ? plural(minutes, 'minute', 'minutes') : plural(minutes / 60, 'hour', 'hours');
}

export const reminders = {
  title: 'Reminders',
  open: 'Set reminders',
  nextTitle: 'Next reminder',
  noTime: 'No time is set yet.',
  nothing: 'None in the next days.',
  away: (day: string) => `Off until ${day}.`,
  byCalendar: 'Your own calendar reminds you.',
  paused: 'They wait until your program is open again.',
  nowhere: 'No phone takes them yet.',
  when: (near: string, day: string, time: string) =>
    near === 'named' || near === 'far' ? `${day} at ${time}` : `${near} at ${time}`,

  here: {
    ask: {
      title: 'Let this phone remind you',
      text: 'One short note at your time. It says nothing about your health. The browser asks next: choose “Allow”.',
      go: TURN_ON,
    },
    off: {
      title: 'Off on this phone',
      text: 'Nothing comes to this phone until you turn it on.',
      go: TURN_ON,
    },
    denied: {
      title: 'This phone blocks notes from Pith',
      text: 'Only you can change that. It takes a moment:',
      go: 'Look again',
    },
    broken: {
      title: 'Reminders do not reach this phone',
      text: 'The phone has let go of its link. One tap makes a new one.',
      go: 'Mend it',
    },
    unsupported: {
      title: 'This browser cannot show reminders',
      text: 'Your own calendar or an e-mail can do it.',
      go: null,
    },
    'install-first': {
      title: 'First put Pith on your home screen',
      text: 'On an iPhone reminders only come to apps that are there.',
      go: null,
    },
  },
  blocked: {
    apple: ['Open Settings on your phone, then Notifications, then Pith.', 'Allow notifications there.'],
    firefox: ['Tap the lock beside the address.', 'Take the block off the notes.'],
    samsung: ['Open the menu, then Settings, then Sites.', 'Let Pith send notes there.'],
    installed: ['Hold the Pith icon, then tap App info.', 'Turn on Notifications there.'],
    chrome: ['Tap the sign beside the address.', 'Turn on Notifications there.'],
  },
  install: ['Tap Share in Safari.', 'Choose “Add to Home Screen”.', 'Open Pith there and turn reminders on.'],
  installCode: 'It asks for a code. Get the code under Me.',
  installDrawing: 'From Share to the home screen',
  turned: {
    dismissed: 'You closed the question. Nothing has changed.',
    timeout: 'The phone took too long. Try again in a moment.',
    offline: 'No network just now. Your times are kept. Try again later.',
    refused: 'It did not work this time. Try again in a moment.',
  },

  proof: {
    shown: (when: string) => `Last reminder arrived ${when}.`,
    accepted: (when: string) => `Last reminder went out ${when}.`,
    failed: (when: string) => `The last one did not arrive (${when}).`,
    none: 'None has come yet.',
    asOf: (when: string) => `As of ${when}, when there was a network.`,
    weekly: 'Reminders come once a week now. One practice brings them back.',
    rest: 'Reminders rest now. One practice brings them back.',
  },
  why: {
    no_channel: 'No phone of yours was ready for it.',
    gone: 'This phone had let go of its link.',
    not_sent: 'The practice could not send it just now.',
    other: 'The phone’s own service did not take it.',
  },
  test: {
    go: 'Send me one now',
    shown: 'It arrived. Reminders work on this phone.',
    accepted: 'It is on its way. When you see it, all is well.',
    failed: 'It did not arrive.',
    offline: 'No network just now. Try again later.',
    'too-many': 'That is enough for today. Try again tomorrow.',
    mended: 'Mended. Try one now.',
  },
  turnOff: 'Turn off on this phone',

  times: 'Times',
  add: 'Add a time',
  edit: 'Change this time',
  time: 'Time',
  days: 'Days',
  everyDay: 'Every day',
  weekdays: 'Monday to Friday',
  isOn: (time: string) => `${time} is on`,
  save: 'Save',
  remove: 'Remove this time',
  twice: 'This time is there already on one of these days.',
  noDay: 'Choose at least one day.',
  full: 'There are 12 times. Remove one first.',
  kept: 'Saved on this phone. It goes out with the next network.',
  sent: 'Saved. Your practice has it.',
  unsaved: 'This phone has no room to save it. Nothing has changed.',

  off: {
    title: 'Time off',
    text: 'No reminders while you are away.',
    tomorrow: 'Until tomorrow',
    week: 'For a week',
    date: 'Until a date',
    on: 'Back on',
    back: 'I am back',
  },
  quiet: {
    title: 'Quiet hours',
    text: 'No reminder comes in these hours.',
    none: 'None',
    range: (from: string, to: string) => `${from} to ${to}`,
    from: 'From',
    to: 'To',
    drop: 'No quiet hours',
  },
  more: {
    title: 'One more the same day',
    text: 'Only if there was no practice by then.',
    no: 'No',
    after: (minutes: number) => `After ${span(minutes)}`,
  },
  zone: {
    title: 'Time zone',
    follows: (city: string) => `Like this phone (${city})`,
    stays: (city: string) => `Always ${city}`,
  },

  others: 'Other ways',
  mail: {
    title: 'By e-mail',
    text: 'At most one a day, and only when no phone could show it.',
    address: 'Your e-mail',
    go: 'Send me a mail to confirm',
    unconfirmed: (address: string) => `A mail went to ${address}. Open it and confirm.`,
    on: (address: string) => `Mails go to ${address}.`,
    end: 'No more mails',
    offline: 'No network just now. Try again later.',
    refused: 'This address did not work. Look at it once more.',
  },
  calendar: {
    title: 'In your own calendar',
    text: 'It rings at your times, even without a network.',
    go: 'Add my times',
    asked: 'Does your calendar have them now?',
    yes: 'Yes, let it remind me',
    on: 'Your calendar reminds you. After a change, add your times again.',
    here: 'Let Pith remind me again',
    feed: 'A link to your times',
    feedText: 'A calendar that follows it shows them but does not ring. Keep it to yourself.',
    since: (day: string) => `In use since ${day}.`,
    make: 'Make a link',
    anew: 'Make a new link',
    copy: 'Copy the link',
    copied: 'Copied.',
    open: 'Open in a calendar',
    end: 'End the link',
  },
  answered: (who: string) => `${who} has answered you`,

  later: {
    title: 'Remind me later',
    span: (minutes: number) => `In ${span(minutes)}`,
    ok: (time: string) => `Good. It comes at ${time}.`,
    offline: 'No network just now, so it could not be set.',
    refused: 'It could not be set. It works 5 times a day.',
  },
  mended: 'Mended. Reminders reach this phone again.',
  after: {
    title: 'A reminder for next time?',
    text: 'One short note at a time you choose. It says nothing about your health.',
    next: 'The browser asks next: choose “Allow”.',
    go: 'Remind me',
    no: 'Not now',
    look: 'How it works here',
    kept: 'Your time is kept. The phone does not ring yet.',
  },
};
