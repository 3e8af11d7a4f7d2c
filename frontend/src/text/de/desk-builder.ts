/** Words of the program builder, in German. */
import type { DeskWords } from '../desk';
import { plural } from '../plural';

export const builder: DeskWords['builder'] = {
  title: 'Programm',
  first: 'Erste Version',
  next: (number) => `Version ${number}`,
  notReviewed: 'Dieser Katalog ist noch nicht fachlich geprüft. Sie entscheiden, was passt.',
  reviewed: (name, role, when) => `Katalog geprüft von ${name}, ${role}, ${when}.`,

  catalogue: {
    label: 'Katalog',
    starters: 'Vorlagen',
    techniques: 'Übungen',
    search: 'Übungen suchen',
    searchHint: 'Region, Hilfsmittel oder Name',
    region: 'Region',
    tool: 'Hilfsmittel',
    style: 'Art',
    condition: 'Oft gewählt bei',
    more: 'Mehr Filter',
    clear: 'Filter aufheben',
    found: (n) => plural(n, 'Übung', 'Übungen'),
    none: 'Keine Übung passt. Nehmen Sie einen Filter weg.',
    add: 'Dazu',
    inProgram: 'im Programm',
  },
  starter: {
    line: (n, level1, ref) =>
      level1 === ref ? `${n} Übungen · ${level1}` : `${n} Übungen · ${level1} auf Stufe 1, später ${ref}`,
    use: 'Beginnen mit',
    replaced: (name) => `Das Programm ist jetzt „${name}“.`,
  },
  shorter: (now, later) =>
    `Auf Stufe 1 sind das ${now} am Tag: erst einmal sanft. Spätere Stufen bringen es auf etwa ${later}.`,
  fill: (name, seconds) => `Auffüllen mit ${name} (${seconds})`,

  chosen: {
    label: 'Programm',
    count: (n) => (n === 0 ? 'Programm' : `Programm · ${n}`),
    empty: 'Noch nichts gewählt. Beginnen Sie mit einer Vorlage, oder wählen Sie Übungen einzeln.',
    up: (name) => `${name} nach oben`,
    down: (name) => `${name} nach unten`,
    remove: (name) => `${name} herausnehmen`,
    removed: (name) => `${name} ist draußen.`,
    level: (n, of) => `Stufe ${n} von ${of}`,
    sideLabel: (name) => `Seite für ${name}`,
    sides: { both: 'Beide Seiten', left: 'Links', right: 'Rechts' },
    soreSide: 'Die empfindliche Seite',
    equal: 'Beide Seiten gleich',
    unit: { breaths: 'In Atemzügen zählen', seconds: 'In Sekunden zählen' },
    steps: 'Schritte',
    onlySome: 'Tage',
    note: 'Notiz',
    noteLabel: (name) => `Notiz zu ${name}`,
    notePlaceholder: 'Steht auf dem Handy bei dieser Übung',
    more: (what) => `Mehr: ${what}`,
    less: (what) => `Weniger: ${what}`,
    tools: 'Mit',
  },
  dose: {
    side: { left: 'links', right: 'rechts', both: '' },
    each: 'jede Seite',
    breaths: (n) => plural(n, 'Atemzug', 'Atemzüge'),
    seconds: (n) => `${n} s`,
    spots: (n) => plural(n, 'Stelle', 'Stellen'),
    rolling: (n) => `${n} s rollen`,
    moving: (n) => `${n} s bewegen`,
    field: { hold_s: 'halten', spots: 'Stellen', roll_s: 'rollen', move_s: 'bewegen' },
  },

  days: 'Tage',
  daysNone: 'Wählen Sie mindestens einen Tag.',
  startsOn: 'Beginnt am',
  reason: 'Warum',
  reasonFirst: 'Warum (wenn Sie mögen)',
  reasonHint: 'Steht auf dem Handy bei der neuen Version.',
  reasonNeeded: 'Sagen Sie in ein paar Worten, warum es sich ändert. Es wird auf dem Handy gelesen.',
  overReason: 'Warum mehr als 6',
  overReasonHint: 'Bei mehr als 6 Übungen bleiben nur wenige dran.',
  overReasonNeeded: 'Sagen Sie, warum hier mehr als 6 nötig sind.',

  total: {
    day: 'am Tag',
    longest: 'am längsten Tag',
    setup: (text) => `mit Wechseln ${text}`,
    limit: (over) =>
      `${over} über der Grenze von 12 min am Tag. Nehmen Sie eine Übung heraus oder kürzen Sie eine.`,
  },

  give: (name) => `An ${name} geben`,
  giving: 'Wird gespeichert',
  preview: 'So auf dem Handy',
  previewTitle: (name) => `So sieht es ${name}`,
  discard: 'Diese Änderungen verwerfen',
  needItems: 'Wählen Sie mindestens eine Übung.',
  failed:
    'Nicht gespeichert. Nichts ist verloren: Das Programm ist noch hier. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
  fields: 'Noch nicht gespeichert. Die markierten Stellen brauchen noch einen Blick.',

  conflict: {
    title: 'Inzwischen wurde eine Version gespeichert',
    about: (number) => `Version ${number} wurde gespeichert, während Sie schrieben. Sie änderte:`,
    keep: 'Ihre ist noch hier. Sie können sie über die neueste legen oder sich diese zuerst ansehen.',
    mine: (number) => `Meine über Version ${number} legen`,
    theirs: 'Meine verwerfen und von dort beginnen',
    close: 'Zurück zu meiner',
  },
  phone: {
    morning: (name) => `Hallo, ${name}`,
    line: (minutes, n) => `${minutes}, ${n === 1 ? 'eine Übung' : `${n} Übungen`}.`,
    start: 'Start',
    rest: 'Ruhetag. Heute steht nichts an.',
    day: 'Gezeigter Tag',
    from: (practice) => `Von ${practice}`,
  },
};
