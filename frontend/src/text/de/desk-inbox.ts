/** Die Wörter des Eingangs: was wartet und warum, wie es erledigt wurde, und wer wen vertritt. */
import type { inbox as english } from '../en/desk-inbox';
import { plural } from '../plural';
import type { Words } from '../words';

const RULES: Record<string, string> = {
  D01: 'Alles Üben ruht wegen eines Alarmzeichens.',
  D02: 'Es ruht, weil es weh tat.',
  D03: 'Nach 48 Stunden noch spürbar. Was dort wirkt, ruht.',
  D04: 'Der Schmerz stieg nach dem Üben. Es ging einen Schritt zurück.',
  D05: 'Das Unbehagen war 6 von 10 oder mehr. Es ging einen Schritt zurück.',
  D06: 'Zwei Wochen ohne Üben. Es beginnt wieder, kurz und sanft.',
  D07: 'Eine Woche ohne Üben. Die Zeit wurde halbiert.',
  D12: 'Beständig und wenig Beschwerden. Bereit für mehr Zeit.',
  D13: 'Seit zwei Wochen beständig. Bereit für die nächste Stufe.',
};

export const inbox: Words<typeof english> = {
  nav: (n) => (n === 0 ? 'Eingang' : `Eingang (${n})`),
  empty: 'Gerade braucht Sie niemand.',
  fine: (n) => {
    if (n === 0) return '';
    return n === 1 ? 'Nichts wartet.' : `Bei keiner Ihrer ${n} Personen wartet etwas.`;
  },
  keys: 'Tasten: j und k bewegen, Enter öffnet, 1 bis 5 erledigen mit Ergebnis.',
  list: 'Was wartet',
  rank: {
    urgent: 'Dringend',
    stop: 'Stopp',
    reaction: 'Reaktion',
    worsening: 'Schlechter',
    question: 'Frage',
    silence: 'Still',
    review: 'Rückblick',
    info: 'Notiz',
  },
  raise: 'Steigern?',
  reminders: 'Erinnerungen',
  answer: 'Antworten',
  answerTo: (name) => `Antworten: ${name}`,
  done: 'Erledigt',
  doneOf: (name) => `Erledigt: ${name}`,
  how: (name) => `Wie wurde es erledigt? ${name}`,
  outcome: {
    answered: 'Beantwortet',
    adjusted: 'Programm geändert',
    called: 'Angerufen',
    seen: 'Gesehen',
    nothing_to_do: 'Nichts zu tun',
  },
  closed: (name, how) => `${name}: ${how}.`,
  undo: 'Zurücklegen',
  today: (n) => `Heute erledigt: ${n}`,
  closedBy: (how, who, when) => `${how} · ${who}, ${when}`,
  other: 'Bei einer Kollegin.',
  covering: (name, until) => `Sie vertreten ${name} bis ${until}.`,
  why: {
    flags: (labels) => labels,
    hurt: (feeling, where, rests) => `${feeling}, ${where}.${rests ? ' Es ruht.' : ''}`,
    felt: (n) => `${n} von 10`,
    worse: 'Schlechter seit dem letzten Üben.',
    newSign: 'Ein neues Zeichen seit dem letzten Üben.',
    strongPain: (n) => `Schmerz ${n} von 10 vor dem Üben. An dem Tag drückte nichts.`,
    worsening: (before, now) => `Der Schmerz vor dem Üben stieg in einer Woche von ${before} auf ${now}.`,
    silence: (days, last) =>
      last === ''
        ? `Das Programm ist auf dem Handy, aber nicht begonnen. ${plural(days, 'geplanter Tag', 'geplante Tage')}.`
        : `An ${plural(days, 'geplanten Tag', 'geplanten Tagen')} nicht geübt. Zuletzt ${last}.`,
    noChange: (weeks, before, now) =>
      `${weeks} Wochen, und der Schmerz ist etwa gleich: anfangs ${before}, jetzt ${now}.`,
    goalMet: (n) =>
      n === 1 ? 'Die eigene Tätigkeit geht wie früher.' : `Alle ${n} eigenen Tätigkeiten gehen wie früher.`,
    lowPractice: (kept, planned) => `In zwei Wochen an ${kept} von ${planned} Tagen geübt.`,
    stepBacks: (n) => `${n} Schritte zurück in zwei Wochen.`,
    course: (weeks, visits) =>
      `${weeks} Wochen Behandlung, ${plural(visits, 'Termin', 'Termine')}. Zeit für einen Rückblick.`,
    rule: (rule) => RULES[rule] ?? 'Die Regeln haben die Dosis geändert.',
    quoted: (text) => `„${text}“`,
  },

  away: {
    title: 'Wenn Sie weg sind',
    about:
      'An diesen Tagen sieht eine Vertretung Ihre Personen und erfährt von Alarmzeichen und Stopps. Sie selbst erfahren sie weiterhin.',
    busy: 'Diese Person ist an einigen dieser Tage selbst nicht da.',
    standsIn: (people) => `Sie vertreten ${people}. Das muss dann jemand anders tun.`,
    span: (name, from, until) => `${name} (${from} bis ${until})`,
    handOnAbout: (cover) => `${cover} kann auch das übernehmen, bis alle zurück sind.`,
    handOn: (cover) => `${cover} übernimmt beides`,
    nobody: 'Fügen Sie zuerst jemanden aus der Praxis hinzu. Dann kann sie Sie vertreten.',
    none: 'Gerade vertritt Sie niemand.',
    set: (name, from, until) => `${name} vertritt Sie von ${from} bis ${until}.`,
    from: 'Erster Tag',
    until: 'Letzter Tag',
    who: 'Wer vertritt',
    save: 'Tage speichern',
    saved: 'Gespeichert. An diesen Tagen steht es auch auf den Handys.',
    end: 'Ich bin da',
    ended: 'Niemand vertritt Sie mehr.',
  },
};
