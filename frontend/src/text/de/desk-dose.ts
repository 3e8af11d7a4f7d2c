import type { dose as english } from '../en/desk-dose';
import type { Words } from '../words';

const days = (n: number) => (n === 1 ? 'Ein Tag' : `${n} Tage`);

export const dose: Words<typeof english> = {
  title: 'Was die Regeln mit der Dosis tun',
  asWritten: 'Das Programm wird so gemacht, wie Sie es geschrieben haben.',
  whole: 'Ganzes Programm',

  now: {
    D01: 'Alles ruht: Ein Alarmzeichen besteht.',
    D02: 'Etwas ruht, bis Sie entscheiden.',
    D03: 'Etwas ruht: Das Üben war nach zwei Tagen noch zu spüren.',
    D06: 'Das Üben beginnt nach langer Pause neu.',
    D07: 'Das Üben geht nach einer Pause mit weniger weiter.',
    D08: 'Die Dosis bleibt: Einige Tage fielen aus.',
    D09: 'Die Dosis bleibt zwei Mal gleich: Der Schmerz stieg etwas.',
    D10: 'Die Dosis bleibt: Das Üben ist noch zu spüren.',
    D11: 'Die Dosis bleibt: Für mehr ist es zu früh, oder es ist zu wenig bekannt.',
    D12: 'Ein Schritt mehr ist möglich.',
    D13: 'Eine Stufe mehr ist möglich.',
    D14: 'Die Dosis bleibt: Die Grenze ist erreicht.',
  },

  why: {
    D01: () => 'Ein Alarmzeichen wurde gemeldet.',
    D02: ({ peaks }) =>
      (peaks?.at(-1) ?? 0) >= 8
        ? `Das Unbehagen beim Drücken erreichte ${peaks?.at(-1)} von 10.`
        : 'Abbruch wegen stechendem, brennendem, elektrischem, taubem oder ausstrahlendem Schmerz.',
    D03: () => 'Das Üben war nach 48 Stunden noch zu spüren.',
    D03_gone: () => 'Es ist nichts mehr zu spüren. Es geht eine Stufe sanfter weiter.',
    D04: ({ deltas }) =>
      (deltas?.at(-1) ?? 0) >= 3
        ? `Der Schmerz stieg beim Üben um ${deltas?.at(-1)}.`
        : 'Der Schmerz stieg in zwei der letzten drei Übungszeiten um 2 oder mehr.',
    D05: ({ peaks }) => {
      const peak = peaks?.at(-1) ?? 6;
      return `Das Unbehagen beim Drücken erreichte ${peak} von 10.${peak === 6 ? ' „Zu viel“ zählt als 6.' : ''}`;
    },
    D06: ({ gap_days }) => `${days(gap_days ?? 14)} nacheinander ohne Üben.`,
    D07: ({ gap_days }) => `${days(gap_days ?? 7)} nacheinander ohne Üben.`,
    D12: () => 'Das Üben ging mindestens eine Woche lang gut.',
    D13: () => 'Das Üben ging an der Grenze mindestens zwei Wochen lang gut.',
  },

  effect: { D06: 'beginnt neu, kurz und sanft', D07: 'geht mit weniger weiter' },
  rests: 'ruht',
  goesOn: 'geht weiter',
  level: (from, to) => `Stufe ${from} → ${to}`,
  time: (from, to) => `${from} → ${to} am Tag`,
  rule: (id) => `Regel ${id}`,
  when: (day) => `am ${day}`,

  state: {
    undone: (name, when) => `Zurückgenommen von ${name}, ${when}`,
    accepted: (name, when) => `Angenommen von ${name}, ${when}`,
    declined: (name, when) => `Jetzt nicht, sagte ${name}, ${when}`,
    byRules: (when) => `Von den Regeln gemacht, ${when}`,
    withdrawn: 'Gilt nicht mehr: Etwas später Gemeldetes hat es geändert.',
    ended: 'Endete mit einem neueren Programm.',
  },
  because: (reason) => `„${reason}“`,
  earlier: (n) => (n === 1 ? 'Eine frühere Änderung' : `${n} frühere Änderungen`),
  onPhone: (n) => (n === 1 ? 'Eine Änderung nur auf dem Handy' : `${n} Änderungen nur auf dem Handy`),
  onPhoneAbout:
    'Das hat das Handy allein entschieden. Aus allem, was es seither gemeldet hat, folgt es nicht.',

  undo: {
    tap: 'Zurücknehmen',
    of: (what) => `Zurücknehmen: ${what}`,
    title: 'Diese Änderung zurücknehmen?',
    about: 'Sobald das Handy wieder Netz hat, gilt, was Sie geschrieben haben. Der Eintrag bleibt erhalten.',
    hurt: 'Die Übung wird wieder angeboten, obwohl sie weh tat.',
    reason: 'Warum?',
    yes: 'Zurücknehmen',
    gone: 'Das ist inzwischen zu Ende. Sehen Sie die Seite neu an.',
  },

  step: {
    minute: 'Eine Minute mehr am Tag',
    seconds: (more) => `${more} mehr am Tag`,
    level: (name) => `Eine Stufe mehr: ${name}`,
    why: 'Die Regeln schlagen es vor. Nichts ändert sich, bis Sie tippen.',
    changes: 'Was sich ändern würde',
    line: (before, after) => `${before} → ${after}`,
    toLevel: (level) => `Stufe ${level}`,
    accept: 'Annehmen',
    decline: 'Jetzt nicht',
    declineTitle: 'Jetzt nicht?',
    declineAbout: 'Die Regeln schlagen es nach der üblichen Zeit zwischen zwei Schritten wieder vor.',
    declineWhy: 'Warum? (wenn Sie mögen)',
    taken: 'Als neues Programm gespeichert.',
    gone: 'Das wird nicht mehr vorgeschlagen. Sehen Sie die Seite neu an.',
  },

  bounds: {
    open: 'Grenzen der Regeln',
    line: (cap, slow, auto) =>
      [
        `bis ${cap} am Tag`,
        slow ? 'langsame Schritte' : 'übliche Schritte',
        auto ? 'mehr Zeit von selbst' : 'Sie bestätigen jeden Schritt',
      ].join(', '),
    cap: 'Höchste Zeit am Tag',
    lane: 'Schritte',
    lanes: { auto: 'Nach den Antworten', usual: 'Üblich', slow: 'Langsam' },
    laneAbout:
      'Üblich: 60 s nach 7 Tagen. Langsam: 30 s nach 14 Tagen. Nach den Antworten: langsam, wo Alter, Schmerz oder ein Hinweis es verlangt.',
    mode: 'Wer sagt Ja zu mehr Zeit?',
    modes: { suggest: 'Ich, jedes Mal', auto: 'Die Regeln, bis zu dieser Grenze' },
    modeAbout:
      'Üblicherweise bestätigt ein Mensch. Eine höhere Stufe braucht immer Ihr Ja. Weniger gilt sofort, was Sie auch wählen.',
    autoAbout: 'Mehr Zeit kommt dann als neues Programm in Ihrem Namen.',
    save: 'Grenzen speichern',
    set: (name, when) => `Gesetzt von ${name}, ${when}`,
  },

  builder: {
    about: 'Das haben die Regeln sanfter gemacht. Es endet mit der Version, die Sie speichern:',
  },
};
