/** The words of the month and of each practice, in German. */
import type { HistoryWords } from '../history';
import { plural } from '../plural';

export const history: HistoryWords = {
  title: (days, minutes) => `${plural(days, 'Tag', 'Tage')}, ${plural(minutes, 'Minute', 'Minuten')}`,
  empty: 'Noch nichts',
  emptyText: 'Dein erstes Üben erscheint hier als Orangenstück.',
  month: 'Monat',
  weekdays: ['M', 'D', 'M', 'D', 'F', 'S', 'S'],
  day: (day, minutes) => `${day}: ${plural(minutes, 'Minute', 'Minuten')}`,
  quiet: (day) => `${day}: ein stiller Tag`,
  sessions: 'Jedes Üben',
  minutes: (minutes) => plural(minutes, 'Minute', 'Minuten'),
  partial: 'ein Teil davon',
  pain: 'Schmerz',
  painChange: (before, after) => `${before} → ${after}`,
  painHeard: (before, after) => `Schmerz davor ${before}, danach ${after}`,
  painNone: 'nicht notiert',
  painTitle: 'Schmerz, davor und danach',
  painSummary: (before, after) => `In diesem Monat etwa ${before} davor und etwa ${after} danach.`,
  painChart: 'Schmerz vor und nach jedem Üben in diesem Monat',
  legendBefore: 'davor',
  legendAfter: 'danach',
  takeBack: 'Zurücknehmen',
  takeBackOf: (when) => `Das Üben von ${when} zurücknehmen`,
  confirmTitle: 'Dieses Üben zurücknehmen?',
  confirm:
    'Es zählt dann nicht mehr, hier und in der Praxis. Dort bleibt sichtbar, dass es einen Eintrag gab.',
  confirmYes: 'Zurücknehmen',
  confirmNo: 'Behalten',
  voided: 'zurückgenommen',
  voidSaved: 'Zurückgenommen.',
  unsentMark: 'noch nicht gesendet',
};
