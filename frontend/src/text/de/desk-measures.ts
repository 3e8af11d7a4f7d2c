/** Words of measures and consistency at the desk, in German. */
import type { Reach, Way } from '../../domain/measures';
import type { DeskWords } from '../desk';

const number = (value: number): string => String(value).replace('-', '−').replace('.', ',');
const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));

const REACH: Record<Reach, string> = {
  none: 'Zu wenig, um es vom Zufall zu unterscheiden.',
  likely: 'Wahrscheinlich eine echte Veränderung, kein Beweis.',
  small: 'Eine kleine Veränderung.',
  medium: 'Eine mittlere Veränderung.',
  large: 'Eine große Veränderung.',
};
const SAID: Record<Way, string> = {
  better: 'besser als am Anfang',
  worse: 'schlechter als am Anfang',
  same: 'wie am Anfang',
};

export const measures: DeskWords['measures'] = {
  title: 'Verlaufsmaße',
  names: {
    pain_avg: 'Schmerz im Schnitt von 7 Tagen',
    psfs: 'Eigene Tätigkeiten',
    groc: 'Veränderung seit dem Anfang, eigene Angabe',
  },
  none: 'Noch keine Angabe.',
  one: (score, day) => `${number(score)} am ${day}. Das nächste Mal zeigt die Veränderung.`,
  from: (start, startDay, now, day, by) =>
    `${number(start)} am ${startDay}, ${number(now)} am ${day}: ${signed(by)}.`,
  said: (value, way, day) => `${signed(value)} am ${day}: ${SAID[way]}.`,
  reach: (reach) => REACH[reach],
  due: (weeks, names) =>
    `Fällig ${weeks === 0 ? 'zum Anfang' : `nach ${weeks} Wochen`}: ${names.join(', ')}. Das Handy fragt.`,
  chart: (days) =>
    `Schmerz im Schnitt und Tätigkeiten an ${days} ${days === 1 ? 'Tag' : 'Tagen'}, von 0 bis 10`,
  painSeries: 'Schmerz im Schnitt, weniger ist besser',
  goalSeries: 'Tätigkeiten, mehr ist besser',
  note: 'Als Veränderung zählt: Schmerz 2 Punkte und 30 %; Tätigkeiten 1,3 klein, 2,3 mittel, 2,7 groß; die angegebene Veränderung ab 2,5 von 5.',
  table: 'Als Tabelle',
  day: 'Tag',
  goals: 'Tätigkeiten, 0 gar nicht bis 10 wie früher',
  goal: 'Tätigkeit',
  start: 'Anfang',
  now: 'Jetzt',
  by: (name) => `in der Praxis, ${name}`,

  take: 'Hier fragen',
  takeTitle: 'In der Praxis gefragt',
  pain: 'Schmerz der letzten 7 Tage, im Schnitt',
  goalEnds: ['gar nicht', 'so gut wie früher'],
  noGoals: 'Noch sind keine Tätigkeiten genannt. Nennen Sie sie bei den Sicherheitsfragen.',
  noGoalsGo: 'Zu den Fragen',
  change: 'Verglichen mit dem Anfang',
  changeNone: 'Nicht gefragt',
  changeOf: (value) =>
    value === 0
      ? '0, wie am Anfang'
      : `${signed(value)}, ${Math.abs(value) === 5 ? 'viel ' : ''}${value > 0 ? 'besser' : 'schlechter'}`,
  save: (count) => (count === 0 ? 'Speichern' : count === 1 ? '1 Maß speichern' : `${count} Maße speichern`),
  cancel: 'Abbrechen',
  saved: 'Gespeichert. Das Handy fragt nicht noch einmal.',

  consistency: 'Regelmäßigkeit',
  band: { steady: 'stetig', partial: 'teilweise', low: 'wenig' },
  days: (practised, prescribed, share) => `${practised} von ${prescribed} Tagen geübt: ${share} %`,
  noDays: 'In den letzten 7 Tagen war nichts vorgesehen.',
  minutes: (minutes) => `${minutes} min in 7 Tagen`,
  techniques: (done, assigned) => `${done} von ${assigned} Übungen gemacht`,
  weeks: (kept, weeks) => `${kept} von ${weeks} Wochen mit 4 Tagen oder mehr`,
  how: 'Wie diese Zahlen entstehen',
  formula: [
    'Tage: geübte Tage geteilt durch vorgesehene Tage der letzten 7. Geübt ist ein Tag, wenn eine Übung zu 80 % ihrer Zeit gemacht wurde oder die Hälfte der Tageszeit. Tage der Ruhe, der Pause, der Reise und der Reaktion zählen in keiner der beiden Zahlen; heute zählt, sobald geübt wurde.',
    'Minuten: gemessenes Üben. Ein Tag zählt höchstens 150 % von dem, was vorgesehen war.',
    'Übungen: in einer Übungszeit zu 80 % gemacht, von allem, was an diesen Tagen vorgesehen war.',
    'Wochen: von dieser und den 7 davor, Montag bis Sonntag, die mit 4 geübten Tagen oder mehr.',
    'Stetig heißt ab 80 %, teilweise 50 bis 79 %, wenig darunter. Diese Stufen sind unsere eigenen, und nur Sie sehen sie.',
  ],
};
