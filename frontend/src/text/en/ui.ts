/** Words that belong to a control, not to a page. */
export const ui = {
  close: 'Close',
  painLow: 'no pain',
  painHigh: 'worst imaginable',
};
