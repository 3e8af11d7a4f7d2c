/** What a client reads when her program is handed over to her, in German. */
import type { HandoverWords } from '../handover';

export const handover: HandoverWords = {
  title: (practice) => `Dein Programm für zu Hause von ${practice}`,
  about: 'Es geht auch ohne Netz. Deine Einträge bleiben auf deinem Handy und in der Praxis.',
  steps: [
    'Öffne die Kamera des Handys.',
    'Richte sie auf diesen Code.',
    'Tippe auf den Link, dann auf „Start“.',
  ],
  until: (when) => `Gilt einmal, bis ${when}.`,
};
