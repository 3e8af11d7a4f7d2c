/** Words about one client's safety: her flags, her answers, the questions asked in the room. */
import type { Why } from '../../domain/desk/answers';
import type { RoomSection } from '../../domain/desk/room';

const SOURCES: Record<string, string> = {
  intake: 'in the safety questions',
  check: 'in the daily check',
  daily_check: 'in the daily check',
};
const ACTS: Record<string, string> = {
  raise: 'Raised',
  lower: 'Lowered',
  confirm: 'Days confirmed',
  lift: 'Lifted',
};
const WHY_SHORT: Record<Why, string> = {
  first: 'new',
  yearly: 'yearly',
  news: 'after news',
  pause: 'after a pause',
};

const questions = (n: number) => (n === 1 ? '1 safety question' : `${n} safety questions`);

export const screening = {
  flags: {
    title: 'Flags',
    none: 'No flag is on today.',
    loading: 'Loading the flags',
    raise: 'Raise a flag',
    red: 'Red flag',
    anyRed: 'A sign of the warning list',
    placeless: 'No place told: it counts for the whole body.',
    since: (day: string) => `since ${day}`,
    tellings: (n: number) => `told ${n} times`,
    client: (source: string | null) => `Told by the client ${SOURCES[source ?? ''] ?? 'on the phone'}`,
    therapist: (name: string, source: string | null) =>
      source === 'intake' ? `Told in the room, asked by ${name}` : `Raised by ${name}`,
    arrived: (when: string) => `arrived ${when}`,
    day: (n: number) => `day ${n}`,
    also: (label: string) => `Also on by the date: ${label}`,
    next: (day: string, label: string) => `From ${day}: ${label}`,
    ends: (day: string) => `Over on ${day}`,
    endsAlone: (day: string) => `Ends by itself on ${day}`,
    waitsNext: (text: string) => `${text}; waits for your confirmation.`,
    waits: (day: string) => `By the date over since ${day}. Stays on until you confirm.`,
    undated: 'No date told: it stays until you lower it.',
    lower: 'Lower',
    confirm: 'Confirm days',
    lift: 'Lift',
    of: (act: string, label: string) => `${act}: ${label}`,
  },

  red: {
    title: (n: number) => (n === 1 ? 'Red flag' : `${n} red flags`),
    paused: 'All practice is paused on the phone until you lift this.',
    call: 'Call your client now.',
    emergency: (number: string) => `This can be an emergency. No answer: think of ${number}.`,
    urgent: 'A doctor should look at this today.',
    lift: 'Write down what was done, and lift it.',
    liftDo: 'Write down and lift',
  },

  act: {
    lowerTitle: 'Lower this flag?',
    lowerAbout: 'It no longer counts from now on. What was told stays in the history.',
    lowerDo: 'Lower the flag',
    confirmTitle: 'Have these days passed well?',
    confirmAbout: 'The stricter phase ends. The later one goes on by its own date.',
    confirmDo: 'Confirm the days',
    until: 'All went well until',
    untilHint: 'Today at the latest.',
    liftTitle: 'Lift a red flag',
    liftAbout: 'When none is left, the phone opens again. What was told stays in the history.',
    liftDo: 'Lift',
    which: 'Which of them',
    reason: 'Why',
    reasonHint: 'Stays in the file. The client does not read it.',
    done: 'What was done',
    doneHint: (least: number) => `At least ${least} characters. Stays in the file.`,
    doneShort: (more: number) =>
      more === 1 ? '1 more character, please.' : `${more} more characters, please.`,
    noneChosen: 'Choose at least one.',
    lowered: 'Lowered. The phone hears of it with the next sync.',
    confirmed: 'Confirmed. The phone hears of it with the next sync.',
    lifted: 'Lifted. The phone hears of it with the next sync.',
  },

  raise: {
    title: 'Raise a flag',
    search: 'Find a flag',
    searchHint: 'A word is enough: thinner, scar, dizzy.',
    found: (n: number) => (n === 1 ? '1 flag' : `${n} flags`),
    none: 'No flag has this name. Try a shorter word.',
    other: 'Another flag',
    where: 'Where',
    whereHint: 'Without a place it counts for the whole body.',
    date: 'Day it began',
    dateHint: 'The day of the operation, injury, birth or injection. Days count from it.',
    due: 'Day the baby is due',
    dueHint: 'The weeks count back from it.',
    note: 'Note',
    noteHint: 'What you saw or heard. Stays in the file.',
    redAbout: 'A red flag pauses all practice at once. Only a therapist lifts it.',
    do: 'Raise the flag',
    raised: 'Raised. The phone hears of it with the next sync.',
  },

  history: {
    title: (n: number) => `History (${n})`,
    about: 'Newest first. Nothing here can be deleted.',
    act: (act: string) => ACTS[act] ?? act,
    by: (name: string) => `by ${name}`,
    until: (day: string) => `until ${day}`,
  },

  answers: {
    title: 'Safety answers',
    loading: 'Loading the answers',
    none: 'Nothing was answered yet.',
    open: 'The program is open. No safety question is due.',
    paused: 'No safety question is due. A red flag pauses all practice.',
    closed: (n: number) =>
      n === 0 ? 'The program is closed.' : `The program is closed: ${questions(n)} open.`,
    due: (n: number) => (n === 1 ? '1 question to ask' : `${n} questions to ask`),
    why: {
      first: 'never answered',
      yearly: 'answered a year ago',
      news: 'there is news',
      pause: 'long pause since then',
    } satisfies Record<Why, string>,
    ask: 'Ask now, in the room',
    goOn: (n: number) => `Go on asking (${n} filled in)`,
    again: 'Ask again in the room',
    fresh: (when: string) => `New since your last visit (${when})`,
    mark: { new: 'new', changed: 'changed' },
    goals: 'Wants to do again',
    goal: (activity: string, scores: string) => `${activity}: ${scores} of 10`,
    tools: 'Has at home',
    noTools: 'No tools.',
    all: (n: number) => `All answers (${n})`,
    told: (who: string, when: string, version: string) =>
      `${who}, ${when}${version ? ` · questions ${version}` : ''}`,
    byClient: 'By the client',
    byTherapist: (name: string) => `In the room, asked by ${name}`,
    earlier: (n: number) => (n === 1 ? '1 earlier answer' : `${n} earlier answers`),
  },

  word: {
    open: 'Open the program on my word',
    invite: 'The phone asks the safety questions first. Or open the program on your word.',
    about: 'You answer for it that you screened this client yourself. Unanswered until now:',
    more: (n: number) => `and ${n} more`,
  },

  room: {
    title: (name: string) => `Safety questions with ${name}`,
    about: 'Ask aloud and answer here. Tab moves on, space or Enter chooses.',
    sections: {
      now: 'How it is now',
      warning: 'Warning signs',
      lately: 'Lately',
      health: 'Bones, blood, medicine',
      operations: 'Operations and pregnancy',
      body: 'Body and illness',
      moving: 'Moving and touch',
      wishes: 'Goals, tools, time',
    } satisfies Record<RoomSection, string>,
    no: 'No to all of the rest',
    noOf: (section: string) => `No to all of the rest: ${section}`,
    noSaid: (n: number) => (n === 1 ? '1 question answered with no.' : `${n} questions answered with no.`),
    redNote: 'Read each line aloud. “None of these” is chosen by itself.',
    allToo: 'Also show what is answered already',
    nothing: 'No question is due.',
    why: (why: Why): string => WHY_SHORT[why],
    count: (filled: number, all: number) => `${filled} of ${all} filled in`,
    save: (n: number) => (n === 0 ? 'Save answers' : n === 1 ? 'Save 1 answer' : `Save ${n} answers`),
    nothingYet: 'Answer at least one question first.',
    saved: (n: number) => (n === 1 ? '1 answer saved.' : `${n} answers saved.`),
    savedRest: (n: number, rest: number) => `${n} saved. ${rest} still open below.`,
    refused: 'Not saved yet. The marked questions need another look. Nothing you wrote is lost.',
    unfinished: 'This answer is not whole yet.',
    clear: 'Clear',
    clearOf: (question: string) => `Clear: ${question}`,
  },

  list: {
    redAt: (sign: string, told: string, arrived: string) => `${sign}. Told ${told}, arrived ${arrived}.`,
    redAtOnce: (sign: string, when: string) => `${sign}. Told and arrived ${when}.`,
    more: (sign: string, n: number) => `${sign} (and ${n} more)`,
    waiting: (n: number) => (n === 0 ? 'Waits for safety answers' : `Safety answers: ${n} open`),
  },
} as const;
