/** Words about one client's safety in German. "Sie" for therapists. */
import type { Why } from '../../domain/desk/answers';
import type { DeskWords } from '../desk';
import { plural } from '../plural';

const SOURCES: Record<string, string> = {
  intake: 'bei den Sicherheitsfragen',
  check: 'bei der täglichen Frage',
  daily_check: 'bei der täglichen Frage',
};
const ACTS: Record<string, string> = {
  raise: 'Gesetzt',
  lower: 'Zurückgenommen',
  confirm: 'Tage bestätigt',
  lift: 'Aufgehoben',
};
const WHY_SHORT: Record<Why, string> = {
  first: 'neu',
  yearly: 'jährlich',
  news: 'nach Neuigkeit',
  pause: 'nach Pause',
};

const questions = (n: number) => plural(n, 'Sicherheitsfrage', 'Sicherheitsfragen');

export const screening: DeskWords['screening'] = {
  flags: {
    title: 'Warnhinweise',
    none: 'Heute gilt kein Warnhinweis.',
    loading: 'Warnhinweise werden geladen',
    raise: 'Warnhinweis setzen',
    red: 'Alarmzeichen',
    anyRed: 'Ein Zeichen der Warnliste',
    placeless: 'Ohne Ort: gilt für den ganzen Körper.',
    since: (day) => `seit ${day}`,
    tellings: (n) => `${n}-mal gesagt`,
    client: (source) => `Selbst gesagt ${SOURCES[source ?? ''] ?? 'am Handy'}`,
    therapist: (name, source) =>
      source === 'intake' ? `Im Raum gesagt, gefragt von ${name}` : `Gesetzt von ${name}`,
    arrived: (when) => `angekommen ${when}`,
    day: (n) => `Tag ${n}`,
    also: (label) => `Nach dem Datum gilt auch: ${label}`,
    next: (day, label) => `Ab ${day}: ${label}`,
    ends: (day) => `Vorbei am ${day}`,
    endsAlone: (day) => `Endet von selbst am ${day}`,
    waitsNext: (text) => `${text}; wartet auf Ihre Bestätigung.`,
    waits: (day) => `Nach dem Datum vorbei seit ${day}. Gilt weiter, bis Sie bestätigen.`,
    undated: 'Ohne Datum: gilt, bis Sie ihn zurücknehmen.',
    lower: 'Zurücknehmen',
    confirm: 'Tage bestätigen',
    lift: 'Aufheben',
    of: (act, label) => `${act}: ${label}`,
  },

  red: {
    title: (n) => (n === 1 ? 'Alarmzeichen' : `${n} Alarmzeichen`),
    paused: 'Auf dem Handy pausiert alles Üben, bis Sie das aufheben.',
    call: 'Rufen Sie jetzt an.',
    emergency: (number) => `Das kann ein Notfall sein. Keine Antwort: denken Sie an die ${number}.`,
    urgent: 'Das sollte heute ärztlich angesehen werden.',
    lift: 'Schreiben Sie auf, was getan wurde. Heben Sie es dann auf.',
    liftDo: 'Aufschreiben und aufheben',
  },

  act: {
    lowerTitle: 'Diesen Warnhinweis zurücknehmen?',
    lowerAbout: 'Er zählt ab jetzt nicht mehr. Was gesagt wurde, bleibt im Verlauf.',
    lowerDo: 'Zurücknehmen',
    confirmTitle: 'Sind diese Tage gut vergangen?',
    confirmAbout: 'Die strengere Phase endet. Die spätere läuft nach ihrem eigenen Datum weiter.',
    confirmDo: 'Tage bestätigen',
    until: 'Alles ging gut bis',
    untilHint: 'Spätestens heute.',
    liftTitle: 'Alarmzeichen aufheben',
    liftAbout: 'Das Üben öffnet sich wieder auf dem Handy. Was gesagt wurde, bleibt im Verlauf.',
    liftDo: 'Aufheben',
    which: 'Welche davon',
    reason: 'Warum',
    reasonHint: 'Bleibt in der Akte. Auf dem Handy steht es nicht.',
    done: 'Was getan wurde',
    doneHint: (least) => `Mindestens ${least} Zeichen. Bleibt in der Akte.`,
    doneShort: (more) => `Bitte noch ${more} Zeichen.`,
    noneChosen: 'Wählen Sie mindestens eines.',
    lowered: 'Zurückgenommen. Das Handy erfährt es beim nächsten Abgleich.',
    confirmed: 'Bestätigt. Das Handy erfährt es beim nächsten Abgleich.',
    lifted: 'Aufgehoben. Das Handy öffnet sich beim nächsten Abgleich.',
  },

  raise: {
    title: 'Warnhinweis setzen',
    search: 'Warnhinweis suchen',
    searchHint: 'Ein Wort genügt: Blutverdünner, Narbe, Schwindel.',
    found: (n) => plural(n, 'Warnhinweis', 'Warnhinweise'),
    none: 'Kein Warnhinweis heißt so. Versuchen Sie ein kürzeres Wort.',
    other: 'Einen anderen wählen',
    where: 'Wo',
    whereHint: 'Ohne Ort gilt er für den ganzen Körper.',
    date: 'Tag des Beginns',
    dateHint: 'Der Tag der Operation, Verletzung, Geburt oder Spritze. Ab ihm wird gezählt.',
    due: 'Errechneter Geburtstermin',
    dueHint: 'Die Wochen werden von ihm zurückgerechnet.',
    note: 'Notiz',
    noteHint: 'Was Sie gesehen oder gehört haben. Bleibt in der Akte.',
    redAbout: 'Ein Alarmzeichen pausiert sofort alles Üben. Nur in der Praxis wird es aufgehoben.',
    do: 'Warnhinweis setzen',
    raised: 'Gesetzt. Das Handy erfährt es beim nächsten Abgleich.',
  },

  history: {
    title: (n) => `Verlauf (${n})`,
    about: 'Neuestes zuerst. Hier lässt sich nichts löschen.',
    act: (act) => ACTS[act] ?? act,
    by: (name) => `von ${name}`,
    until: (day) => `bis ${day}`,
  },

  answers: {
    title: 'Antworten zur Sicherheit',
    loading: 'Antworten werden geladen',
    none: 'Noch nichts beantwortet.',
    open: 'Das Programm ist offen. Keine Sicherheitsfrage ist fällig.',
    closed: (n) =>
      n === 0 ? 'Das Programm ist geschlossen.' : `Das Programm ist geschlossen: ${questions(n)} offen.`,
    due: (n) => (n === 1 ? '1 Frage ist fällig' : `${n} Fragen sind fällig`),
    why: {
      first: 'nie beantwortet',
      yearly: 'vor einem Jahr beantwortet',
      news: 'es gibt Neues',
      pause: 'lange Pause seitdem',
    },
    ask: 'Jetzt im Raum fragen',
    again: 'Im Raum neu fragen',
    fresh: (when) => `Neu seit Ihrem letzten Termin (${when})`,
    mark: { new: 'neu', changed: 'geändert' },
    goals: 'Möchte wieder können',
    goal: (activity, scores) => `${activity}: ${scores} von 10`,
    tools: 'Hat zu Hause',
    noTools: 'Keine Hilfsmittel.',
    all: (n) => `Alle Antworten (${n})`,
    told: (who, when, version) => `${who}, ${when}${version ? ` · Fragen ${version}` : ''}`,
    byClient: 'Am Handy',
    byTherapist: (name) => `Im Raum, gefragt von ${name}`,
    earlier: (n) => plural(n, 'frühere Antwort', 'frühere Antworten'),
  },

  word: {
    open: 'Programm auf mein Wort öffnen',
    invite: 'Das Handy stellt zuerst die Sicherheitsfragen. Oder Sie öffnen das Programm auf Ihr Wort.',
    about: 'Sie stehen dafür ein, dass Sie selbst gefragt haben. Bis jetzt unbeantwortet:',
    more: (n) => `und ${n} weitere`,
  },

  room: {
    title: (name) => `Sicherheitsfragen mit ${name}`,
    about: 'Fragen Sie laut, antworten Sie hier. Tab geht weiter, Leertaste oder Enter wählt.',
    sections: {
      now: 'Wie es jetzt ist',
      warning: 'Alarmzeichen',
      lately: 'In letzter Zeit',
      health: 'Knochen, Blut, Medikamente',
      operations: 'Operationen und Schwangerschaft',
      body: 'Körper und Krankheiten',
      moving: 'Bewegung und Berührung',
      wishes: 'Ziele, Hilfsmittel, Zeit',
    },
    no: 'Nein zu allem Übrigen hier',
    noOf: (section) => `Nein zu allem Übrigen: ${section}`,
    noSaid: (n) => `${plural(n, 'Frage', 'Fragen')} mit Nein beantwortet.`,
    redNote: 'Lesen Sie jede Zeile vor. „Nichts davon“ wird einzeln gewählt.',
    allToo: 'Auch Beantwortetes zeigen',
    nothing: 'Keine Frage ist fällig.',
    why: (why) => WHY_SHORT[why],
    count: (filled, all) => `${filled} von ${all} ausgefüllt`,
    save: (n) => (n === 0 ? 'Antworten speichern' : `${plural(n, 'Antwort', 'Antworten')} speichern`),
    nothingYet: 'Beantworten Sie zuerst mindestens eine Frage.',
    saved: (n) => `${plural(n, 'Antwort', 'Antworten')} gespeichert.`,
    savedRest: (n, rest) => `${n} gespeichert. ${rest} unten noch offen.`,
    refused: 'Noch nicht gespeichert. Sehen Sie die markierten Fragen noch einmal an. Nichts ging verloren.',
    unfinished: 'Diese Antwort ist noch nicht vollständig.',
    clear: 'Antwort entfernen',
    clearOf: (question) => `Antwort entfernen: ${question}`,
  },

  list: {
    redAt: (sign, told, arrived) => `${sign}. Gesagt ${told}, angekommen ${arrived}.`,
    waiting: (n) => (n === 0 ? 'Wartet auf Sicherheitsfragen' : `Wartet auf Sicherheitsfragen (${n} offen)`),
  },
};
