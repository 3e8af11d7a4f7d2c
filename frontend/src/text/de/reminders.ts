/** Die Wörter der Erinnerungen: nie drängend, und nichts über die Gesundheit. */
import { plural } from '../plural';
import type { RemindersWords } from '../reminders';

const TURN_ON = 'Erinnerungen einschalten';
const NEAR: Record<string, string> = { yesterday: 'gestern', today: 'heute', tomorrow: 'morgen' };

function span(minutes: number): string {
  return minutes < 60 ? plural(minutes, 'Minute', 'Minuten') : plural(minutes / 60, 'Stunde', 'Stunden');
}

export const reminders: RemindersWords = {
  title: 'Erinnerungen',
  open: 'Erinnerungen einstellen',
  nextTitle: 'Nächste Erinnerung',
  noTime: 'Noch keine Zeit gewählt.',
  nothing: 'Keine in den nächsten Tagen.',
  away: (day) => `Pause bis ${day}.`,
  byCalendar: 'Dein eigener Kalender erinnert dich.',
  paused: 'Sie warten, bis dein Programm wieder offen ist.',
  nowhere: 'Noch kommt keine auf einem Handy an.',
  when: (near, day, time) => `${NEAR[near] ?? `am ${day}`} um ${time}`,

  here: {
    ask: {
      title: 'Lass dich von diesem Handy erinnern',
      text: 'Eine kurze Nachricht zu deiner Zeit. Sie sagt nichts über deine Gesundheit. Gleich fragt der Browser: Tippe auf „Zulassen“.',
      go: TURN_ON,
    },
    off: {
      title: 'Auf diesem Handy aus',
      text: 'Hier kommt nichts an, bis du es einschaltest.',
      go: TURN_ON,
    },
    denied: {
      title: 'Dieses Handy sperrt Nachrichten von Pith',
      text: 'Nur du kannst das ändern. So geht es:',
      go: 'Noch einmal schauen',
    },
    broken: {
      title: 'Erinnerungen kommen hier nicht an',
      text: 'Das Handy hat die Verbindung gelöst. Ein Tippen stellt sie wieder her.',
      go: 'Wieder verbinden',
    },
    unsupported: {
      title: 'Dieser Browser kann nicht erinnern',
      text: 'Dein Kalender kann es.',
      go: null,
    },
    'install-first': {
      title: 'Lege Pith zuerst auf den Home-Bildschirm',
      text: 'Auf dem iPhone kommen Erinnerungen nur in Apps an, die dort liegen.',
      go: null,
    },
  },
  orMail: 'Dein Kalender oder eine E-Mail kann es.',
  blocked: {
    apple: ['Öffne am Handy Einstellungen, dann Mitteilungen, dann Pith.', 'Lass dort Mitteilungen zu.'],
    firefox: ['Tippe auf das Schloss neben der Adresse.', 'Nimm dort die Sperre weg.'],
    samsung: ['Öffne das Menü, dann Einstellungen, dann Websites.', 'Lass dort Nachrichten von Pith zu.'],
    installed: ['Halte das Pith-Symbol, dann tippe auf App-Info.', 'Lass dort Benachrichtigungen zu.'],
    chrome: ['Tippe auf das Zeichen neben der Adresse.', 'Lass dort Benachrichtigungen zu.'],
  },
  install: [
    'Tippe in Safari auf Teilen.',
    'Wähle „Zum Home-Bildschirm“.',
    'Öffne Pith dort und schalte Erinnerungen ein.',
  ],
  installCode: 'Dort brauchst du einen Code. Du bekommst ihn unter Ich.',
  installDrawing: 'Von Teilen auf den Home-Bildschirm',
  turned: {
    dismissed: 'Du hast die Frage geschlossen. Nichts hat sich geändert.',
    timeout: 'Das Handy hat zu lange gebraucht. Versuch es gleich noch einmal.',
    offline: 'Gerade kein Netz. Deine Zeiten bleiben. Versuch es später noch einmal.',
    refused: 'Das ging dieses Mal nicht. Versuch es gleich noch einmal.',
  },

  proof: {
    shown: (when) => `Die letzte Erinnerung kam ${when} an.`,
    accepted: (when) => `Die letzte Erinnerung wurde ${when} gesendet.`,
    failed: (when) => `Die letzte kam nicht an (${when}).`,
    none: 'Noch ist keine gekommen.',
    asOf: (when) => `Stand: ${when}. Da war zuletzt Netz.`,
    weekly:
      'Erinnerungen kommen jetzt einmal pro Woche. Mit der nächsten Übung kommen sie wieder wie früher.',
    rest: 'Erinnerungen ruhen jetzt. Mit der nächsten Übung kommen sie wieder.',
  },
  why: {
    no_channel: 'Kein Handy von dir war bereit.',
    gone: 'Dieses Handy hatte die Verbindung gelöst.',
    not_sent: 'Die Praxis konnte gerade nichts senden.',
    other: 'Der Dienst des Handys hat sie nicht angenommen.',
  },
  test: {
    go: 'Jetzt eine zum Testen',
    shown: 'Sie ist da. Erinnerungen kommen hier an.',
    among: 'Sie kam auf einem deiner Handys an. Auf diesem hier?',
    accepted: 'Sie ist unterwegs. Wenn du sie siehst, ist alles gut.',
    failed: 'Sie kam nicht an.',
    offline: 'Gerade kein Netz. Versuch es später noch einmal.',
    'too-many': 'Für heute ist es genug. Versuch es morgen wieder.',
    mended: 'Verbunden. Teste es jetzt.',
  },
  turnOff: 'Auf diesem Handy ausschalten',

  times: 'Zeiten',
  add: 'Zeit dazu',
  edit: 'Zeit ändern',
  time: 'Uhrzeit',
  days: 'Tage',
  everyDay: 'Jeden Tag',
  weekdays: 'Montag bis Freitag',
  isOn: (time) => `${time} ist an`,
  save: 'Sichern',
  remove: 'Diese Zeit entfernen',
  twice: 'Diese Zeit gibt es an einem der Tage schon.',
  noDay: 'Wähle mindestens einen Tag.',
  full: 'Es gibt schon 12 Zeiten. Entferne erst eine.',
  kept: 'Auf dem Handy gesichert. Sobald Netz da ist, erfährt es deine Praxis.',
  sent: 'Gesichert. Deine Praxis hat es.',
  unsaved: 'Auf dem Handy ist kein Platz mehr. Nichts hat sich geändert.',

  off: {
    title: 'Auszeit',
    text: 'Keine Erinnerung, solange du weg bist.',
    tomorrow: 'Bis morgen',
    week: 'Eine Woche',
    date: 'Bis zu einem Tag',
    on: 'Wieder da am',
    back: 'Ich bin wieder da',
  },
  quiet: {
    title: 'Ruhezeit',
    text: 'In dieser Zeit kommt keine Erinnerung.',
    inside: 'In deiner Ruhezeit: kommt nicht.',
    none: 'Keine',
    range: (from, to) => `${from} bis ${to}`,
    from: 'Von',
    to: 'Bis',
    drop: 'Keine Ruhezeit',
  },
  more: {
    title: 'Noch eine am selben Tag',
    text: 'Nur wenn bis dahin keine Übung war.',
    no: 'Nein',
    after: (minutes) => `Nach ${span(minutes)}`,
  },
  zone: {
    title: 'Zeitzone',
    follows: (city) => `Wie das Handy (${city})`,
    stays: (city) => `Immer ${city}`,
  },

  others: 'Andere Wege',
  first: 'Wähle zuerst eine Zeit.',
  mail: {
    title: 'Per E-Mail',
    text: 'Höchstens eine am Tag, und nur wenn kein Handy sie zeigen konnte.',
    address: 'Deine E-Mail',
    go: 'Mail zum Bestätigen senden',
    unconfirmed: (address) => `Eine Mail ging an ${address}. Öffne sie und bestätige.`,
    on: (address) => `Mails gehen an ${address}.`,
    end: 'Keine Mails mehr',
    offline: 'Gerade kein Netz. Versuch es später noch einmal.',
    refused: 'Diese Adresse ging nicht. Schau sie noch einmal an.',
  },
  calendar: {
    title: 'Im eigenen Kalender',
    text: 'Er klingelt zu deinen Zeiten, auch ohne Netz.',
    go: 'Meine Zeiten eintragen',
    asked: 'Stehen sie jetzt im Kalender?',
    yes: 'Ja, er soll erinnern',
    on: 'Dein Kalender erinnert dich. Sind die Zeiten neu? Dann trag sie noch mal ein.',
    here: 'Wieder von Pith erinnern lassen',
    old: 'Im Kalender stehen noch die alten Zeiten.',
    drop: 'Lösche die Zeiten von Pith im Kalender, sonst klingelt er auch.',
    away: 'Dein Kalender klingelt weiter.',
    feed: 'Ein Link zu deinen Zeiten',
    feedText: 'Ein Kalender, der ihm folgt, zeigt sie, klingelt aber nicht. Behalte ihn für dich.',
    since: (day) => `In Gebrauch seit ${day}.`,
    make: 'Link erstellen',
    anew: 'Neuen Link erstellen',
    copy: 'Link kopieren',
    copied: 'Kopiert.',
    open: 'In einem Kalender öffnen',
    end: 'Link beenden',
  },
  answered: (who) => `${who} hat dir geantwortet`,

  later: {
    title: 'Später erinnern',
    span: (minutes) => `In ${minutes === 60 ? 'einer Stunde' : span(minutes)}`,
    ok: (time) => `Gut. Sie kommt um ${time}.`,
    offline: 'Gerade kein Netz, darum ging es nicht.',
    refused: 'Das ging nicht. Es geht 5 Mal am Tag.',
  },
  moved: 'Deine Zeiten sind mit dem Handy umgezogen.',
  changed: 'Deine Praxis hat deine Erinnerungen geändert.',
  mended: 'Verbunden. Erinnerungen kommen hier wieder an.',
  after: {
    title: 'Eine Erinnerung fürs nächste Mal?',
    text: 'Eine kurze Nachricht zu deiner Zeit. Sie sagt nichts über deine Gesundheit.',
    next: 'Gleich fragt der Browser: Tippe auf „Zulassen“.',
    go: 'Erinnere mich',
    no: 'Jetzt nicht',
    look: 'So geht es hier',
    kept: 'Deine Zeit ist gesichert. Das Handy erinnert noch nicht.',
  },
};
