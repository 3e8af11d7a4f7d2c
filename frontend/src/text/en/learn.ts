/** The cards to read: what the work is, what may be felt, when to stop, where to find help. At most 150 words each. */
import type { Card, CardGroup, CardId } from '../../domain/learn';
import { practise } from './learn-practise';

const groups: Record<CardGroup, string> = {
  know: 'Get to know it',
  practise: 'While you practise',
  help: 'Good to ask',
};

const know: Pick<Record<CardId, Card>, 'fascia' | 'two-ways' | 'at-home'> = {
  fascia: {
    title: 'What fascia is',
    about: 'The web that holds you together',
    parts: [
      {
        text: 'Fascia is a thin, strong web inside you. It wraps each muscle, bone and nerve. It links them, too.',
      },
      {
        text: 'Think of an orange. The white pith wraps each piece and holds the whole fruit. This app is named after it.',
      },
      {
        text: 'Fascia is full of nerve ends. So it has a part in how you sense your body.',
      },
      {
        text: 'On a good day its layers slide with ease. After a knock, with stress or long sitting, a place may feel stiff. Why that is so, science does not fully know yet.',
      },
      { text: 'The web runs all through you. So your program may also use a place beside the sore one.' },
    ],
  },
  'two-ways': {
    title: 'Lean in, or ease off',
    about: 'Direct and indirect work',
    parts: [
      {
        title: 'Lean in and wait',
        text: 'You rest on a tight place, gently. You stay still and breathe. After a while the place may feel softer. Balls and rollers mostly work this way. It is called direct work.',
      },
      {
        title: 'Ease off and wait',
        text: 'You move away from the tight place, to where it feels best. You rest there and let it settle. Nothing presses. This suits a very tender body or a sore day. It is called indirect work.',
      },
      { text: 'No way is better. Many programs use both. Your therapist picks what fits you.' },
    ],
  },
  'at-home': {
    title: 'Hands-on and at home',
    about: 'What each can do',
    parts: [
      {
        title: 'In the room',
        list: [
          'Your therapist feels how your body answers.',
          'The touch is mostly light. It may stay for 3 to 5 minutes.',
          'Your whole body is looked at, not just a spot.',
        ],
      },
      {
        title: 'On your own',
        list: [
          'Your own weight or hand presses. That can get strong fast.',
          'Holds are shorter and reach less deep.',
          'Nobody else feels what happens. So Pith asks you how it was.',
        ],
      },
      { text: 'Both go well together. A few minutes at home can bridge the time between 2 visits.' },
    ],
  },
};

const help: Pick<Record<CardId, Card>, 'questions' | 'pregnancy-surgery' | 'therapist' | 'warning-signs'> = {
  questions: {
    title: 'Common questions',
    about: 'Pain, time, massage, money',
    parts: [
      { title: 'Must it hurt?', text: 'No. A good ache is enough, 4 or less. Sharp pain always means stop.' },
      {
        title: 'How long does it take?',
        text: 'That differs. A new problem often takes 3 to 6 visits. An old one often takes 10 to 12, and then now and then.',
      },
      {
        title: 'Is it a massage?',
        text: 'It is slower. A massage strokes and moves on. Here you stay in one place and wait.',
      },
      {
        title: 'What if nothing changes?',
        text: 'That is fine. Tell your therapist at your next visit.',
      },
      {
        title: 'What goes well with it?',
        text: 'Yoga, walking, and the care of your doctor. Let all who look after you know.',
      },
      { title: 'Who pays?', text: 'That depends on your plan. Ask your health insurer first.' },
    ],
  },
  'pregnancy-surgery': {
    title: 'Pregnant, or after surgery',
    about: 'Ask first, and start small',
    parts: [
      {
        title: 'Pregnant',
        text: 'Tell your therapist before you go on. Some steps are left out, most of all in the first 3 months. Other steps are changed. Work with someone who knows pregnancy well.',
      },
      {
        title: 'After surgery',
        list: [
          'Ask your surgeon first.',
          'Leave the area alone in the first week.',
          'Very light work may start after 1 to 2 weeks, if the surgeon agrees.',
          'More may follow after 6 to 8 weeks.',
          'Never press on a wound that is still open.',
        ],
      },
      { text: 'Tell your therapist about both. Your program then fits you again.' },
    ],
  },
  therapist: {
    title: 'Finding a therapist',
    about: 'Good signs and good questions',
    parts: [
      {
        title: 'Good signs',
        list: [
          'They first learned a job in health or massage.',
          'They then trained in this work, and still do.',
          'They ask about your health and your goals.',
          'They are glad to work with your doctor.',
          'They listen. You feel safe.',
        ],
      },
      {
        title: 'Ask before you book',
        list: [
          'How did you train for this work?',
          'How long have you done it?',
          'What problems do you see most?',
          'What happens in a visit?',
          'How many visits may I need?',
        ],
      },
      { text: 'A good therapist likes such questions.' },
    ],
  },
  'warning-signs': {
    title: 'Warning signs',
    about: 'When to look for someone else',
    parts: [
      {
        text: 'Take care with someone who:',
        list: [
          'says that all pain will be gone, or gone at once',
          'only works with great force',
          'gives you just a few minutes',
          'will not talk with your doctor',
          'says that you need no doctor at all',
        ],
      },
      { text: 'You may say no at any time. You may stop a visit and leave. You need not say why.' },
      { text: 'Trust how you feel. Good care is calm and kind.' },
    ],
  },
};

export const learn = {
  title: 'Good to know',
  intro: 'Short cards to read when you like. They work without a network.',
  eyebrow: 'Good to know',
  all: 'All cards',
  next: (title: string) => `Next: ${title}`,
  backToPractice: 'Back to your practice',
  call: (number: string) => `Call ${number}`,
  groups,
  cards: { ...know, ...practise, ...help } satisfies Record<CardId, Card>,
};
