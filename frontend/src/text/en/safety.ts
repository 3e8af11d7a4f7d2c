/** Words of what may be done today and why, and of a warning sign: the action first, then the reason. */
export const safety = {
  softer: (name: string) => `${name}: softer today.`,
  paused: (name: string) => `${name}: not today.`,
  heed: (name: string) => `${name}: with care.`,
  /** Instead of a rule that would name what she would rather not say. */
  quiet: 'Your answers ask for extra care.',
  youTold: (what: string) => `You told us: ${what}.`,
  noted: (who: string, what: string) => `${who} noted: ${what}.`,
  fits: 'Today fits what you told us',
  fitsAll: 'The rest is as planned.',
  nothingLeft: 'Nothing is left for today. Rest is fine, too.',
  heedTitle: 'Good to know before you start',

  changes: 'What changed your program',
  changesNone: 'Nothing you told us changes your program today.',
  changesSome: 'This is how it stands today. It moves on by itself with the days.',

  different: 'What is different today?',
  differentText: 'Choose all that fits. Your program changes at once.',
  whichSign: 'Which one is it?',
  whichHint: 'Tap all that you have. Everything pauses then, and you see what to do.',
  tell: 'Tell this',
  tellRed: 'Tell this and pause everything',
  back: 'Back',
  dayWrong: 'A day cannot be right. Please check it.',

  lock: {
    call: (number: string) => `Call ${number}`,
    ifWorse: (number: string) => `If it gets worse, call ${number}`,
    signs: 'You told us',
    signsBy: (who: string) => `${who} noted`,
    unnamed: 'Something on the warning list',
    closed: 'Everything is paused. Nothing can be started here.',
    notTold: (who: string) => `${who} has NOT been told yet.`,
    notToldWhy: 'It goes out by itself as soon as there is a network.',
    sendNow: 'Send now',
    sending: 'Sending',
    unsaved: 'This phone could not keep it. Please tell your therapist yourself.',
    told: (who: string) => `${who} was told.`,
    toldAt: (who: string, when: string) => `${who} was told at ${when}.`,
    notWatched: 'Nobody watches this all the time. Do not wait for an answer here.',
    lift: (who: string) => `Practice opens again when ${who} has looked at it with you.`,
    harm: 'You matter. Do not stay alone with this. Go to someone, or call now.',
  },

  sign: {
    title: 'You have this now?',
    text: 'Then everything pauses until your therapist has looked at it. You see at once what to do.',
    yes: 'Yes, I have this',
    no: 'No, go back',
    other: 'Another warning sign',
  },
};
