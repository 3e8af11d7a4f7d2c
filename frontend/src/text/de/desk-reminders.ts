/** Words of reminders at the desk, in German. */
import type { DeskWords } from '../desk';

const WHY: Record<string, string> = {
  no_channel: 'Kein Handy nimmt Erinnerungen an. Sie wurden dort nie erlaubt oder sind ausgeschaltet.',
  gone: 'Das Handy hat sie von selbst beendet. Das kommt vor, wenn die App entfernt oder lange nicht geöffnet wurde.',
  resubscribe: 'Dieser Server hat einen neuen Schlüssel, und das Handy kennt ihn noch nicht.',
  unreachable: 'Der Push-Dienst des Handys war nicht zu erreichen.',
  refused: 'Der Push-Dienst weist diesen Server ab.',
  lost: 'Der Push-Dienst hat die letzte nicht angenommen.',
  unknown: 'Der Server hielt an, während er sendete.',
  mail_refused: 'Kein Handy nimmt Erinnerungen an, und das Postfach hat die Mail zurückgeschickt.',
  mail_unreachable: 'Kein Handy nimmt Erinnerungen an, und der Mailserver war nicht zu erreichen.',
  not_sent: 'Nichts wurde gesendet. Vielleicht läuft der Teil des Servers nicht, der sendet.',
};

const OPEN_THE_APP =
  'Beim nächsten Termin: Öffnen Sie die App auf dem Handy. Sie richtet es selbst oder zeigt einen Knopf dafür. Senden Sie dann einen Test.';
const WAIT = 'Jetzt ist nichts zu tun. Die nächste geht wie gewohnt hinaus. Ein Test gibt Ihnen Sicherheit.';
const ASK_THE_HOST = 'Sagen Sie es dem, der diesen Server betreibt. Alle mit solchen Handys sind betroffen.';

const MEND: Record<string, string> = {
  no_channel:
    'Beim nächsten Termin auf dem Handy: „Ich“, dann „Erinnerungen“, dort einschalten. Senden Sie dann von hier einen Test.',
  gone: OPEN_THE_APP,
  resubscribe: OPEN_THE_APP,
  unreachable: 'Zur nächsten Zeit wird es wieder versucht. Bleibt es so, öffnen Sie die App bei gutem Netz.',
  mail_refused:
    'Beim nächsten Termin auf dem Handy: „Ich“, dann „Erinnerungen“. Prüfen Sie dort die Adresse.',
  mail_unreachable: ASK_THE_HOST,
  refused: ASK_THE_HOST,
  not_sent: ASK_THE_HOST,
};

const WHY_HERE: Record<string, string> = {
  gone: 'Der Browser hatte seinen Platz beim Push-Dienst aufgegeben. Schalten Sie ihn wieder ein.',
  resubscribe:
    'Dieser Server hat einen neuen Schlüssel. Öffnen Sie den Schreibtisch neu und senden Sie sich einen Test.',
  unreachable: 'Der Push-Dienst des Browsers war nicht zu erreichen.',
  refused: 'Der Push-Dienst weist diesen Server ab. Sagen Sie es dem, der ihn betreibt.',
  mail_refused: 'Ihr Postfach hat sie zurückgeschickt. Prüfen Sie die Adresse, mit der Sie sich anmelden.',
  mail_unreachable: 'Der Mailserver war nicht zu erreichen. Sagen Sie es dem, der diesen Server betreibt.',
  not_sent: 'Vielleicht läuft der Teil des Servers nicht, der sendet. Sagen Sie es dem, der ihn betreibt.',
};

export const reminders: DeskWords['reminders'] = {
  title: 'Erinnerungen',
  failing: (since) =>
    since === '' ? 'Erinnerungen kommen nicht an' : `Erinnerungen kommen seit ${since} nicht an`,

  state: {
    none: 'Keine Zeit ist eingestellt.',
    calendar: 'Der Kalender auf dem Handy erinnert. Pith sendet zu diesen Zeiten nichts.',
    untried: 'Bereit. Seit das Handy Erinnerungen annimmt, war keine fällig.',
    shown: (since) => `Seit ${since} kommen Erinnerungen ohne Lücke auf dem Handy an.`,
    accepted: (since) => `Seit ${since} gehen Erinnerungen ohne Lücke hinaus.`,
    acceptedAbout:
      'Dieses Handy meldet nicht, ob es sie zeigt, wie viele iPhones. Fragen Sie beim nächsten Termin.',
    byMail: 'Per E-Mail: Das Handy selbst nimmt keine an.',
    failed: (since) =>
      since === '' ? 'Erinnerungen kommen nicht an' : `Erinnerungen kommen seit ${since} nicht an`,
  },
  why: (reason) => WHY[reason] ?? 'Die letzte ging nicht hinaus.',
  mend: (reason) => MEND[reason] ?? WAIT,
  fading: {
    weekly: 'Lange ohne Antwort, darum kommt eine pro Woche. Einmal üben bringt sie zurück.',
    none: 'Sehr lange ohne Antwort, darum kommt jetzt keine. Einmal üben bringt sie zurück.',
  },
  last: {
    shown: (when) => `Zuletzt gezeigt: ${when}.`,
    accepted: (when) => `Zuletzt gesendet: ${when}.`,
    failed: (when) => `Zuletzt nicht angekommen: ${when}.`,
  },
  next: (when) => `nächste: ${when}`,
  tomorrow: 'morgen',
  off: 'aus',
  inQuiet: 'in der Ruhezeit: kommt nicht',
  zone: (zone, follows) => `${zone}${follows ? ', geht mit dem Handy mit' : ''}`,
  quiet: (from, to) => `Ruhe von ${from} bis ${to}`,
  away: (day) => `nicht da, zurück am ${day}`,
  followUp: (after) => `eine weitere ${after} später, wenn nicht geübt wurde`,
  after: (minutes) => (minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`),

  set: 'Gemeinsam einstellen',
  change: 'Gemeinsam ändern',
  form: {
    title: 'Gemeinsam einstellen',
    about: 'Die Person wählt selbst. Das Handy übernimmt es, sobald es Netz hat.',
    time: (n) => `Zeit ${n}`,
    days: (n) => `Tage der Zeit ${n}`,
    on: 'An',
    remove: 'Weglassen',
    removeOf: (n) => `Zeit ${n} weglassen`,
    add: 'Zeit hinzufügen',
    nothing: 'Keine Zeiten: Nichts wird gesendet.',
    zone: 'Zeitzone',
    follows: 'Geht auf Reisen mit dem Handy mit',
    quiet: 'Ruhezeit einhalten',
    from: 'Ruhe von',
    to: 'Ruhe bis',
    away: 'Eine Zeit lang nicht da',
    back: 'Zurück am',
    followUp: 'Eine weitere am selben Tag',
    followUpHint: 'Nur wenn bis dahin nicht geübt wurde.',
    never: 'Nein',
    later: (after) => `${after} später`,
    calendar: 'Stattdessen erinnert der Kalender auf dem Handy',
    save: 'Zeiten speichern',
    saved: 'Gespeichert. Das Handy erfährt es.',
    faults: {
      empty: 'Bitte füllen Sie das aus.',
      twice: 'Diese Zeit steht am selben Tag zweimal da.',
      many: 'Höchstens 12 Zeiten.',
      past: 'Wählen Sie einen Tag nach heute.',
    },
  },
  test: {
    send: 'Test senden',
    waiting: 'Auf dem Weg zum Handy.',
    noPhone:
      'Noch nimmt kein Handy sie an. Auf dem Handy: „Ich“, dann „Erinnerungen“, dort einschalten. Senden Sie dann von hier einen Test.',
    shown: 'Das Handy hat ihn gezeigt.',
    accepted: 'Er ist gesendet. Sehen Sie auf das Handy: Ist er da?',
    failed: (why) => `Er kam nicht an. ${why}`,
    tooMany: 'Das reicht für heute. Versuchen Sie es morgen wieder.',
  },

  alerts: {
    lost: 'Meldungen kommen in diesem Browser nicht mehr an. Warum?',
    title: 'Alarmzeichen und Stopps, sofort',
    about:
      'Wenn jemand mit stechendem Schmerz stoppt oder ein Alarmzeichen meldet. Alles andere wartet in der Liste.',
    here: 'Dieser Browser',
    state: {
      unknown: 'Wird geprüft.',
      unsupported: 'Dieser Browser kann keine Meldungen zeigen. Nehmen Sie einen anderen oder E-Mail.',
      'install-first':
        'Auf iPhone oder iPad: Legen Sie Pith zuerst auf den Home-Bildschirm und öffnen Sie es dort.',
      ask: 'Hierher kommen noch keine Meldungen.',
      denied: 'Der Browser blockiert sie. Erlauben Sie Mitteilungen für diese Seite in seinen Einstellungen.',
      off: 'Hier ausgeschaltet.',
      on: 'Meldungen kommen hierher, auch bei geschlossenem Schreibtisch. Abmelden hält sie an.',
      broken: 'Hier erlaubt, doch der Browser hat seinen Platz beim Push-Dienst verloren.',
    },
    turnOn: 'Hier einschalten',
    mend: 'Wieder einrichten',
    turnOff: 'Hier ausschalten',
    test: 'Mir einen Test senden',
    turned: {
      denied: 'Der Browser hat abgelehnt. Nichts wurde geändert.',
      dismissed: 'Die Frage des Browsers blieb ohne Antwort. Versuchen Sie es wieder, wenn Sie mögen.',
      timeout: 'Der Push-Dienst hat nicht geantwortet. Prüfen Sie das Netz und versuchen Sie es noch einmal.',
      offline: 'Keine Verbindung zum Server. Nichts wurde geändert.',
      refused:
        'Der Browser konnte sich beim Push-Dienst nicht anmelden. Versuchen Sie es später noch einmal.',
    },
    tested: {
      shown: 'Er wurde gezeigt.',
      accepted: 'Er ist gesendet. Sehen Sie nichts, prüfen Sie die Mitteilungen in den Systemeinstellungen.',
      offline: 'Keine Verbindung zum Server. Nichts wurde gesendet.',
      'too-many': 'Das reicht für heute. Versuchen Sie es morgen wieder.',
      failed: (why) => `Er kam nicht an. ${why}`,
    },
    testing: 'Unterwegs.',
    mail: (address) => `Auch per E-Mail an ${address}`,
    noMail: 'E-Mail: Diese Installation sendet keine.',
    nothing: 'Jetzt sagt Ihnen niemand sofort Bescheid. Alarmzeichen und Stopps warten in der Liste.',
    none: 'Bisher wurde Ihnen nichts gesendet.',
    last: {
      shown: (when) => `Zuletzt ${when}: Sie wurde gezeigt.`,
      accepted: (when) => `Zuletzt ${when}: gesendet. Kein Browser hat gemeldet, dass er sie zeigte.`,
      failed: (when, why) => `Zuletzt ${when}: Sie hat Sie nicht erreicht. ${why}`,
    },
    why: (reason) =>
      reason === 'no_channel'
        ? 'Weder ein Browser noch E-Mail war eingeschaltet.'
        : (WHY_HERE[reason] ?? 'Senden Sie sich einen Test.'),
  },
};
