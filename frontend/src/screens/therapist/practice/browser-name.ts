import { desk } from '../../../text/desk';

// The order matters: Edge calls itself Chrome too, and Chrome calls itself Safari.
const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** "Chrome, Windows" out of what the browser called itself at the sign-in; the text as it is when it says neither. */
export function browserName(label: string): string {
  const first = (list: readonly [RegExp, string][]) => list.find(([mark]) => mark.test(label))?.[1];
  const parts = [first(BROWSERS), first(SYSTEMS)].filter((part) => part !== undefined);
  return parts.join(', ') || label || desk.practice.signIns.unknown;
}
