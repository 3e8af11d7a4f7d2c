import type { Answer } from '../../domain/discomfort';
import type { SkipReason } from '../../domain/logs';
import type { Moment } from '../../domain/marks';
import type { GuideWords } from '../guide';

const ASKED: Record<Moment, string> = {
  start: 'Wie empfindlich ist es?',
  during: 'Und jetzt? 2 bis {most} ist richtig.',
  end: 'Wie empfindlich ist es jetzt?',
};

const ANSWERS: Record<Answer, string> = {
  more: 'Du darfst dich etwas mehr anlehnen, wenn es sich gut anfühlt.',
  good: 'Guter Bereich. Atme weiter.',
  top: 'Das ist die Grenze. Nimm etwas weg.',
  over: 'Zu viel. Geh von der Stelle weg.',
  stop: 'Hör jetzt auf.',
};

const REASONS: Record<SkipReason, string> = {
  no_time: 'Keine Zeit',
  no_tool: 'Kein Hilfsmittel',
  too_sore: 'Zu empfindlich',
  other: 'Etwas anderes',
};

export const guide: GuideWords = {
  start: {
    options: 'Heute anders',
    short: 'Nur 2 Minuten',
    shortHint: 'Wir nehmen den ersten Teil. Auch das zählt.',
    tools: 'Kein Hilfsmittel da? Wähl einen anderen Weg.',
    asPlanned: (tools) => `Wie geplant: ${tools || 'kein Hilfsmittel'}`,
    swap: (level, tools, lower) =>
      `${tools || 'Kein Hilfsmittel'}${lower ? `, sanfter (Stufe ${level})` : ''}`,
    ready: 'Leg bereit',
    resting: (names) => `${names}: pausiert. Deine Praxis sieht es sich zuerst an.`,
  },
  path: { find: 'Suchen', pause: 'Bleiben', breathe: 'Atmen', move: 'Bewegen' },
  getReady: (things) => `Leg bereit: ${things}`,
  asked: (moment, most) => ASKED[moment].replace('{most}', `${most}`),
  scored: (score) => `${score} von 10`,
  low: 'gar nicht',
  high: 'sehr',
  answer: (answer) => ANSWERS[answer],

  say: {
    stay: 'Bleib hier. Atme.',
    half: 'Die Hälfte.',
    over: 'Das war alles. Ruh einen Moment.',
  },

  gate: {
    strong: (pain) => `Du hast ${pain} gesagt. Heute ohne Druck.`,
    strongWhy: 'Heute bleiben nur Übungen, die nicht drücken.',
    nothing: 'In deinem Programm ist keine solche Übung. Ruh dich heute aus und sei gut zu dir.',
    start: 'Ohne Druck beginnen',
    more: (pain) => `Du hast ${pain} gesagt. Das ist mehr als sonst bei dir.`,
    moreWhy: 'Ein sanfterer Tag passt vielleicht besser. Er zählt genauso.',
    softer: 'Heute sanfter (Stufe 1)',
    planned: 'Wie geplant',
    again: 'Eine andere Zahl wählen',
    help: 'Neuer, plötzlicher oder ganz anderer Schmerz? Sprich zuerst mit einem Arzt.',
  },

  hurt: {
    rest: (name) => `${name} pausiert jetzt.`,
    restWhy: (therapist) => `Lass es weg, bis ${therapist} es sich angesehen hat.`,
    easier: 'Geh von der Stelle weg. Weniger ist gut.',
    easierWhy: 'Du kannst sanfter weitermachen oder diese Übung auslassen.',
    saved: 'Auf diesem Handy notiert.',
    sent: (therapist) => `An ${therapist} gesendet. Vielleicht wird es nicht sofort gesehen.`,
    notTold: (therapist) =>
      `${therapist} weiß noch NICHTS davon. Es geht los, sobald es Netz gibt. Auch dann wird es vielleicht nicht sofort gesehen.`,
    unsaved:
      'Dieses Handy konnte es nicht notieren. Sonst ist nichts verloren. Bitte sag es selbst in deiner Praxis.',
    again: 'Noch einmal versuchen',
    urgent: 'Ruf jetzt Hilfe, wenn du das bemerkst',
    call: (number) => `${number} anrufen`,
    tell: 'Sag es heute noch deiner Praxis, wenn du das bemerkst',
    softer: (tools, level) => `Sanfter weiter: ${tools || 'kein Hilfsmittel'} (Stufe ${level})`,
    lighter: 'Leichter weiter, und kürzer',
    skip: 'Diese Übung auslassen',
    goOn: 'Mit dem Rest weitermachen',
  },

  tooMuch: {
    slip: 'Das war ein Versehen. Zurück',
  },

  settings: {
    title: 'Ton und Bildschirm',
    intro: 'Damit du die Augen zulassen kannst.',
    tones: 'Töne',
    tonesHint: 'Bei jedem Wechsel, und leise mit deinem Atem.',
    voice: 'Stimme',
    voiceHint: 'Sagt, was als Nächstes kommt.',
    noVoice: 'Dieses Handy hat keine Stimme in deiner Sprache. Die Töne führen dich.',
    vibration: 'Vibration',
    vibrationHint: 'Summt bei jedem Wechsel.',
    noVibration: 'Dieses Handy kann nicht vibrieren.',
    silent: 'Still',
    silentHint: 'Nichts tönt, spricht oder summt.',
    eyesClosed: 'Dunkler Bildschirm',
    eyesClosedHint: 'Fast schwarz, während du hältst. „Das tut weh“ bleibt da.',
    breath: 'Dein Atem',
    breathNow: (perMinute) => `Der Kreis geht mit etwa ${perMinute} Atemzügen in der Minute.`,
    measure: 'Meinen Atem messen',
    change: 'Ändern',
    done: 'Fertig',
  },

  breath: {
    title: 'Finde deinen Atem',
    how: 'Atme 20 Sekunden lang, wie du magst. Tippe bei jedem Ausatmen.',
    hold: 'Oder drück beim Einatmen, und lass beim Ausatmen los.',
    tap: 'Ausatmen: hier tippen',
    first: 'Beginn mit deinem nächsten Ausatmen.',
    left: (seconds) => `Noch ${seconds} Sekunden`,
    counted: (breaths) => `${breaths} Mal ausgeatmet`,
    found: (perMinute) => `Etwa ${perMinute} Atemzüge in der Minute`,
    foundWhy: 'Der Kreis wächst und sinkt damit.',
    tooFew: 'Zu wenige Atemzüge, um es zu sagen. Das macht nichts.',
    use: 'Das nehmen',
    again: 'Noch einmal',
    usual: 'Den üblichen Atem nehmen',
    skip: 'Jetzt nicht',
    unsaved: 'Dieses Handy konnte es nicht behalten. Versuch es später noch einmal.',
  },

  skipped: {
    why: 'Ausgelassen. Warum? Du musst es nicht sagen.',
    reason: (reason) => REASONS[reason],
  },

  firm: {
    title: 'Sind die Stellen weicher geworden?',
    hint: '0 ist weich, 10 ist sehr fest. Füll aus, was du magst.',
    start: 'Am Anfang',
    end: 'Am Ende',
    unsaid: 'nicht gesagt',
  },
};
