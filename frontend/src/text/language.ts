/** The language that this page speaks: known before anything is drawn, the same until the page is opened again. */
import type { Language } from '../domain/language';

interface Spoken {
  /** Its own name, as the person who speaks it looks for it. */
  name: string;
  /** How dates and numbers are written. */
  locale: string;
  dir: 'ltr' | 'rtl';
}

export const LANGUAGES: Record<Language, Spoken> = {
  en: { name: 'English', locale: 'en-GB', dir: 'ltr' },
  de: { name: 'Deutsch', locale: 'de-DE', dir: 'ltr' },
};

const CHOSEN = 'pith-language';
const TOLD = 'pith-language-told';

let spoken: Language | null = null;

/**
 * What was chosen in this browser; else what the link that opened the page names, because a therapist chose it for her
 * client; else the first of the browser's own that Pith speaks.
 */
export function language(): Language {
  const named = new URLSearchParams(location.search).get('lang');
  spoken ??= firstSpoken([localStorage.getItem(CHOSEN), named, ...navigator.languages]);
  return spoken;
}

/** For dates and numbers. */
export function locale(): string {
  return LANGUAGES[language()].locale;
}

export function languageOptions(): { value: Language; label: string }[] {
  return Object.entries(LANGUAGES).map(([value, { name }]) => ({ value: value as Language, label: name }));
}

export function isLanguage(value: string): value is Language {
  return Object.hasOwn(LANGUAGES, value);
}

/** Keeps the choice in this browser; the page speaks it when it is opened again. */
export function keepLanguage(chosen: Language): void {
  localStorage.setItem(CHOSEN, chosen);
}

/**
 * Follows what the server says of a person when that is news; true when the page should be opened again. What she chose
 * on this phone stays while the server only repeats what it said before: it has not heard of it yet.
 */
export function followTold(person: string, told: string | null): boolean {
  const news = `${person} ${told}`;
  if (told === null || !isLanguage(told) || localStorage.getItem(TOLD) === news) return false;
  const before = language();
  localStorage.setItem(TOLD, news);
  keepLanguage(told);
  return told !== before;
}

/** `de-AT` is German; what Pith does not speak is passed over; where nothing fits it is English. */
export function firstSpoken(wishes: readonly (string | null)[]): Language {
  for (const wish of wishes) {
    const plain = wish?.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(plain)) return plain;
  }
  return 'en';
}
