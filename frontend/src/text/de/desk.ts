/** Words of the desk in German: the client list and what the whole desk shares. "Sie" for therapists. */
import type { DeskWords } from '../desk';
import { plural } from '../plural';
import { builder } from './desk-builder';
import { client } from './desk-client';
import { content } from './desk-content';
import { dose } from './desk-dose';
import { inbox } from './desk-inbox';
import { measures } from './desk-measures';
import { practice } from './desk-practice';
import { reminders } from './desk-reminders';
import { safety } from './desk-safety';
import { screening } from './desk-screening';
import { visits } from './desk-visits';

const FEELINGS: Record<string, string> = {
  sharp: 'Stechender Schmerz',
  burning: 'Brennender Schmerz',
  electric: 'Elektrischer Schmerz',
  numb: 'Taubheit',
  spreading: 'Ausstrahlender Schmerz',
  too_much: 'Zu viel',
};

const AREA_LABELS: Record<string, string> = {
  head: 'Kopf und Kiefer',
  neck: 'Nacken',
  shoulder: 'Schulter',
  chest: 'Brust und Bauch',
  back: 'Rücken',
  arm: 'Arm und Hand',
  hip: 'Hüfte',
  leg: 'Bein',
  foot: 'Fuß',
  whole: 'Narbe, ganzer Körper',
};

const WARNINGS: Record<string, string> = {
  many_items: 'Mehr als 5 Übungen. Bei wenigen bleibt man eher dran.',
  over_limit: 'Mehr als 6 Übungen brauchen einen Grund.',
  long_day: 'Mehr als 10 Minuten an einem Tag. Am Anfang bleiben mehr bei 5.',
  many_of_region: 'Mehr als 2 Übungen für eine Region an einem Tag.',
  many_tool_changes: 'Mehr als 3 Wechsel des Hilfsmittels an einem Tag.',
  side_open:
    'Bei einer Übung wird die empfindliche Seite auf dem Handy gewählt. Wählen Sie sie hier, wenn Sie sie kennen.',
};

export const desk: DeskWords = {
  brand: 'Pith',
  skip: 'Direkt zur Seite',
  nav: { label: 'Schreibtisch', clients: 'Personen', practice: 'Praxis', signOut: 'Abmelden' },
  back: 'Alle Personen',
  sides: 'L und R sind links und rechts aus Sicht der Person.',
  loading: 'Wird geladen',
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  saved: 'Gespeichert',
  undo: 'Rückgängig',
  retry: 'Noch einmal versuchen',
  minutesSeconds: (seconds) => {
    const minutes = Math.floor(seconds / 60);
    const rest = seconds % 60;
    if (minutes === 0) return `${rest} s`;
    return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
  },
  minutes: (seconds) => `${Math.max(1, Math.round(seconds / 60))} min`,
  feeling: (code) => FEELINGS[code] ?? code.replaceAll('_', ' '),
  area: (id) => AREA_LABELS[id] ?? id,
  warning: (code) => WARNINGS[code] ?? code.replaceAll('_', ' '),
  side: (side) =>
    side === 'left' ? 'links' : side === 'right' ? 'rechts' : side === 'both' ? 'beide Seiten' : side,
  level: (level) => `Stufe ${level}`,
  weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  weekdaysLong: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  today: 'heute',
  yesterday: 'gestern',
  daysAgo: (days) => `vor ${plural(days, 'Tag', 'Tagen')}`,

  list: {
    title: 'Personen',
    search: 'Person suchen',
    none: (text) => `Niemand heißt „${text}“.`,
    need: (n, rest) => {
      if (n === 0) return rest === 1 ? 'Alles in Ordnung.' : `Bei allen ${rest} ist alles in Ordnung.`;
      const who = n === 1 ? 'Jemand braucht Sie.' : `${n} brauchen Sie.`;
      return rest === 0 ? who : `${who} Bei ${rest === 1 ? 'einer Person' : rest} ist alles gut.`;
    },
    kept: (kept, prescribed) =>
      prescribed === 0 ? 'noch keine Tage' : `${kept} von ${plural(prescribed, 'Tag', 'Tagen')}`,
    last: (when) => `zuletzt ${when}`,
    notYet: 'noch nicht geübt',
    pain: (before, after) => `Schmerz ${before} → ${after}`,
    painSpoken: (before, after) => `Schmerz davor ${before}, danach ${after}`,
    reason: {
      red_flag: 'Alarmzeichen',
      stopped: 'Gestoppt',
      unread: 'Neu',
      no_program: 'Noch kein Programm',
      safety_open: 'Wartet auf Sicherheitsfragen',
      not_paired: 'Noch nicht übergeben',
      not_fetched: 'Noch nicht auf dem Handy',
      quiet: 'Still geworden',
      reminders: '',
      fine: '',
    },
    unread: (n) => `${n} neu`,
    failed: 'Die Liste ließ sich nicht auffrischen. Was Sie sehen, ist vielleicht älter.',
  },

  first: {
    title: 'Fügen Sie die erste Person hinzu',
    about: 'Dann wählen Sie ein Programm und übergeben es mit einem Code. Das dauert etwa fünf Minuten.',
    steps: [
      'Fügen Sie jemanden mit Namen hinzu.',
      'Wählen Sie ein Programm, oder beginnen Sie mit einer von 13 Vorlagen.',
      'Zeigen Sie den Code. Das Handy macht den Rest.',
    ],
  },
  add: {
    open: 'Person hinzufügen',
    name: 'Name',
    nameHint: 'So, wie Sie einander nennen. Nur Ihre Praxis und diese Person sehen ihn.',
    zone: 'Zeitzone',
    language: 'Sprache',
    languageHint: 'Der App und des Programms auf dem Handy. Sie lässt sich auch dort ändern.',
    submit: 'Hinzufügen und Programm wählen',
    busy: 'Wird hinzugefügt',
  },

  errors: {
    offline:
      'Keine Verbindung zum Server, darum ist das nicht geschehen. Nichts ist verloren. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
    server: 'Der Server hatte ein Problem. Nichts ist verloren. Versuchen Sie es gleich noch einmal.',
    fields: 'Noch nicht gespeichert. Die markierten Felder brauchen noch einen Blick.',
    notFound: 'Diese Person ist nicht hier. Vielleicht ist der Link alt, oder Sie haben keinen Zugang.',
    notAllowed: 'Das kann nur die Inhaberin oder der Inhaber der Praxis. Nichts wurde geändert.',
    limited:
      'Zu viele Versuche. Nichts ist verloren. Warten Sie einen Moment und versuchen Sie es noch einmal.',
    required: 'Bitte füllen Sie das aus.',
  },

  client,
  builder,
  content,
  dose,
  measures,
  inbox,
  practice,
  reminders,
  safety,
  screening,
  visits,
};
