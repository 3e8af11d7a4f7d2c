/**
 * How plain words must be: counted in the tests of what we write ourselves, and live where a therapist writes a technique
 * of her own. The lists are the server's (`make rules` copies them); tests/contract/plain_words.json holds both sides to
 * one table of cases.
 */
import table from './plain-words.gen.json';

export type Tongue = 'en' | 'de';
/** A name may keep its number word; medicine may be named for older readers; a term is what a doctor's letter says. */
export type Kind = 'plain' | 'medical' | 'name' | 'term';

const WORD = /\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
// Units of thought: what a reader takes in before she may rest.
const END = /[.!?…:;]+(?=\s|["”“’)]|$)|\n|·/u;

/** What is wrong with this text, each in a few words; empty when nothing is. */
export function faults(tongue: Tongue, kind: Kind, text: string): string[] {
  const { forbidden, blame, latin, numbers } = table[tongue];
  const found = [
    ...said(text, forbidden).map((word) => `forbidden: ${word}`),
    ...said(text, blame).map((word) => `blame: ${word}`),
    ...(kind === 'term' ? [] : said(text, latin).map((word) => `latin: ${word}`)),
  ];
  if (kind === 'name' || kind === 'term') return found;
  return [
    ...found,
    ...said(text, numbers).map((word) => `number: ${word}`),
    ...sentences(text)
      .filter((words) => words.length > table.limits.sentence_words)
      .map((words) => `sentence of ${words.length} words`),
    ...gradeFault(tongue, kind, text),
  ];
}

/** The formulas are made for running text: what is shorter has no grade, and is read together with its neighbours. */
export function gradeFault(tongue: Tongue, kind: 'plain' | 'medical', text: string): string[] {
  if (wordsOf(text).length < table.limits.block_words) return [];
  const limit = table.limits.grade[kind];
  const asked = grade(tongue, text);
  return asked > limit ? [`grade ${asked.toFixed(1)} over ${limit}`] : [];
}

/** A text for the moment of danger begins with what to do. */
export function beginsWithAction(tongue: Tongue, text: string): boolean {
  return table[tongue].actions.includes(wordsOf(text)[0]?.toLowerCase() ?? '');
}

/** The school grade that this text asks of its reader. */
export function grade(tongue: Tongue, text: string): number {
  const words = wordsOf(text).filter((word) => !table[tongue].medicines.includes(word.toLowerCase()));
  if (words.length === 0) return 0;
  const perSentence = words.length / sentences(text).length;
  const sounds = words.map((word) => ({ word, count: syllables(tongue, word) }));
  if (tongue === 'en') {
    const perWord = sounds.reduce((sum, { count }) => sum + count, 0) / words.length;
    return 0.39 * perSentence + 11.8 * perWord - 15.59;
  }
  const share = (some: (sound: { word: string; count: number }) => boolean) =>
    (100 * sounds.filter(some).length) / words.length;
  const manySyllables = share(({ count }) => count >= 3);
  const longWords = share(({ word }) => word.length > 6);
  const oneSyllable = share(({ count }) => count === 1);
  return 0.1935 * manySyllables + 0.1672 * perSentence + 0.1297 * longWords - 0.0327 * oneSyllable - 0.875;
}

/** The words of each unit of thought. */
export function sentences(text: string): string[][] {
  return text
    .split(END)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

export function syllables(tongue: Tongue, word: string): number {
  const parts = word.toLowerCase().replaceAll('’', "'").split('-');
  return parts.map((part) => partOf(tongue, part)).reduce((a, b) => a + b, 0);
}

function partOf(tongue: Tongue, part: string): number {
  const known: Record<string, number> = table[tongue].syllables;
  const exact = known[part] ?? known[part.replace(/'.*$/, '')];
  if (exact !== undefined) return exact;
  const sounds = tongue === 'en' ? english(part.replace(/'.*$/, '')) : german(part);
  return Math.max(1, sounds);
}

function english(word: string): number {
  const silent = word
    .replace(/^(some|there|where|fore|home|side|time|life|base|here|note)(?=[^aeiouy])/, (start) =>
      start.slice(0, -1),
    )
    .replace(/e(ly|less|ful|ment)$/, '$1')
    .replace(/([aeiouy]l)es?$/, '$1')
    .replace(/([^laeiouyszxcgh]|[^sc]h)es$/, '$1')
    .replace(/([^td])ed$/, '$1')
    .replace(/([^laeiouy]|u)e$/, '$1')
    .replace(/^y/, '');
  return silent.match(/[aeiouy]{1,2}/g)?.length ?? 0;
}

function german(word: string): number {
  return word.replaceAll('qu', 'q').match(/aa|ee|oo|ie|ei|ey|ai|au|eu|äu|[aeiouyäöü]/g)?.length ?? 0;
}

/** Those of the list that stand in the text: whole words or phrases; a star at the end takes any ending. */
function said(text: string, list: readonly string[]): string[] {
  const plain = ` ${wordsOf(text.replaceAll('-', ' ')).join(' ').toLowerCase()} `;
  return list.filter((entry) =>
    plain.includes(entry.endsWith('*') ? ` ${entry.slice(0, -1)}` : ` ${entry} `),
  );
}
