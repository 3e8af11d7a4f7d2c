/** What a client reads when her program is handed over to her. */
export const handover = {
  title: (practice: string) => `Your home program from ${practice}`,
  about: 'It works without a network. Your notes stay on your phone and at the practice.',
  steps: ['Open the camera of the phone.', 'Point it at this code.', 'Tap the link, then “Start”.'],
  until: (when: string) => `Works once, until ${when}.`,
};
