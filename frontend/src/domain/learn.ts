/** The cards to read, in the order in which they are offered; what they say stands with the words. */
export const CARD_GROUPS = {
  know: ['fascia', 'two-ways', 'at-home'],
  practise: ['how-much', 'feel', 'stop', 'where-not', 'next-days', 'tools'],
  help: ['questions', 'pregnancy-surgery', 'therapist', 'warning-signs'],
} as const;

export type CardGroup = keyof typeof CARD_GROUPS;
export type CardId = (typeof CARD_GROUPS)[CardGroup][number];

/** A paragraph or a list, with or without a heading above it. */
export interface CardPart {
  title?: string;
  text?: string;
  list?: string[];
  /** The number to call stands below it. */
  call?: boolean;
}

export interface Card {
  title: string;
  /** One line for the list of cards. */
  about: string;
  parts: CardPart[];
}

const GROUPS = Object.keys(CARD_GROUPS) as CardGroup[];
const CARDS: readonly CardId[] = GROUPS.flatMap((group) => [...CARD_GROUPS[group]]);

/** The card that an address names; null where there is none of that name, or none is named. */
export function cardAt(path: string): CardId | null {
  const name = path.replace(/^\/learn\/?/, '').replace(/\/$/, '');
  return CARDS.find((id) => id === name) ?? null;
}

/** The card after this one; after the last one it begins again. */
export function cardAfter(id: CardId): CardId {
  return CARDS[(CARDS.indexOf(id) + 1) % CARDS.length] as CardId;
}

/** All the groups, in order. */
export function cardGroups(): readonly CardGroup[] {
  return GROUPS;
}
