import type { FirstWords } from '..';

/** Words that belong to a control, not to a page. */
export const ui: FirstWords['ui'] = {
  close: 'Schließen',
  painLow: 'kein Schmerz',
  painHigh: 'schlimmster vorstellbarer',
};
