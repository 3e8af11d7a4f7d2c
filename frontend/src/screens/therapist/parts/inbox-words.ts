/** What an item of the inbox says, from its code and facts. */
import type { Item, Why } from '../../../domain/desk/inbox';
import { desk } from '../../../text/desk';
import { locale } from '../../../text/language';
import { dayWords, instantWords, sinceWords, todayIn } from './when';

const words = () => desk.inbox.why;
const asNumber = (value: unknown): number => (typeof value === 'number' ? value : 0);
const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

type About = Pick<Item, 'rank' | 'since' | 'client' | 'why'>;

/** One sentence or two: why this waits. */
export function whyWords(item: About): string {
  return (SAYS[item.why.code] ?? other)(item);
}

/** What the badge says: the rank, and of two that stand under "review" and "note" what they really are. */
export function rankWords(item: About): string {
  if (item.why.code === 'reminders') return desk.inbox.reminders;
  const raises = item.why.code === 'dose' && ['D12', 'D13'].includes(asText(item.why.rule));
  return raises ? desk.inbox.raise : desk.inbox.rank[item.rank];
}

/** "today 07:12", "yesterday", "3 days ago", "Sat 12 Oct". */
export function agoWords(item: About): string {
  const zone = item.client.timezone;
  const day = sinceWords(item.since, zone);
  return day === desk.today ? instantWords(item.since, zone) : day;
}

const SAYS: Record<string, (item: About) => string> = {
  red_flag: ({ why }) => words().flags(flagsOf(why)),
  hurt,
  reaction: ({ why }) => (why.answer === 'new_sign' ? words().newSign : words().worse),
  question: ({ why }) => said(why),
  note: ({ why }) => said(why),
  strong_pain: ({ why }) => words().strongPain(asNumber(why.pain)),
  worsening: ({ why }) => words().worsening(score(why.before), score(why.now)),
  silence: ({ why, client }) =>
    words().silence(asNumber(why.days), why.last ? dayWords(asText(why.last), todayIn(client.timezone)) : ''),
  review: ({ why }) => review(why),
  dose: ({ why }) => [asText(why.technique), words().rule(asText(why.rule))].filter(Boolean).join(': '),
  reminders: ({ why, since, client }) =>
    `${desk.reminders.failing(sinceWords(since, client.timezone))}. ${desk.reminders.why(asText(why.reason))}`,
};

/** Of a later version of the server: its own word, rather than nothing. */
function other({ why }: About): string {
  return why.code.replaceAll('_', ' ');
}

function flagsOf(why: Why): string {
  const flags = Array.isArray(why.flags) ? (why.flags as { id: string; label: string }[]) : [];
  const labels = flags.map((flag) => (flag.id === 'any_red_flag' ? desk.screening.flags.anyRed : flag.label));
  return labels.join(' ');
}

function hurt({ why, rank }: About): string {
  const strong = typeof why.discomfort === 'number' ? ` ${words().felt(why.discomfort)}` : '';
  return words().hurt(desk.feeling(asText(why.feeling)) + strong, where(why), rank === 'stop');
}

function where(why: Why): string {
  const technique = asText(why.technique) || asText(why.technique_id).replaceAll('-', ' ');
  const level = typeof why.level === 'number' ? desk.level(why.level) : '';
  const side = why.side === null ? '' : desk.side(asText(why.side));
  return [technique, side, level].filter(Boolean).join(', ');
}

function said(why: Why): string {
  const about = why.technique ? where(why) : '';
  const text = asText(why.text);
  return [text && words().quoted(text), about].filter(Boolean).join(' · ');
}

function score(value: unknown): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(asNumber(value));
}

function review(why: Why): string {
  const say = words();
  switch (why.why) {
    case 'no_change':
      return say.noChange(asNumber(why.weeks), score(why.before), score(why.now));
    case 'goal_met':
      return say.goalMet(asNumber(why.goals));
    case 'low_practice':
      return say.lowPractice(asNumber(why.kept), asNumber(why.prescribed));
    case 'step_backs':
      return say.stepBacks(asNumber(why.times));
    case 'course':
      return say.course(asNumber(why.weeks), asNumber(why.visits));
    default:
      return desk.inbox.rank.review;
  }
}
