import type { Language } from '../domain/language';
import { language } from './language';

/** The shape of a module of words: English's, with each sentence free. A key that a language lacks is a type error. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => infer R
    ? (...args: A) => Words<R>
    : T extends object
      ? { [K in keyof T]: Words<T[K]> }
      : T;

/** Asks for the page's own language once, however often it is called; one that did not come is asked for again. */
export function words<T>(
  from: Record<Language, () => Promise<T>>,
  fill?: (words: T) => void,
): () => Promise<T> {
  return once(async () => {
    const it = await spoken(await from[language()]());
    fill?.(it);
    return it;
  });
}

/** What is asked for once, however often it is called; what did not come is asked for again. */
export function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let coming: Promise<T> | null = null;
  return () => {
    coming ??= ask().catch((error: unknown) => {
      coming = null;
      throw error;
    });
    return coming;
  };
}

/** The words as they are; in a build that looks for what was never translated, in a language that nobody speaks. */
export async function spoken<T>(it: T): Promise<T> {
  return import.meta.env.MODE === 'pseudo' ? (await import('./pseudo')).pseudo(it) : it;
}
