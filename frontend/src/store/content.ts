// The rules and their words: data, too big for the code of the first page. Fetched once when first needed; on a phone
// the worker has them.
import { fetched } from '../content/fetched';
import type { ScreeningWords } from '../content/screening-words';
import germanWords from '../content/words.de.gen.json?url';
import englishWords from '../content/words.en.gen.json?url';
import type { Policy } from '../domain/screening/policy';
import rules from '../domain/screening/policy.gen.json?url';
import { once, words } from '../text/words';

export const loadPolicy: () => Promise<Policy> = once(() => fetched(rules));

/** In the language of this page. */
export const loadScreeningWords: () => Promise<ScreeningWords> = words({
  en: () => fetched(englishWords),
  de: () => fetched(germanWords),
});
