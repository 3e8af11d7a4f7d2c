import { describe, expect, test } from 'vitest';
import table from '../../../tests/contract/plain_words.json';
import { beginsWithAction, faults, gradeFault, type Tongue, wordsOf } from '../testing/plain-words';
import { readModule, type Said } from '../testing/word-modules';
import { SAMPLES } from '../testing/word-samples';

/** Client texts only: the therapist's desk and the account doors speak to other readers. */
const CLIENT = /^\.\/(en|de)\/(?!desk|account|index)/;
const WRITTEN = import.meta.glob<Record<string, unknown>>('./{en,de}/*.ts', { eager: true });
const CARDS = import.meta.glob('../content/learn.*.json', { eager: true, import: 'default' });
/** The cards to read stand as data, and are read like the words of their page. */
const MODULES = {
  ...WRITTEN,
  './en/cards': { cards: CARDS['../content/learn.en.json'] },
  './de/cards': { cards: CARDS['../content/learn.de.json'] },
} as Record<string, Record<string, unknown>>;
const FILES = Object.keys(MODULES).filter((path) => CLIENT.test(path));

/** Texts for the moment of danger: what to do comes first. */
const EMERGENCY = /^\w+ (player\.hurt\.(title|urgent)|me\.help$|cards\.stop\.parts\.0)/;

describe.each(FILES.map((path) => path.slice(2)))('%s', (file) => {
  const tongue = file.slice(0, 2) as Tongue;
  const { said, unread } = readModule(file, MODULES[`./${file}`] ?? {}, SAMPLES);

  test('every function of words is heard', () => {
    expect(unread, 'give these samples in src/testing/word-samples.ts').toEqual([]);
    expect(said.length).toBeGreaterThan(0);
  });

  test('no text promises, blames, or asks too much of a reader', () => {
    expect(listed(tongue, said)).toEqual([]);
  });

  test('short texts that stand together read as easily as long ones', () => {
    const hard = together(said).flatMap(({ place, text }) =>
      gradeFault(tongue, 'plain', text).map((fault) => `${place}: “${text}”: ${fault}`),
    );
    expect(hard).toEqual([]);
  });

  test('what is read in danger begins with what to do', () => {
    const late = said.filter(({ place }) => EMERGENCY.test(place.replace(file, tongue)));
    expect(late.filter(({ text }) => !beginsWithAction(tongue, text))).toEqual([]);
  });
});

test('both languages have texts for the moment of danger', () => {
  const places = FILES.flatMap((path) => readModule(path.slice(2, 4), MODULES[path] ?? {}, SAMPLES).said);
  for (const tongue of ['en', 'de'])
    expect(
      places.filter(({ place }) => place.startsWith(tongue) && EMERGENCY.test(place)).length,
    ).toBeGreaterThan(2);
});

test('a bad sentence is named with its file, its key and its fault', () => {
  const bad = { player: { hurt: (name: string) => `${name}, you missed it: we heal you.` } };
  const { said } = readModule('en/player.ts', bad, {});
  expect(listed('en', said)).toEqual([
    'en/player.ts player.hurt(): “Marit, you missed it: we heal you.”: forbidden: heal, blame: missed',
    'en/player.ts player.hurt(): “3, you missed it: we heal you.”: forbidden: heal, blame: missed',
  ]);
});

test('a function that says nothing to the samples is named', () => {
  const shy = { ui: { of: (list: string[]) => list.map((entry) => entry).join(' ') } };
  expect(readModule('en/ui.ts', shy, {}).unread).toEqual(['en/ui.ts ui.of']);
  expect(readModule('en/ui.ts', shy, { 'ui.of': [[['Rest']]] }).said).toEqual([
    { place: 'en/ui.ts ui.of()', text: 'Rest' },
  ]);
});

function listed(tongue: Tongue, said: readonly Said[]): string[] {
  return said.flatMap(({ place, text }) => {
    const found = faults(tongue, 'plain', text);
    return found.length > 0 ? [`${place}: “${text}”: ${found.join(', ')}`] : [];
  });
}

/** The name of a button or a field is no sentence. */
const LABEL_WORDS = 4;

/** What is too short for a grade of its own is read with its neighbours, as on the page. */
function together(said: readonly Said[]): Said[] {
  const groups = new Map<string, string[]>();
  for (const { place, text } of said) {
    const length = wordsOf(text).length;
    if (length < LABEL_WORDS || length >= table.limits.block_words) continue;
    const group = place.replace(/(\.\d+)?$/, '').replace(/\.\w+(\(\))?$/, '');
    groups.set(group, [...(groups.get(group) ?? []), text]);
  }
  return [...groups]
    .map(([place, texts]) => ({ place: `${place} …`, text: texts.join('\n') }))
    .filter(({ text }) => wordsOf(text).length >= table.limits.pool_words);
}
