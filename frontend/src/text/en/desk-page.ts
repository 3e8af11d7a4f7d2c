/** Words of the client's page at the desk: since the last visit, graphs, response, time line, paper, report. */
import { plural } from '../plural';

const practices = (n: number): string => plural(n, 'practice', 'practices');

const work = (minutes: number, kind: keyof typeof KINDS) => `${minutes} min, ${KINDS[kind]}`;

const KINDS = {
  direct: 'direct work',
  indirect: 'indirect work',
  both: 'direct and indirect work',
} as const;

export const page = {
  since: {
    visit: (day: string) => `Since the visit of ${day}`,
    version: (n: number, day: string) => `Since program version ${n}, ${day}`,
    weeks: 'In the last 4 weeks',
    choose: 'Count from',
    visitChoice: (day: string) => `Visit of ${day}`,
    versionChoice: (n: number, day: string) => `Version ${n}, ${day}`,
    weeksChoice: 'The last 4 weeks',
    print: 'One page to print',
    report: 'Report for others',
    nothing: 'Nothing was practised in this time.',
    how: 'How these figures are made',
  },
  figure: {
    kept: 'Days kept',
    practised: 'Practised',
    before: 'Pain before practising',
    change: 'Pain after a practice',
    softening: 'Tenderness in a hold',
    peaks: 'Most discomfort',
    reactions: 'The next day',
    stops: 'Stopped for pain',
  },
  value: {
    kept: (kept: number, prescribed: number) => `${kept} of ${prescribed}`,
    minutes: (minutes: string) => `${minutes} min`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    none: 'not told',
    ofTen: 'of 10',
    points: (by: number) => (Math.abs(by) === 1 ? 'point' : 'points'),
  },
  base: {
    kept: (percent: number) => `${percent} % of the days that asked for it`,
    practices,
    before: (then: number, now: number) =>
      then === 0
        ? `median of ${practices(now)} in the last 7 days`
        : `medians of ${practices(then)} then and ${now} in the last 7 days`,
    change: (n: number) => `median of ${practices(n)}`,
    spots: (n: number) => `${plural(n, 'spot', 'spots')}`,
    peaks: (n: number, over: number) => `${practices(n)} told it, ${over} above 5`,
    reactions: 'newest answer about each practice',
    stops: 'not counting “too much”',
  },
  verdict: {
    few: 'Too few numbers to compare.',
    small: 'Less than 2 points or 30 %: people seldom notice that.',
    eased: 'At least 2 points and 30 % less: likely noticed. Not a proof.',
    stronger: 'At least 2 points and 30 % more: likely noticed. Not a proof.',
  },
  side: { left: 'left', right: 'right', both: 'middle' },
  worked: { left: 'left only', right: 'right only', both: 'both or middle' },
  reaction: { gone: 'gone', still: 'still there', worse: 'worse', new_sign: 'something new' },
  how: [
    'Days kept: a technique done to 80 %, or half of the day’s time. Rest days, pauses and days of a reaction are in neither number. Today counts once it is done.',
    'Practised: seconds by the timer; of a day at most one and a half times what was asked.',
    'Pain before practising: median of the week up to the start against the median of the last 7 days.',
    'Pain after a practice: after minus before, median. Pain is one number a practice, so only practices of one side alone speak for a side.',
    'Tenderness in a hold: of a spot at the end minus at the start, median, by the side of the hold.',
    'Most discomfort: the highest number told while pressing, one a practice.',
  ],
  changed: {
    title: 'What changed, and why',
    none: 'The program stayed as it was.',
    version: (n: number) => `Version ${n}`,
  },
  graph: {
    table: 'These numbers as a table',
    range: 'How far back',
    ranges: { weeks6: '6 weeks', weeks12: '12 weeks', all: 'All' },
    scale: '0 no pain, 10 the worst',
    median: 'line: median of 7 days',
    band: 'shaded: less than 2 points from the first week',
    visit: 'visit',
    pick: 'Go through the practices',
    point: (day: string, before: string, after: string, version: number) =>
      `${day}: before ${before}, after ${after}, version ${version}`,
    marks: 'Marks in the graph',
    earlier: (n: number) => `and ${n} earlier, in the line of time`,
  },
  body: {
    nothing: 'Nothing was marked on the body map.',
    none: 'not marked',
    weeks: 'Week by week, the last marks of each week. Dashed: where it was before.',
  },
  response: {
    title: 'What came along with each technique',
    about:
      'Median change in points, of all practices that held it. Others were done in them, too: this is no proof.',
    technique: 'Technique',
    change: 'Pain after a practice',
    softening: 'Tenderness in a hold',
    few: (n: number) => `too few to say (${n})`,
    on: (n: number) => `on ${practices(n)}`,
    spots: (n: number) => `on ${plural(n, 'spot', 'spots')}`,
    none: 'No practice has told pain before and after yet.',
  },
  time: {
    title: 'Line of time',
    more: 'Show older',
    version: (n: number) => `Program version ${n}`,
    visit: (minutes: number, kind: keyof typeof KINDS) => `Visit, ${work(minutes, kind)}`,
    work,
    visitBy: (name: string) => `by ${name}`,
    stop: (feeling: string, technique: string) => `${feeling}: ${technique}`,
    flag: 'A health sign changed',
    pain: (score: number) => `Pain ${score} before the start`,
    reaction: (day: string, answer: string) => `After the practice of ${day}: ${answer}`,
    answered: (name: string) => `answered by ${name}`,
    kind: {
      version: 'program',
      decision: 'rule',
      visit: 'visit',
      stop: 'stop',
      flag: 'sign',
      pain: 'pain',
      note: 'note',
      question: 'question',
      reaction: 'reaction',
    },
  },
  print: {
    title: (name: string) => `${name}, before the visit`,
    line: (practice: string, day: string) => `${practice} · printed ${day}`,
    print: 'Print',
    program: 'Program now',
    asked: 'Asked and noted',
    more: (n: number) => `and ${n} more on the desk`,
    told: 'All figures are as told on the phone. Nobody measured them.',
    counts: 'In brackets: how many practices or spots it rests on.',
  },
  report: {
    title: (name: string) => `Home practice of ${name}`,
    heading: 'Report for others who treat this person',
    line: (from: string, to: string, practice: string) => `${from} to ${to} · ${practice}`,
    written: (name: string, day: string) => `Written by ${name}, ${day}`,
    choose: 'What goes in',
    parts: {
      given: 'What was given',
      done: 'What was done',
      measures: 'How pain went',
      reactions: 'How the body answered',
      response: 'Technique by technique',
      places: 'Where it hurts',
      visits: 'Visits',
      said: 'Own words and questions',
    },
    given: (minutes: string) =>
      `A home program of gentle self-release, chosen by the therapist, about ${minutes} a day.`,
    item: (name: string, level: string) => `${name}, ${level}`,
    done: (kept: number, prescribed: number, practised: string, minutes: string) =>
      `Practised on ${kept} of ${prescribed} planned days: ${practised}, ${minutes} minutes in all.`,
    pain: (then: string, now: string) =>
      `Pain before practising, 0 to 10, went from ${then} to ${now} (medians of a week each).`,
    painFew: 'There were too few numbers to compare pain before practising.',
    lower: (by: string) => `${by} lower`,
    higher: (by: string) => `${by} higher`,
    same: 'the same',
    change: (by: string, n: number) =>
      `After a practice pain was ${by} than before (median of ${practices(n)}).`,
    changeNone: (n: number) => `After a practice pain was as before (median of ${practices(n)}).`,
    soften: (where: string, by: string, n: number) =>
      `Tenderness at the end of a hold, against its start, ${where}: ${by} (median of ${plural(n, 'spot', 'spots')}).`,
    peaks: (highest: number, n: number, over: number) =>
      `Most discomfort while pressing: ${highest} of 10. Above 5 in ${over} of ${practices(n)} that told it.`,
    reactions: (list: string) => `The day after: ${list}.`,
    noReactions: 'No lasting reaction was told.',
    stops: (n: number) => (n === 1 ? 'One technique was stopped for pain.' : `Stopped for pain ${n} times.`),
    noStops: 'No technique was stopped for pain.',
    place: (day: string, places: string) => `${day}: ${places}`,
    noPlaces: 'Nothing was marked on the body map.',
    noVisits: 'No visit in this time.',
    noSaid: 'Nothing was written.',
    told: 'This report is made of what the client told on a phone. It is self-reported. Nothing in it was measured or checked by a clinician.',
    limits:
      'Medians of few numbers move easily. Changes may have other causes than the practice. This is no diagnosis.',
  },
} as const;
