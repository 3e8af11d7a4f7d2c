/** Wie es am Tag danach ist, eine ruhige Seite für Gefühle, und Fragen an die Praxis. Kein Chat. */
import type { CareWords } from '../care';

export const care: CareWords = {
  saved: 'Auf diesem Handy gespeichert.',
  sent: (who) => `Gespeichert und gesendet. ${who} sieht es vielleicht nicht sofort.`,
  waits: (who) =>
    `Auf diesem Handy gespeichert. ${who} weiß es noch NICHT. Es geht hinaus, sobald ein Netz da ist.`,
  unsaved:
    'Nicht gespeichert. Dein Handy hat keinen Platz dafür oder hat es nicht erlaubt. Versuch es noch einmal.',
  undo: 'Rückgängig',
  undone: 'Zurückgenommen.',

  reaction: {
    yesterday: 'Wie ist es seit gestern?',
    day: (day) => `Wie ist es seit ${day}?`,
    date: (date) => `Wie ist es seit dem ${date}?`,
    practised: (names) => `Du hast geübt: ${names}.`,
    answer: {
      gone: 'Alles gut',
      still: 'Noch ein wenig',
      worse: 'Schlimmer',
      new_sign: 'Etwas Neues',
    },
    next: {
      gone: 'Gut zu wissen. Mach weiter wie geplant.',
      still: 'Das ist bis zu 2 Tage lang üblich. Es sollte weniger werden.',
      long: 'Das ist länger als die üblichen 2 Tage. Sei heute sanft zu dir.',
      worse: 'Mach heute sanft. Ausruhen ist auch gut.',
      new_sign: 'Sieh nach, ob es eins der Zeichen ist.',
    },
    signs: 'Die Warnzeichen ansehen',
  },

  signs: {
    title: 'Etwas Neues',
    none: 'Nichts davon',
    write: (who) => `${who} davon schreiben`,
  },

  calm: {
    open: 'Eine ruhige Seite dafür',
    title: 'Das kann passieren',
    intro: 'Tränen, ein Lachen oder eine alte Erinnerung können kommen. Das ist in Ordnung.',
    steps: [
      'Hör auf. Sonst ist jetzt nichts zu tun.',
      'Spür deine Füße auf dem Boden.',
      'Atme langsam aus. Lass den nächsten Atem kommen.',
    ],
    talk: 'Sprich mit jemandem, dem du vertraust, wenn du magst.',
    write: 'Schreib es auf, wenn du magst',
    who: 'Wer darf es lesen?',
    mine: 'Nur ich',
    shared: (who) => `${who} und ich`,
    mineHint: 'Deine Praxis bewahrt es auf, aber niemand dort bekommt es zu sehen.',
    sharedHint: (who) => `${who} sieht es vielleicht nicht sofort.`,
    save: 'Behalten',
    kept: 'Behalten. Nur du bekommst es zu sehen. Du findest es im Verlauf.',
    harm: 'Ich denke daran, mir etwas anzutun',
    tell: (who) => `Auch ${who} davon sagen`,
    tellText: (who) =>
      `Dann pausiert alles Üben. ${who} sieht es vielleicht nicht sofort. Ruf also zuerst an.`,
    back: 'Zurück',
  },

  ask: {
    title: (who) => `${who} fragen`,
    of: (name) => `Zu: ${name}`,
    practiceOf: (when) => `dein Üben von ${when}`,
    field: 'Deine Frage',
    side: 'Welche Seite?',
    sides: { left: 'Links', right: 'Rechts', both: 'Beide' },
    where: 'Die Antwort kommt hierher zurück, und in deinen Verlauf.',
    notChat: (who) => `Das ist kein Chat. ${who} sieht es vielleicht nicht sofort.`,
    urgent: (number) => `Dringend? Ruf ${number} an`,
    send: 'Senden',
    empty: 'Schreib erst deine Frage.',
    here: 'Was du hier gefragt hast',
    backToPractice: 'Zurück zum Üben',
    link: 'Etwas fragen',
    linkOf: (when) => `Zum Üben von ${when} etwas fragen`,
    how: 'So geht es',
    feel: 'Was du spüren kannst',
    state: {
      refused: 'Es kam nicht an. Sieh unter „Ich“ nach.',
      waiting: 'Auf diesem Handy. Es geht hinaus, sobald ein Netz da ist.',
      sent: 'Gesendet.',
      unread: 'Gesendet. Noch nicht gelesen.',
      read: 'In deiner Praxis gelesen.',
    },
    open: 'Warten auf eine Antwort',
    notes: 'Deine Notizen',
    noteMine: 'Nur du bekommst das zu sehen.',
    meText: 'Frag, was du wissen magst. Die Antwort steht im Verlauf.',
    meTitle: 'Fragen',
  },
};
