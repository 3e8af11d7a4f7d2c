// A language that nobody speaks, made from English: every letter that can wears an accent, every sentence is four tenths
// longer and stands in brackets. What is cut off in it would be cut off in another language too; what stands without
// brackets was never translated. Only a build of the mode `pseudo` has it (tests/e2e/test_pseudo.py).

const PLAIN = 'aceinosuyzACEINOSUYZ';
const ACCENTED = 'áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ';
const LONGER = 0.4;
/** Fields of the content that no one reads. */
const NOT_READ = new Set(['id', 'type', 'act', 'if', 'show_if']);
/** As long as a word, so that a line may break where sentences break. */
const STRETCH = '~~~~ ';

export function pseudo<T>(words: T): T {
  return changed(words) as T;
}

function changed(value: unknown): unknown {
  // Numbers are the same everywhere.
  if (typeof value === 'string') return /\p{L}/u.test(value) ? inBrackets(value) : value;
  if (typeof value === 'function') return (...given: unknown[]) => changed(value(...given));
  if (Array.isArray(value)) return value.map(changed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, NOT_READ.has(key) ? inner : changed(inner)]),
  );
}

function inBrackets(sentence: string): string {
  const accented = [...sentence].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('');
  const length = Math.ceil(sentence.length * LONGER);
  const stretch = STRETCH.repeat(Math.ceil(length / STRETCH.length)).slice(0, length);
  return `[${accented} ${stretch.trim()}]`;
}
