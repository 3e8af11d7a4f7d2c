/** The languages that Pith speaks, and the one that this page speaks: known before anything is drawn, the same until
 * the page is opened again. */

interface Spoken {
  /** Its own name, as the person who speaks it looks for it. */
  name: string;
  /** How dates and numbers are written. */
  locale: string;
  dir: 'ltr' | 'rtl';
}

export const LANGUAGES = {
  en: { name: 'English', locale: 'en-GB', dir: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', dir: 'ltr' },
} as const satisfies Record<string, Spoken>;

export type Language = keyof typeof LANGUAGES;

const STORED = 'pith-language';

let spoken: Language | null = null;

/** The language of this page: what was chosen in this browser, else the first of its own that Pith speaks. */
export function language(): Language {
  spoken ??= firstSpoken([localStorage.getItem(STORED), ...navigator.languages]);
  return spoken;
}

/** For dates and numbers. */
export function locale(): string {
  return LANGUAGES[language()].locale;
}

/** Keeps the choice in this browser; the page speaks it when it is opened again. */
export function keepLanguage(chosen: Language): void {
  localStorage.setItem(STORED, chosen);
}

/** `de-AT` is German; what Pith does not speak is passed over; where nothing fits it is English. */
export function firstSpoken(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const plain = wish?.toLowerCase().split('-')[0] ?? '';
    if (Object.hasOwn(LANGUAGES, plain)) return plain as Language;
  }
  return 'en';
}
