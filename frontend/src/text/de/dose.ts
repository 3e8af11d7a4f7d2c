/** Was sich von selbst geändert hat, und wodurch: ein Satz für jede Änderung, und an nichts ist jemand schuld. */
import type { DoseWords } from '../dose';

const HOW: Record<string, string> = { rests: 'pausiert', softer: 'ist sanfter', shorter: 'ist kürzer' };
const FELT: Record<string, string> = {
  sharp: 'Es war ein stechender Schmerz',
  burning: 'Es hat gebrannt',
  electric: 'Es war wie ein Stromstoß',
  numb: 'Es war taub',
  spreading: 'Der Schmerz ist gewandert',
  too_much: 'Es war ein starker Schmerz',
};
const WHERE: Record<string, string> = { left: 'Links: ', right: 'Rechts: ', both: '' };

export const dose: DoseWords = {
  title: 'Für dich geändert',
  ok: 'Alles klar',
  notKept: 'Dieses Handy hat keinen Platz dafür. Es steht beim nächsten Mal wieder hier.',
  hurt: (name, felt, side) => `${name} pausiert. ${WHERE[side]}${FELT[felt]}, das hast du uns gesagt.`,
  sore: (name, told) => `${name} pausiert. Du hast „${told}“ gesagt, und 2 Tage sind vorbei.`,
  region: (where, count, told) =>
    `${where}: ${count} Übungen pausieren. Du hast „${told}“ gesagt, und 2 Tage sind vorbei.`,
  back: (name, how, fine) => `${name} ${HOW[how]}. Die Übung ist wieder da, weil du „${fine}“ gesagt hast.`,
  stays: (name) => `${name} pausiert weiter, denn sanfter geht es nicht.`,
  worse: (name, how) => `${name} ${HOW[how]}, weil der Schmerz nach dem Üben stärker war.`,
  strong: (name, how, score) =>
    `${name} ${HOW[how]}, weil ${score > 6 ? `du beim Drücken eine ${score} genannt hast` : 'es dir zu viel war'}.`,
  undone: (name) => `Von deiner Praxis zurückgenommen: ${name} geht weiter wie vorher.`,
  whole: 'Dein Üben',
  gap: 'Schön, dass du da bist. Heute ist es kürzer.',
  restart: 'Schön, dass du da bist. Wir fangen wieder sanft an.',
  gentle: (day, until) => `Dein Termin war ${day}. Bis ${until} bleibt es sanft.`,
  visited: { today: 'heute', yesterday: 'gestern', on: (weekday) => `am ${weekday}` },
  figures: (today, most) => `Heute: ${today}. Höchstens: ${most} am Tag. Das Einrichten kommt dazu.`,
  therapist: (name) => `${name} sieht das und schaut es mit dir an.`,
};
