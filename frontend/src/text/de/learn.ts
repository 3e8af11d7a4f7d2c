/** Around the cards to read, in German; their own words are in src/content. */
import type { CardGroup } from '../../domain/learn';
import type { LearnWords } from '../learn';

const groups: Record<CardGroup, string> = {
  know: 'Lern es kennen',
  practise: 'Beim Üben',
  help: 'Gut zu fragen',
};

export const learn: LearnWords = {
  title: 'Gut zu wissen',
  intro: 'Kurze Karten zum Lesen, wann du magst. Sie gehen auch ohne Netz.',
  eyebrow: 'Gut zu wissen',
  all: 'Alle Karten',
  next: (title) => `Weiter: ${title}`,
  ask: 'Deine Praxis fragen',
  backToPractice: 'Zurück zum Üben',
  call: (number) => `${number} anrufen`,
  groups,
};
