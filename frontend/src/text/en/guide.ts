/** Words that lead through a practice: what ears are told, what is asked in a hold, and how the phone may lead. */
import type { Answer } from '../../domain/discomfort';
import type { SkipReason } from '../../domain/logs';
import type { Moment } from '../../domain/marks';

const ASKED: Record<Moment, string> = {
  start: 'How tender is it?',
  during: 'And now? 2 to {most} is right.',
  end: 'How tender is it now?',
};

/** Word for word what the paper lets the app say to a number. */
const ANSWERS: Record<Answer, string> = {
  more: 'You may lean in a little more if that feels right.',
  good: 'Good range. Keep breathing.',
  top: 'That is the top. Ease off a little.',
  over: 'Too much. Come off the spot.',
  stop: 'Stop now.',
};

const REASONS: Record<SkipReason, string> = {
  no_time: 'No time',
  no_tool: 'No tool',
  too_sore: 'Too sore',
  other: 'Something else',
};

export const guide = {
  start: {
    options: 'Change today',
    short: 'Only 2 minutes',
    shortHint: 'We take the first part. It counts.',
    tools: 'No tool? Choose another way.',
    asPlanned: (tools: string) => `As planned: ${tools || 'no tool'}`,
    swap: (level: number, tools: string, lower: boolean) =>
      `${tools || 'No tool'}${lower ? `, softer (level ${level})` : ''}`,
    ready: 'Have ready',
    resting: (names: string) => `${names}: resting. Your therapist looks at it first.`,
  },
  path: { find: 'Find', pause: 'Stay', breathe: 'Breathe', move: 'Move' },
  getReady: (things: string) => `Get ready: ${things}`,
  /** `most`: the most discomfort that is fine for her. */
  asked: (moment: Moment, most: number): string => ASKED[moment].replace('{most}', `${most}`),
  scored: (score: number) => `${score} of 10`,
  low: 'not at all',
  high: 'very',
  answer: (answer: Answer): string => ANSWERS[answer],

  say: {
    stay: 'Stay here. Breathe.',
    half: 'Half way.',
    over: 'That was all. Rest a moment.',
  },

  gate: {
    strong: (pain: number) => `You wrote ${pain}. No pressure today.`,
    strongWhy: 'Only techniques that do not press are left for today.',
    nothing: 'There is no such technique in your program. Rest today, and be kind to yourself.',
    start: 'Start without pressure',
    more: (pain: number) => `You wrote ${pain}. That is more than usual for you.`,
    moreWhy: 'A softer day may suit you better. It counts just the same.',
    softer: 'Softer today (level 1)',
    planned: 'As planned',
    again: 'Choose another number',
    help: 'New, sudden or very different pain? Talk to a doctor first.',
  },

  hurt: {
    rest: (name: string) => `${name} rests now.`,
    restWhy: (therapist: string) => `Leave it out until ${therapist} has looked at it.`,
    easier: 'Come off the spot. Less is fine.',
    easierWhy: 'You can go on in a softer way, or leave this one out.',
    saved: 'Noted on this phone.',
    sent: (therapist: string) => `Sent to ${therapist}. Your therapist may not see this at once.`,
    notTold: (therapist: string) =>
      `${therapist} has NOT been told yet. It goes out when there is a network. Even then, your therapist may not see it at once.`,
    unsaved: 'This phone could not note it. Nothing else is lost. Please tell your therapist yourself.',
    again: 'Try again',
    urgent: 'Call for help now if you notice',
    call: (number: string) => `Call ${number}`,
    tell: 'Tell your therapist today if you notice',
    softer: (tools: string, level: number) => `Go on softer: ${tools || 'no tool'} (level ${level})`,
    lighter: 'Go on lighter, for less long',
    skip: 'Leave this one out',
    goOn: 'Go on with the rest',
  },

  tooMuch: {
    slip: 'That was a slip. Go back',
  },

  settings: {
    title: 'Sound and screen',
    intro: 'So that you can keep your eyes closed.',
    tones: 'Tones',
    tonesHint: 'At each change, and softly with your breath.',
    voice: 'Voice',
    voiceHint: 'Says what comes next.',
    noVoice: 'This phone has no voice in your language. The tones lead you.',
    vibration: 'Vibration',
    vibrationHint: 'Shakes at each change.',
    noVibration: 'This phone cannot shake.',
    silent: 'Silent',
    silentHint: 'Nothing sounds, speaks or shakes.',
    eyesClosed: 'Dark screen',
    eyesClosedHint: 'Nearly black while you hold. “This hurts” stays there.',
    breath: 'Your breath',
    breathNow: (perMinute: number) => `The circle takes about ${perMinute} breaths a minute.`,
    measure: 'Measure my breath',
    change: 'Change',
    done: 'Done',
  },

  breath: {
    title: 'Find your breath',
    how: 'Breathe as you like, for 20 seconds. Tap each time you breathe out.',
    hold: 'Or press while you breathe in, and let go as you breathe out.',
    tap: 'Breathe out: tap here',
    first: 'Begin with your next breath out.',
    left: (seconds: number) => `${seconds} seconds more`,
    counted: (breaths: number) => `${breaths} ${breaths === 1 ? 'breath' : 'breaths'} out`,
    found: (perMinute: number) => `About ${perMinute} breaths a minute`,
    foundWhy: 'The circle will grow and sink with that.',
    tooFew: 'Too few breaths to tell. That is fine.',
    use: 'Use this',
    again: 'Once more',
    usual: 'Use the usual breath',
    skip: 'Not now',
    unsaved: 'This phone could not keep it. Try again later.',
  },

  skipped: {
    why: 'Left out. Why? You need not say.',
    reason: (reason: SkipReason): string => REASONS[reason],
  },

  firm: {
    title: 'Did the spots get softer?',
    hint: '0 is soft, 10 is very firm. Fill in what you like.',
    start: 'At the start',
    end: 'At the end',
    unsaid: 'not said',
  },
};
