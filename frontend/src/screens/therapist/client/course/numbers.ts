/** Numbers as they stand on the page: a true minus, a sign where it says which way, the decimal mark of the language. */
import { locale } from '../../../../text/language';

export function plainNumber(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value);
}

/** "−2.5", "+1", "0". */
export function signedNumber(value: number): string {
  const sign = value < 0 ? '−' : value > 0 ? '+' : '';
  return sign + plainNumber(Math.abs(value));
}

/** Seconds as minutes, with the half that a short practice is. */
export function minutesNumber(seconds: number): string {
  return plainNumber(Math.round(seconds / 6) / 10);
}
