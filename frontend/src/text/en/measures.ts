/** The words of the few questions that are asked at the start and every 4 weeks. */
const questions = (count: number) => (count === 1 ? '1 question' : `${count} questions`);

export const measures = {
  rowTitle: 'How is it going overall?',
  row: (count: number) => `${questions(count)}, one minute`,
  go: 'Answer',
  notNow: 'Not now',
  putOff: 'Good. It comes back in a week.',
  me: (therapist: string) => `${therapist} uses it to see what helps you.`,

  step: (number: number, count: number) => `${number} of ${count}`,
  back: 'Back',
  next: 'Next',
  skip: 'Leave it out',
  unsaved: 'Not saved yet',
  unsavedHint: 'Your phone has no room. Your answer is still here. Make room, then try again.',

  pain: 'Your pain over the last 7 days, on average',
  goal: 'How well can you do this today?',
  goalEnds: ['not at all', 'as well as before'] as const,
  name: 'What would you like to do again?',
  nameHint: 'Name up to 3 things. In 4 weeks we ask how they go.',
  change: 'How are you now, compared with the start?',
  changeHint: 'Choose a step. 0 means nothing has changed.',
  better: 'better',
  worse: 'worse',
  same: 'no change',
  changeEnds: ['much worse', 'much better'] as const,

  done: 'Thank you',
  doneText: (therapist: string) => `${therapist} sees it and talks it over with you.`,
  none: 'Nothing to ask just now',
  noneText: 'These questions come every 4 weeks.',
  toToday: 'To today',
};
