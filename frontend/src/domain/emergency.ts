/** Whom to call where this phone is, and how urgent what was told is. Works without a network. */
import { type Active, ANY_RED_FLAG } from './screening';

interface Numbers {
  zones: Readonly<Record<string, string>>;
  regions: Readonly<Record<string, string>>;
}

/** Reaches help from any mobile phone where nothing better is known. */
const ANYWHERE = '112';
/** Zones that tell the time and no place. */
const NOWHERE = /^(Etc\/|UTC|GMT)/;

/**
 * The number of the place where she is now, by the longest beginning of her time zone; where the zone tells no place, by
 * the region of her language; else the one that her practice has set.
 */
export function numberToCall(
  { zones, regions }: Numbers,
  zone: string,
  languages: readonly string[],
  practice: string,
): string {
  const fitting = Object.keys(zones).filter((start) => zone.startsWith(start));
  const [nearest] = fitting.sort((a, b) => b.length - a.length);
  if (nearest !== undefined) return zones[nearest] as string;
  const region = languages.map(regionOf).find((id) => id in regions);
  if (region !== undefined && (zone === '' || NOWHERE.test(zone))) return regions[region] as string;
  return practice.trim() || ANYWHERE;
}

export type Act = 'emergency' | 'urgent';

/** How urgent: as the most urgent of what is on. What is not named, or newer than this app, may be the worst. */
export function actOf(red: readonly Active[], acts: Readonly<Record<string, { act: Act }>>): Act {
  return red.every(({ flag }) => flag !== ANY_RED_FLAG && acts[flag]?.act === 'urgent')
    ? 'urgent'
    : 'emergency';
}

function regionOf(language: string): string {
  return /-([A-Z]{2})\b/.exec(language)?.[1] ?? '';
}
