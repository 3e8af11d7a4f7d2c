import type { visits as english } from '../en/desk-visits';
import type { Words } from '../words';

const KINDS = { direct: 'direkt', indirect: 'indirekt', both: 'direkt und indirekt' } as const;

export const visits: Words<typeof english> = {
  title: 'Termine',
  none: 'Noch ist kein Termin festgehalten.',
  write: 'Termin festhalten',
  line: (day, minutes, kind) => `${day}, ${minutes} min, ${KINDS[kind]}`,
  by: (name) => `von ${name}`,
  places: (places) => `Wo: ${places}`,
  reaction: (words) => `Reaktion: ${words}`,
  gentle: (until) => `Zu Hause bleibt es sanft bis ${until}.`,
  earlier: (n) => (n === 1 ? 'Ein früherer Termin' : `${n} frühere Termine`),
  gone: (n) => (n === 1 ? 'einer berichtigt oder zurückgenommen' : `${n} berichtigt oder zurückgenommen`),
  corrected: 'berichtigt',
  takenBack: (name, when) => `zurückgenommen von ${name}, ${when}`,
  correct: 'Berichtigen',
  correctOf: (day) => `Den Termin vom ${day} berichtigen`,
  remove: 'Zurücknehmen',
  removeOf: (day) => `Den Termin vom ${day} zurücknehmen`,
  removeTitle: 'Diesen Termin zurücknehmen?',
  removeAbout: 'Für Einträge, die ein Versehen waren. Er bleibt sichtbar, mit Ihrem Namen und der Uhrzeit.',
  changed: 'Jemand hat diesen Termin inzwischen geändert. In der Liste steht, was jetzt gilt.',
  look: 'Zeigen, was jetzt gilt',

  form: {
    title: 'Termin festhalten',
    correct: 'Termin berichtigen',
    how: 'Wie haben Sie gearbeitet?',
    howHint: 'Direkt: in den Widerstand. Indirekt: von ihm weg, in Leichtigkeit gehalten.',
    kind: { direct: 'Direkt', indirect: 'Indirekt', both: 'Beides' },
    day: 'Tag',
    minutes: 'Minuten',
    min: (minutes) => `${minutes} min`,
    more: 'Wo, Notiz, Reaktion',
    moreHint: 'Alles davon darf leer bleiben.',
    where: 'Wo Sie gearbeitet haben',
    note: 'Notiz',
    noteHint: 'Teil der Akte: im Export kann sie gelesen werden.',
    reaction: 'Reaktion in der Praxis',
    save: 'Speichern',
    saved: (until) => `Festgehalten. Zu Hause bleibt es sanft bis ${until}.`,
    savedOnly: 'Festgehalten.',
    faults: {
      kind: 'Wählen Sie, wie Sie gearbeitet haben.',
      empty: 'Wählen Sie einen Tag.',
      ahead: 'Wählen Sie heute oder einen Tag davor.',
    },
  },

  course: {
    plan: 'Behandlungsreihe planen',
    change: 'Reihe ändern',
    done: (done, planned) =>
      done > planned ? `${done} Termine, geplant waren ${planned}` : `${done} von ${planned} Terminen`,
    since: (day) => `seit ${day}`,
    review: (day, weeks) => `Rückblick am ${day}, nach ${weeks} Wochen`,
    planned: 'Wie viele Termine?',
    recent: 'Bei Neuem',
    old: 'Bei Altem, danach ab und zu',
    began: 'Begonnen am',
    reviews: 'Nach 6 und 12 Wochen bittet Sie die Eingangsliste um einen Rückblick.',
    save: 'Reihe speichern',
    end: 'Reihe beenden',
    missing: 'Wählen Sie eine Zahl.',
  },
};
