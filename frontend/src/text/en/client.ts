/** The words of the client's own pages: a grade-6 reader, verbs first, no Latin, nothing promised. */
export const client = {
  nav: { label: 'Pages', today: 'Today', history: 'History', me: 'Me' },
};
