import { text } from '../../../text';

/** A name for the list of phones at the practice; nothing depends on it. */
export function deviceLabel(userAgent: string): string {
  const words = text.client.join.device;
  if (/iPhone/.test(userAgent)) return words.iphone;
  if (/iPad/.test(userAgent)) return words.ipad;
  if (/Android/.test(userAgent)) return words.android;
  return words.computer;
}
