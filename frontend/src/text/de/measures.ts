/** The words of the few questions that are asked at the start and every four weeks, in German. */
import type { MeasuresWords } from '../measures';

const questions = (count: number) => (count === 1 ? '1 Frage' : `${count} Fragen`);

export const measures: MeasuresWords = {
  rowTitle: 'Wie geht es insgesamt?',
  row: (count) => `${questions(count)}, eine Minute`,
  go: 'Antworten',
  notNow: 'Jetzt nicht',
  putOff: 'Gut. In einer Woche kommt es wieder.',
  me: (therapist) => `${therapist} sieht daran, was dir hilft.`,

  step: (number, count) => `${number} von ${count}`,
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Auslassen',
  unsaved: 'Noch nicht gespeichert',
  unsavedHint:
    'Dein Handy hat keinen Platz. Deine Antwort ist noch da. Schaff Platz und versuch es noch einmal.',

  pain: 'Dein Schmerz in den letzten 7 Tagen, im Schnitt',
  goal: 'Wie gut geht das heute?',
  goalEnds: ['gar nicht', 'so gut wie früher'],
  name: 'Was möchtest du wieder tun können?',
  nameHint: 'Nenne bis zu 3 Dinge. In 4 Wochen fragen wir, wie es damit geht.',
  change: 'Wie geht es dir jetzt, verglichen mit dem Anfang?',
  changeHint: 'Wähle eine Stufe. 0 heißt: nichts hat sich geändert.',
  better: 'besser',
  worse: 'schlechter',
  same: 'wie am Anfang',
  changeEnds: ['viel schlechter', 'viel besser'],

  done: 'Danke',
  doneText: (therapist) => `${therapist} sieht es und spricht mit dir darüber.`,
  none: 'Gerade gibt es nichts zu fragen',
  noneText: 'Diese Fragen kommen alle 4 Wochen.',
  toToday: 'Zu heute',
};
