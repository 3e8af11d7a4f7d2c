/** Words of the inbox: what waits and why, how it was closed, and who stands in for whom. */

const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** What a dose rule did, or proposes. */
const RULES: Record<string, string> = {
  D01: 'All practice rests because of a red flag.',
  D02: 'It rests because it hurt.',
  D03: 'Still felt after 48 hours. What works there rests.',
  D04: 'Pain rose after practice. It went one step back.',
  D05: 'Discomfort was 6 of 10 or more. It went one step back.',
  D06: 'Two weeks without practice. It begins again, short and gentle.',
  D07: 'A week without practice. The time was halved.',
  D12: 'Steady, and little discomfort. Ready for more time.',
  D13: 'Steady for two weeks. Ready for the next level.',
};

export const inbox = {
  nav: (n: number): string => (n === 0 ? 'Inbox' : `Inbox (${n})`),
  empty: 'Nobody needs you now.',
  fine: (n: number): string => {
    if (n === 0) return '';
    return n === 1 ? 'Nothing waits for your client.' : `Nothing waits for any of your ${n} clients.`;
  },
  keys: 'Keys: j and k move, Enter opens, 1 to 5 close with an outcome.',
  list: 'What waits',
  rank: {
    urgent: 'Urgent',
    stop: 'Stop',
    reaction: 'Reaction',
    worsening: 'Worse',
    question: 'Question',
    silence: 'Quiet',
    review: 'Review',
    info: 'Note',
  },
  raise: 'Raise?',
  reminders: 'Reminders',
  answer: 'Answer',
  answerTo: (name: string) => `Answer ${name}`,
  done: 'Done',
  doneOf: (name: string) => `Done: ${name}`,
  how: (name: string) => `How did you deal with it? ${name}`,
  outcome: {
    answered: 'Answered',
    adjusted: 'Program changed',
    called: 'Called',
    seen: 'Seen',
    nothing_to_do: 'Nothing to do',
  },
  closed: (name: string, how: string) => `${name}: ${how}.`,
  undo: 'Put back',
  today: (n: number) => `Closed today: ${n}`,
  closedBy: (how: string, who: string, when: string) => `${how} · ${who}, ${when}`,
  /** Of a client whom somebody else was given. */
  other: 'A colleague’s client.',
  covering: (name: string, until: string) => `You stand in for ${name} until ${until}.`,
  why: {
    flags: (labels: string) => labels,
    hurt: (feeling: string, where: string, rests: boolean) =>
      `${feeling}, ${where}.${rests ? ' It rests.' : ''}`,
    felt: (n: number) => `${n} of 10`,
    worse: 'Worse since the last practice.',
    newSign: 'A new sign since the last practice.',
    strongPain: (n: number) => `Pain ${n} of 10 before practice. Nothing pressed that day.`,
    worsening: (before: string, now: string) =>
      `Pain before practice rose from ${before} to ${now} in a week.`,
    silence: (days: number, last: string) =>
      last === ''
        ? `The program is on the phone, but not begun. ${count(days, 'planned day')}.`
        : `No practice on ${count(days, 'planned day')}. The last was ${last}.`,
    noChange: (weeks: number, before: string, now: string) =>
      `${weeks} weeks, and pain is much the same: ${before} at first, ${now} now.`,
    goalMet: (n: number) =>
      n === 1 ? 'The own activity goes as before.' : `All ${n} own activities go as before.`,
    lowPractice: (kept: number, planned: number) => `Practised on ${kept} of ${planned} days in two weeks.`,
    stepBacks: (n: number) => `${n} steps back within two weeks.`,
    course: (weeks: number, visits: number) =>
      `${weeks} weeks of care, ${count(visits, 'visit')}. Time for a review.`,
    rule: (rule: string): string => RULES[rule] ?? 'The rules changed the dose.',
    quoted: (text: string) => `“${text}”`,
  },

  away: {
    title: 'When you are away',
    about:
      'A colleague sees your clients on these days, and is told of red flags and stops. You still are, too.',
    busy: 'This colleague is away herself on some of these days.',
    standsIn: (people: string) => `You stand in for ${people}. Somebody has to do that instead.`,
    span: (name: string, from: string, until: string) => `${name} (${from} to ${until})`,
    handOnAbout: (cover: string) => `${cover} can do that, too, until they are back.`,
    handOn: (cover: string) => `${cover} does both`,
    nobody: 'Add a colleague first. Then she can stand in for you.',
    none: 'Nobody stands in for you now.',
    set: (name: string, from: string, until: string) =>
      `${name} stands in for you from ${from} until ${until}.`,
    from: 'First day away',
    until: 'Last day away',
    who: 'Who stands in',
    save: 'Save days',
    saved: 'Saved. Your clients’ phones say so on these days.',
    end: 'I am here',
    ended: 'Nobody stands in for you any more.',
  },
} as const;
