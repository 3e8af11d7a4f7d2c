/** Around the cards to read, whose own words are in src/content. */
import type { CardGroup } from '../../domain/learn';

const groups: Record<CardGroup, string> = {
  know: 'Get to know it',
  practise: 'While you practise',
  help: 'Good to ask',
};

export const learn = {
  title: 'Good to know',
  intro: 'Short cards to read when you like. They work without a network.',
  eyebrow: 'Good to know',
  all: 'All cards',
  next: (title: string) => `Next: ${title}`,
  ask: 'Ask your therapist',
  backToPractice: 'Back to your practice',
  call: (number: string) => `Call ${number}`,
  groups,
};
