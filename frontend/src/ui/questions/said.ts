import {
  type Entry,
  type Form,
  formOf,
  isNothing,
  type Kind,
  kindOf,
  type Option,
  type Part,
  placesOf,
  type Question,
} from '../../domain/questions';
import { body } from '../../text/body';
import { intake as words } from '../../text/intake';
import { locale } from '../../text/language';

/** Of an operation everybody knows whether there was one; a reminder is wished or not. */
export function yesOrNo(kind: Kind): Option[] {
  const both = [
    { id: 'yes', label: words.yes },
    { id: 'no', label: words.no },
  ];
  return kind === 'places' ? [...both, { id: 'not sure', label: words.notSure }] : both;
}

/** The heading over a part of a question. */
export function partTitle(question: Question, part: Part): string {
  if (part.kind === 'main') return question.text;
  if (part.kind === 'follow_up') return question.follow_up?.text ?? '';
  if (part.agreed) return words.operation(Number(part.of) + 1);
  if (part.text) return words.careful;
  if (kindOf(question) === 'places') return words.where;
  return labelOf(question, part.of);
}

/** An answer as one plain line, in the words of the question. */
export function answerWords(question: Question, answer: unknown): string {
  const form = formOf(question, answer);
  const kind = kindOf(question);
  if (kind === 'goals')
    return words.list(form.goals.map((goal) => words.ofTen(goal.activity, `${goal.score}`)));
  if (kind === 'time')
    return words.list([form.said, words.reminders(wordOf(form.chosen[0]))].filter(Boolean));
  if (kind === 'date') return dayOf(form.said);
  if (kind === 'number' || kind === 'scale' || kind === 'text') return form.said;
  if (kind === 'operations' && form.chosen.includes('yes'))
    return words.list(form.entries.map((entry) => withDetails(words.operation(Number(entry.of) + 1), entry)));
  if (kind === 'places')
    return words.list(placesOf(form).map((site) => body.area(site))) || wordOf(form.chosen[0]);
  return words.list(chosenWords(question, form)) || words.nothingTold;
}

function chosenWords(question: Question, form: Form): string[] {
  const chosen = form.chosen.map((id) => {
    const entry = form.entries.find((one) => one.of === id);
    const label = labelOf(question, id);
    return entry && !isNothing(id) ? withDetails(label, entry) : label;
  });
  const followed = form.followUp ? [`${question.follow_up?.text ?? ''} ${wordOf(form.followUp)}`.trim()] : [];
  return [...chosen, ...followed, ...(form.said ? [form.said] : [])];
}

function withDetails(thing: string, { on, due, sites, agreed }: Entry): string {
  const told = [
    ...(on ? [dayOf(on)] : []),
    ...(due ? [words.dueOn(dayOf(due))] : []),
    ...sites.map((site) => body.area(site)),
    ...(agreed ? [words.agreedIs(wordOf(agreed))] : []),
  ];
  return told.length > 0 ? words.detail(thing, told) : thing;
}

function labelOf(question: Question, id: string): string {
  return question.options.find((option) => option.id === id)?.label ?? wordOf(id);
}

/** A word that every question knows; one of a newer app as it is. */
function wordOf(id = ''): string {
  return (
    yesOrNo('places').find((option) => option.id === id)?.label ?? (isNothing(id) ? words.nothingTold : id)
  );
}

function dayOf(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  const parts = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(locale(), parts).format(Date.parse(day));
}
