/** The words of the client's own pages: a grade-6 reader, verbs first, no Latin, nothing promised. */
import { plural } from '../plural';

function seconds(total: number): string {
  const minutes = Math.floor(total / 60);
  const rest = Math.round(total % 60);
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

export const client = {
  seconds,
  nav: { label: 'Pages', today: 'Today', history: 'History', me: 'Me' },

  join: {
    eyebrow: 'From your therapist',
    title: 'Your home program',
    intro: 'A few minutes a day, in steps that you can follow lying down. It works without a network, too.',
    sees: 'Your therapist sees what you practised and how it felt.',
    keeps: 'Your notes are kept on this phone and at the practice, nowhere else.',
    more: 'What is stored',
    details: [
      'Your first name, and which phone you use.',
      'Each practice: when, how long, pain before and after, what you felt, your words.',
      'If you stop because something hurts: where and how it felt.',
      'Nothing goes to anybody else. No ads, no tracking, no location.',
      'You can take your data with you or erase it at any time, under Me.',
    ],
    agree: 'With Start you agree that your practice keeps this for your care.',
    start: 'Start',
    starting: 'Linking this phone',
    notYou: 'Not meant for you? Just close this page.',
    badTitle: 'This link has been used',
    bad: 'A link works once, for 7 days. Ask your therapist for a new one: it takes her a moment.',
    busy: 'Too many tries just now. Wait a few minutes, then try again.',
    offline:
      'There is no network, so this phone cannot be linked yet. Your link is still good: try again in a moment.',
    trouble: 'The practice did not answer as it should. Your link is still good. Try again in a moment.',
    haveCode: 'I have a code',
    someoneTitle: (name: string) => `This phone already belongs to ${name}`,
    someone: (name: string) =>
      `If this link is for ${name}, go on: nothing is lost. If not, sign ${name} out first (Me, then Sign out): one phone holds one person.`,
    someoneGo: (name: string) => `Yes, I am ${name}`,
    someoneBack: 'Back to my program',
    therapistTitle: (name: string) => `You are signed in as ${name}`,
    therapist:
      'If you start here, this browser becomes a client’s phone. It signs you out of your desk. To show it to a client, let her scan the code with her own phone.',
    device: { iphone: 'iPhone', ipad: 'iPad', android: 'Android phone', computer: 'Computer' },
  },

  today: {
    greeting: (hour: number, name: string) => {
      const part =
        hour < 5
          ? 'Good evening'
          : hour < 12
            ? 'Good morning'
            : hour < 18
              ? 'Good afternoon'
              : 'Good evening';
      return `${part}, ${name}`;
    },
    toGo: (minutes: number, left: number) => `${plural(minutes, 'minute', 'minutes')}, ${left} to go.`,
    fresh: (minutes: number) => `${plural(minutes, 'minute', 'minutes')} for yourself.`,
    allDone: 'All done for today. Well looked after.',
    minutesUnit: 'min',
    slice: (done: number, all: number) => `${done} of ${all} done today`,
    list: 'Today’s techniques',
    done: 'done',
    started: 'begun',
    start: 'Start',
    goOn: 'Continue',
    again: 'Once more',
    finish: 'Finish your notes',
    waitingTitle: 'Your program is on its way',
    waiting: (therapist: string) => `${therapist} is putting it together. It appears here by itself.`,
    questionsTitle: 'Answer the safety questions first',
    questions: (count: number, minutes: number) =>
      `${plural(count, 'question', 'questions')}, about ${plural(minutes, 'minute', 'minutes')}. Then your program opens.`,
    questionsAgain: 'Something has changed, or some time has passed. So they are asked again.',
    questionsGo: 'Answer the questions',
    uncheckedTitle: 'Not checked yet',
    unchecked:
      'The safety rules are not on this phone yet. Without them nothing can start. Find a network, then try again.',
    uncheckedAgain: 'Try again',
    stopTitle: 'Stop all practice now',
    stop: 'You told us of a warning sign. Get help now.',
    stopCall: (number: string) => `Call ${number}`,
    restingTitle: 'Resting',
    resting: (therapist: string) => `It hurt, so leave it out until ${therapist} has looked at it.`,
    restingBody: (therapist: string) => `Your body asked for a break. ${therapist} looks at it with you.`,
    restTitle: 'A day of rest',
    rest: (next: string | null) =>
      next ? `Nothing is planned today. Your next practice is on ${next}.` : 'Nothing is planned today.',
    soonTitle: 'Your program is ready',
    soon: (day: string) => `It starts on ${day}.`,
    keptPartial: 'Your last practice stopped halfway. What you did is saved.',
    notKept:
      'Your last practice is not saved: this phone is full. Make some room. Nothing is lost while this page stays open.',
  },

  dose: {
    hold: (s: number) => `Hold ${seconds(s)}`,
    spots: (spots: number, breaths: number) =>
      `${spots} spots · ${plural(breaths, 'breath', 'breaths')} each`,
    roll: (s: number) => `roll ${seconds(s)}`,
    move: (s: number) => `move ${seconds(s)}`,
    left: (words: string) => `${words} left`,
    right: (words: string) => `${words} right`,
    each: (words: string) => `${words} each side`,
  },

  saved: {
    all: 'All saved',
    unsent: (count: number) => `${count} not sent yet`,
    title: 'Kept on this phone',
  },

  contact: {
    signedOutTitle: 'This phone is signed out',
    signedOut:
      'Go on as usual: everything is kept here. Ask your therapist for a new link, or enter a code. Then it will be sent.',
    code: 'Enter a code',
    oldTitle: 'A newer version is needed',
    old: 'Your notes are still sent. To see changes to your program, close this page and open it again.',
    attention: (count: number) => `${plural(count, 'entry needs', 'entries need')} a look`,
    attentionGo: 'Have a look',
    updateReady: 'A new version is ready.',
    updateNow: 'Use it',
  },

  learn: {
    all: 'Good to know',
    feel: 'What may I feel?',
    stop: 'When to stop',
    'next-days': 'The next 2 days',
  },

  lost: { title: 'This page is not here', text: 'The address may be mistyped.', home: 'To today' },
  broken: {
    title: 'Something went wrong on this page',
    text: 'What you saved is safe. Open the page again.',
    reload: 'Open again',
  },
};
