/** Die Wörter dafür, was heute geht und warum, und für ein Warnzeichen: erst die Handlung, dann der Grund. */
import type { SafetyWords } from '../safety';

export const safety: SafetyWords = {
  softer: (name) => `${name}: heute sanfter.`,
  paused: (name) => `${name}: heute nicht.`,
  heed: (name) => `${name}: mit Vorsicht.`,
  quiet: 'Nach deinen Antworten sind wir besonders vorsichtig.',
  youTold: (what) => `Du hast angegeben: ${what}.`,
  noted: (who, what) => `${who} hat vermerkt: ${what}.`,
  fits: 'Heute passt zu dem, was du angegeben hast',
  fitsAll: 'Der Rest bleibt wie geplant.',
  nothingLeft: 'Für heute bleibt nichts übrig. Ausruhen ist auch gut.',
  heedTitle: 'Gut zu wissen, bevor du beginnst',

  changes: 'Was dein Programm geändert hat',
  changesNone: 'Nichts von deinen Angaben ändert heute dein Programm.',
  changesSome: 'So ist es heute. Mit den Tagen geht es von selbst weiter.',

  different: 'Was ist heute anders?',
  differentText: 'Wähl alles, was passt. Dein Programm ändert sich sofort.',
  whichSign: 'Was davon ist es?',
  whichHint: 'Tippe alles an, was du hast. Dann pausiert alles, und du siehst, was zu tun ist.',
  tell: 'Das angeben',
  tellRed: 'Das angeben und alles pausieren',
  back: 'Zurück',
  dayWrong: 'Ein Tag kann nicht stimmen. Bitte sieh nach.',

  lock: {
    call: (number) => `${number} anrufen`,
    ifWorse: (number) => `Wird es schlimmer, ruf ${number} an`,
    signs: 'Du hast angegeben',
    signsBy: (who) => `${who} hat vermerkt`,
    unnamed: 'Etwas von der Liste der Warnzeichen',
    closed: 'Alles pausiert. Hier kann nichts begonnen werden.',
    notTold: (who) => `${who} weiß es noch NICHT.`,
    notToldWhy: 'Es geht von selbst hinaus, sobald ein Netz da ist.',
    sendNow: 'Jetzt senden',
    sending: 'Wird gesendet',
    unsaved: 'Dieses Handy konnte es nicht behalten. Bitte sag es deiner Praxis selbst.',
    told: (who) => `${who} hat die Nachricht bekommen.`,
    toldAt: (who, when) => `${who} hat die Nachricht um ${when} bekommen.`,
    notWatched: 'Niemand sieht hier ständig nach. Warte hier nicht auf eine Antwort.',
    lift: (who) => `Das Üben öffnet sich wieder, wenn ${who} es mit dir angesehen hat.`,
    harm: 'Du bist wichtig. Bleib damit nicht allein. Geh zu jemandem, oder ruf jetzt an.',
  },

  sign: {
    title: 'Hast du das jetzt?',
    text: 'Dann pausiert alles, bis deine Praxis es angesehen hat. Du siehst sofort, was zu tun ist.',
    yes: 'Ja, das habe ich',
    no: 'Nein, zurück',
    other: 'Ein anderes Warnzeichen',
  },
};
