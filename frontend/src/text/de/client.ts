/** The words of the client's own pages in German: "du", verbs first, no Latin, nothing promised. */
import type { FirstWords } from '..';
import { plural } from '../plural';

function minuteWords(minutes: number): string {
  return plural(minutes, 'Minute', 'Minuten');
}

function seconds(total: number): string {
  const minutes = Math.floor(total / 60);
  const rest = Math.round(total % 60);
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

export const client: FirstWords['client'] = {
  seconds,
  nav: { label: 'Seiten', today: 'Heute', history: 'Verlauf', me: 'Ich' },

  join: {
    eyebrow: 'Aus deiner Praxis',
    title: 'Dein Programm für zu Hause',
    intro: 'Ein paar Minuten am Tag, in Schritten, denen du im Liegen folgen kannst. Auch ohne Netz.',
    sees: 'Deine Praxis sieht, was du geübt hast und wie es war.',
    keeps: 'Deine Einträge liegen auf diesem Handy und in der Praxis, sonst nirgends.',
    more: 'Was gespeichert wird',
    details: [
      'Dein Vorname und welches Handy du benutzt.',
      'Jedes Üben: wann, wie lange, Schmerz davor und danach, was du gespürt hast, deine Worte.',
      'Wenn du aufhörst, weil etwas weh tut: wo, und wie es sich anfühlt.',
      'Niemand sonst bekommt etwas davon. Keine Werbung, kein Verfolgen, kein Standort.',
      'Du kannst deine Daten jederzeit mitnehmen oder löschen, unter „Ich“.',
    ],
    agree: 'Mit „Start“ stimmst du zu, dass deine Praxis das für deine Behandlung aufbewahrt.',
    start: 'Start',
    starting: 'Das Handy wird verbunden',
    notYou: 'Nicht für dich? Dann schließ einfach diese Seite.',
    badTitle: 'Dieser Link ist schon benutzt',
    bad: 'Ein Link gilt einmal, 7 Tage lang. Bitte deine Praxis um einen neuen: Das geht schnell.',
    busy: 'Gerade waren es zu viele Versuche. Warte ein paar Minuten und versuch es noch einmal.',
    offline:
      'Es gibt kein Netz, darum kann das Handy noch nicht verbunden werden. Dein Link gilt weiter: Versuch es gleich noch einmal.',
    trouble:
      'Die Praxis hat nicht so geantwortet, wie sie sollte. Dein Link gilt weiter. Versuch es gleich noch einmal.',
    haveCode: 'Ich habe einen Code',
    someoneTitle: (name) => `Dieses Handy gehört schon zu ${name}`,
    someone: (name) =>
      `Ist der Link für ${name}, mach weiter: Nichts geht verloren. Sonst melde zuerst ${name} ab („Ich“, dann „Abmelden“): Ein Handy gehört einer Person.`,
    someoneGo: (name) => `Ja, ich bin ${name}`,
    someoneBack: 'Zurück zu meinem Programm',
    therapistTitle: (name) => `Sie sind als ${name} angemeldet`,
    therapist:
      'Wenn Sie hier starten, wird dieser Browser zum Handy für Klienten, und Sie sind abgemeldet. Zum Zeigen: Lassen Sie den Code mit dem eigenen Handy scannen.',
    device: { iphone: 'iPhone', ipad: 'iPad', android: 'Android-Handy', computer: 'Computer' },
  },

  today: {
    greeting: (hour, name) => {
      const part = hour < 5 || hour >= 18 ? 'Guten Abend' : hour < 11 ? 'Guten Morgen' : 'Hallo';
      return `${part}, ${name}`;
    },
    toGo: (minutes, left) => `${minuteWords(minutes)}, noch ${left} ${left === 1 ? 'Übung' : 'Übungen'}.`,
    fresh: (minutes) => `${minuteWords(minutes)} für dich.`,
    allDone: 'Für heute ist alles getan. Gut für dich gesorgt.',
    minutesUnit: 'min',
    slice: (done, all) => `${done} von ${all} heute gemacht`,
    list: 'Die Übungen von heute',
    done: 'gemacht',
    started: 'begonnen',
    start: 'Start',
    goOn: 'Weitermachen',
    again: 'Noch einmal',
    finish: 'Notizen abschließen',
    waitingTitle: 'Dein Programm ist unterwegs',
    waiting: (therapist) => `${therapist} stellt es gerade zusammen. Es erscheint hier von selbst.`,
    questionsTitle: 'Beantworte zuerst die Sicherheitsfragen',
    questions: (count, minutes) =>
      `${plural(count, 'Frage', 'Fragen')}, etwa ${plural(minutes, 'Minute', 'Minuten')}. Dann öffnet sich dein Programm.`,
    questionsAgain: 'Etwas hat sich geändert, oder es ist Zeit vergangen. Darum fragen wir noch einmal.',
    questionsGo: 'Fragen beantworten',
    uncheckedTitle: 'Noch nicht geprüft',
    unchecked:
      'Die Sicherheitsregeln sind noch nicht auf diesem Handy. Ohne sie kann nichts beginnen. Such ein Netz und versuch es dann noch einmal.',
    uncheckedAgain: 'Noch einmal versuchen',
    stopTitle: 'Hör jetzt ganz auf zu üben',
    stop: 'Du hast ein Warnzeichen angegeben. Hol jetzt Hilfe.',
    stopCall: (number) => `${number} anrufen`,
    restingTitle: 'Pausiert',
    resting: (therapist) => `Es hat weh getan. Lass es weg, bis ${therapist} es sich angesehen hat.`,
    restingBody: (therapist) => `Dein Körper braucht eine Pause. ${therapist} sieht es sich mit dir an.`,
    restTitle: 'Ein Ruhetag',
    rest: (next) =>
      next ? `Heute steht nichts an. Dein nächstes Üben ist am ${next}.` : 'Heute steht nichts an.',
    soonTitle: 'Dein Programm ist bereit',
    soon: (day) => `Es beginnt am ${day}.`,
    keptPartial: 'Dein letztes Üben endete mittendrin. Was du gemacht hast, ist gespeichert.',
    notKept:
      'Dein letztes Üben ist nicht gespeichert: Dieses Handy ist voll. Schaff etwas Platz. Nichts geht verloren, solange diese Seite offen bleibt.',
  },

  dose: {
    hold: (s) => `${seconds(s)} halten`,
    spots: (spots, breaths) => `${spots} Stellen · je ${plural(breaths, 'Atemzug', 'Atemzüge')}`,
    roll: (s) => `${seconds(s)} rollen`,
    move: (s) => `${seconds(s)} bewegen`,
    left: (words) => `${words}, links`,
    right: (words) => `${words}, rechts`,
    each: (words) => `${words}, jede Seite`,
  },

  saved: {
    all: 'Alles gespeichert',
    unsent: (count) => `${count} noch nicht gesendet`,
    title: 'Auf diesem Handy aufgehoben',
  },

  contact: {
    signedOutTitle: 'Dieses Handy ist abgemeldet',
    signedOut:
      'Mach weiter wie gewohnt: Alles wird hier aufgehoben. Bitte deine Praxis um einen neuen Link oder gib einen Code ein. Dann wird es gesendet.',
    code: 'Code eingeben',
    oldTitle: 'Es braucht eine neuere Version',
    old: 'Deine Einträge werden weiter gesendet. Neues im Programm siehst du so: Schließ diese Seite und öffne sie neu.',
    attention: (count) => `${plural(count, 'Eintrag braucht', 'Einträge brauchen')} einen Blick`,
    attentionGo: 'Ansehen',
    updateReady: 'Eine neue Version ist bereit.',
    updateNow: 'Übernehmen',
  },

  learn: {
    all: 'Gut zu wissen',
    feel: 'Was darf ich spüren?',
    stop: 'Wann aufhören',
    'next-days': 'Die nächsten 2 Tage',
  },

  lost: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse vertippt.',
    home: 'Zu heute',
  },
  broken: {
    title: 'Auf dieser Seite ging etwas schief',
    text: 'Was du gespeichert hast, ist sicher. Öffne die Seite noch einmal.',
    reload: 'Neu öffnen',
  },
};
