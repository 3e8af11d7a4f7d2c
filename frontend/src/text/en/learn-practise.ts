/** The cards for the practice itself: how much, what it feels like, when to stop, with what. */
import type { Card, CardId } from '../../domain/learn';

export const practise: Pick<
  Record<CardId, Card>,
  'how-much' | 'feel' | 'stop' | 'where-not' | 'next-days' | 'tools'
> = {
  'how-much': {
    title: 'How much is enough',
    about: 'Small, gentle and often',
    parts: [
      { text: 'Start with 5 to 10 minutes a day. Begin gently. Go slowly.' },
      { text: 'A little each day does more than a lot now and then.' },
      {
        title: 'How strong it should feel, from 0 to 10',
        list: [
          '0 or 1: Lean in a little more if that feels right.',
          '2 to 4: Good. Keep breathing.',
          '5: That is the top. Ease off a little.',
          '6 or 7: Too much. Come off the spot. Go softer.',
          '8 or more, or sharp: Stop now.',
        ],
      },
      { text: 'Harder is not better. In one study, light and strong rolling gave the same gain.' },
      { text: 'A day of rest is fine.' },
    ],
  },
  feel: {
    title: 'What you may feel',
    about: 'Warmth, a good ache, feelings',
    parts: [
      {
        text: 'Many people notice one of these:',
        list: [
          'Warmth, or a cool feeling',
          'A soft pull, or more room',
          'A good ache, 4 or less',
          'A tingle or pulse in the spot, gone in seconds',
          'A small move that comes by itself',
          'A deep calm, or feeling tired',
        ],
      },
      { text: 'Some people feel nothing much. That is fine, too.' },
      {
        title: 'When feelings come up',
        text: 'Tears, a laugh or an old memory may come. That is all right. Stop, feel your feet, breathe. Talk to someone you trust if you like. Tell your therapist only if you wish.',
      },
      {
        title: 'What is different',
        text: 'Stop if it tingles or goes numb down an arm or leg. Stop if it turns sharp.',
      },
    ],
  },
  stop: {
    title: 'When to stop',
    about: 'Signs to stop, signs to call for help',
    parts: [
      { text: 'Stop now. Take the tool away. Rest.' },
      {
        title: 'Stop if it feels',
        list: ['Sharp, like a stab', 'Burning', 'Electric', 'Numb', 'As if it runs down an arm or leg'],
      },
      { text: 'Just too strong? Come off the spot. Go softer, or leave it out.' },
      {
        title: 'Call for help now if you have',
        call: true,
        list: [
          'Chest pain, or you are suddenly short of breath',
          'A face that droops, a weak arm, or trouble speaking',
          'A sudden headache, the worst ever',
          'Numbness between the legs, or new trouble passing water',
          'One leg that is newly swollen, warm or red',
        ],
      },
      {
        text: 'Not sure? Stop, and ask. Pith does not watch over you. Your therapist may not see a note at once.',
      },
    ],
  },
  'where-not': {
    title: 'Where not to press',
    about: 'Places and days to leave alone',
    parts: [
      {
        title: 'Never press here',
        list: [
          'The bones of the spine',
          'The soft area of the back below the ribs',
          'The belly',
          'The front and side of the neck',
          'Armpit, groin, back of the knee',
          'The eyes',
          'A wound, bruise, lump or vein cord',
          'A new injury, or skin that is hot, red or swollen',
        ],
      },
      {
        title: 'Not today',
        text: 'Leave out all pressure if you have a fever or feel ill. Also if you had strong painkillers or alcohol.',
      },
      {
        title: 'Ask first',
        text: 'Tell your therapist before you press if you have thin bones. Also if you take blood thinners, bleed easily or clot easily.',
      },
    ],
  },
  'next-days': {
    title: 'The next 2 days',
    about: 'What can happen in 24 to 48 hours',
    parts: [
      {
        title: 'This can happen, and then it fades',
        list: [
          'A dull, sore feeling, as after sport',
          'Feeling tired, warm or light',
          'Your known ache, a bit stronger for a while',
          'Feelings that come up',
        ],
      },
      {
        title: 'Be kind to yourself',
        text: 'Have some water and a gentle walk if you like. Notice what is new.',
      },
      {
        title: 'Tell your therapist the same day',
        list: [
          'It is still there after 2 days, or gets worse.',
          'The pain is 3 or more above before.',
          'A bruise is larger than a coin.',
          'You take blood thinners and have any bruise.',
          'You feel numb or dizzy for over 30 minutes.',
          'You have a swelling or a new kind of headache.',
          'It keeps you from sleep.',
        ],
      },
    ],
  },
  tools: {
    title: 'Tools, and what will do',
    about: 'Balls, rollers, and things from home',
    parts: [
      {
        list: [
          'Soft ball: try 2 thick socks, rolled up.',
          '2 balls: put 2 tennis balls in a long sock. Tie it shut.',
          'Soft roller: roll up a big towel and tie it.',
          'Stick: take a rolling pin, for the lower leg or forearm.',
          'Hooked cane: put a ball in a long sock. Hang it over your shoulder, at a wall.',
          'Golf ball: start with a softer one.',
        ],
      },
      {
        title: 'Before you swap',
        text: 'Go softer, never harder. Take nothing made of glass, and nothing with an edge. Ask your therapist if you are not sure.',
      },
      {
        text: 'No tool today? Start as usual. Tap “No tool?” and choose another way.',
      },
    ],
  },
};
