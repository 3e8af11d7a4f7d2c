/** Words of the client's page at the desk, in German. */
import type { PageWords } from '../desk-page';
import { plural } from '../plural';

const practices = (n: number): string => plural(n, 'Übungs\u00adzeit', 'Übungs\u00adzeiten');

const work = (minutes: number, kind: keyof typeof KINDS) => `${minutes} min, ${KINDS[kind]}`;

const KINDS = {
  direct: 'direkte Arbeit',
  indirect: 'indirekte Arbeit',
  both: 'direkte und indirekte Arbeit',
} as const;

export const page: PageWords = {
  since: {
    visit: (day) => `Seit dem Termin am ${day}`,
    version: (n, day) => `Seit Programmversion ${n}, ${day}`,
    weeks: 'In den letzten 4 Wochen',
    choose: 'Zählen ab',
    visitChoice: (day) => `Termin am ${day}`,
    versionChoice: (n, day) => `Programmversion ${n}, ${day}`,
    weeksChoice: 'Die letzten 4 Wochen',
    print: 'Eine Seite zum Drucken',
    report: 'Bericht für andere',
    nothing: 'In dieser Zeit wurde nicht geübt.',
    how: 'Wie diese Zahlen entstehen',
  },
  figure: {
    kept: 'Tage geübt',
    practised: 'Übungszeit',
    before: 'Schmerz vor dem Üben',
    change: 'Schmerz nach dem Üben',
    softening: 'Empfindlichkeit im Halten',
    peaks: 'Größtes Unbehagen',
    reactions: 'Am nächsten Tag',
    stops: 'Wegen Schmerz beendet',
  },
  value: {
    kept: (kept, prescribed) => `${kept} von ${prescribed}`,
    minutes: (minutes) => `${minutes} min`,
    fromTo: (from, to) => `${from} → ${to}`,
    none: 'keine Angabe',
    ofTen: 'von 10',
    points: (by) => (Math.abs(by) === 1 ? 'Punkt' : 'Punkte'),
  },
  base: {
    kept: (percent) => `${percent} % der vorgesehenen Tage`,
    practices,
    before: (then, now) =>
      then === 0
        ? `Median von ${practices(now)} in den letzten 7 Tagen`
        : `Mediane aus ${practices(then)} damals, ${now} in den letzten 7 Tagen`,
    change: (n) => `Median von ${practices(n)}`,
    spots: (n) => plural(n, 'Stelle', 'Stellen'),
    peaks: (n, over) => `in ${practices(n)} gesagt, ${over}-mal über 5`,
    reactions: 'neueste Antwort zu jeder Übungszeit',
    stops: 'ohne „zu viel“',
  },
  verdict: {
    few: 'Zu wenige Zahlen für einen Vergleich.',
    small: 'Weniger als 2 Punkte oder 30 %: Das wird selten bemerkt.',
    eased: 'Mindestens 2 Punkte und 30 % weniger: wahrscheinlich bemerkt. Kein Beweis.',
    stronger: 'Mindestens 2 Punkte und 30 % mehr: wahrscheinlich bemerkt. Kein Beweis.',
  },
  side: { left: 'links', right: 'rechts', both: 'Mitte' },
  worked: { left: 'nur links', right: 'nur rechts', both: 'beide oder Mitte' },
  reaction: { gone: 'vorbei', still: 'noch da', worse: 'stärker', new_sign: 'etwas Neues' },
  how: [
    'Tage geübt: eine Übung zu 80 % oder die halbe Zeit des Tages. Ruhetage, Pausen und Tage mit einer Reaktion zählen in keiner der Zahlen. Heute zählt, sobald geübt wurde.',
    'Übungszeit: Sekunden nach der Uhr; je Tag höchstens das Anderthalbfache des Vorgesehenen.',
    'Schmerz vor dem Üben: Median der Woche bis zum Beginn gegen den Median der letzten 7 Tage.',
    'Schmerz nach dem Üben: danach minus davor, Median. Schmerz ist je Übungszeit eine Zahl. Nur wer eine Seite allein geübt hat, sagt etwas über diese Seite.',
    'Empfindlichkeit im Halten: einer Stelle am Ende minus am Anfang, Median, nach der Seite.',
    'Größtes Unbehagen: die höchste Zahl beim Drücken, eine je Übungszeit.',
  ],
  changed: {
    title: 'Was sich geändert hat und warum',
    none: 'Das Programm blieb, wie es war.',
    version: (n) => `Version ${n}`,
  },
  graph: {
    table: 'Diese Zahlen als Tabelle',
    range: 'Wie weit zurück',
    ranges: { weeks6: '6 Wochen', weeks12: '12 Wochen', all: 'Alles' },
    scale: '0 kein Schmerz, 10 der stärkste',
    median: 'Linie: Median von 7 Tagen',
    band: 'getönt: weniger als 2 Punkte von der ersten Woche',
    visit: 'Termin',
    pick: 'Die Übungszeiten durchgehen',
    point: (day, before, after, version) => `${day}: davor ${before}, danach ${after}, Version ${version}`,
    marks: 'Zeichen im Bild',
    earlier: (n) => `und ${n} frühere, in der Zeitleiste`,
  },
  body: {
    nothing: 'Im Körperbild ist nichts markiert.',
    none: 'nichts markiert',
    weeks: 'Woche für Woche, jeweils die letzten Zeichen. Gestrichelt: wo es davor war.',
  },
  response: {
    title: 'Was mit jeder Übung einherging',
    about:
      'Median der Änderung in Punkten, aus allen Übungszeiten mit ihr. Andere waren auch dabei: Das ist kein Beweis.',
    technique: 'Übung',
    change: 'Schmerz nach dem Üben',
    softening: 'Empfind\u00adlichkeit im Halten',
    few: (n) => `zu wenige, um etwas zu sagen (${n})`,
    on: (n) => `aus ${practices(n)}`,
    spots: (n) => `aus ${plural(n, 'Stelle', 'Stellen')}`,
    none: 'Noch keine Übungszeit mit Schmerz davor und danach.',
  },
  time: {
    title: 'Zeitleiste',
    more: 'Ältere zeigen',
    version: (n) => `Programmversion ${n}`,
    visit: (minutes, kind) => `Termin, ${work(minutes, kind)}`,
    work,
    visitBy: (name) => `von ${name}`,
    stop: (feeling, technique) => `${feeling}: ${technique}`,
    flag: 'Ein Gesundheitszeichen hat sich geändert',
    pain: (score) => `Schmerz ${score} vor dem Beginn`,
    reaction: (day, answer) => `Nach dem Üben am ${day}: ${answer}`,
    answered: (name) => `beantwortet von ${name}`,
    kind: {
      version: 'Programm',
      decision: 'Regel',
      visit: 'Termin',
      stop: 'Abbruch',
      flag: 'Zeichen',
      pain: 'Schmerz',
      note: 'Notiz',
      question: 'Frage',
      reaction: 'Reaktion',
    },
  },
  print: {
    title: (name) => `${name}, vor dem Termin`,
    line: (practice, day) => `${practice} · gedruckt ${day}`,
    print: 'Drucken',
    program: 'Programm jetzt',
    asked: 'Gefragt und notiert',
    more: (n) => `und ${n} weitere am Bildschirm`,
    told: 'Alle Zahlen sind am Handy gesagt. Niemand hat sie gemessen.',
    counts: 'In Klammern: auf wie vielen Übungszeiten oder Stellen es beruht.',
  },
  report: {
    title: (name) => `Üben zu Hause: ${name}`,
    heading: 'Bericht für andere, die diese Person behandeln',
    line: (from, to, practice) => `${from} bis ${to} · ${practice}`,
    written: (name, day) => `Geschrieben von ${name}, ${day}`,
    choose: 'Was hineinkommt',
    parts: {
      given: 'Was gegeben wurde',
      done: 'Was getan wurde',
      measures: 'Wie es mit dem Schmerz ging',
      reactions: 'Wie der Körper antwortete',
      response: 'Übung für Übung',
      places: 'Wo es wehtut',
      visits: 'Termine',
      said: 'Eigene Worte und Fragen',
    },
    given: (minutes) =>
      `Ein Programm für zu Hause mit sanfter Selbstbehandlung, von der Praxis gewählt, etwa ${minutes} am Tag.`,
    item: (name, level) => `${name}, ${level}`,
    done: (kept, prescribed, practised, minutes) =>
      `Geübt an ${kept} von ${prescribed} vorgesehenen Tagen: ${practised}, zusammen ${minutes} Minuten.`,
    pain: (then, now) =>
      `Der Schmerz vor dem Üben, 0 bis 10, ging von ${then} auf ${now} (Mediane je einer Woche).`,
    painFew: 'Für einen Vergleich des Schmerzes vor dem Üben gab es zu wenige Zahlen.',
    lower: (by) => `${by} niedriger`,
    higher: (by) => `${by} höher`,
    same: 'gleich',
    change: (by, n) => `Nach dem Üben war der Schmerz ${by} als davor (Median von ${practices(n)}).`,
    changeNone: (n) => `Nach dem Üben war der Schmerz wie davor (Median von ${practices(n)}).`,
    soften: (where, by, n) =>
      `Empfindlichkeit am Ende des Haltens gegen den Anfang, ${where}: ${by} (Median von ${plural(n, 'Stelle', 'Stellen')}).`,
    peaks: (highest, n, over) =>
      `Größtes Unbehagen beim Drücken: ${highest} von 10. Über 5 in ${over} von ${practices(n)}, die es sagen.`,
    reactions: (list) => `Am Tag danach: ${list}.`,
    noReactions: 'Von einer länger dauernden Reaktion wurde nichts gesagt.',
    stops: (n) => (n === 1 ? 'Eine Übung wurde wegen Schmerz beendet.' : `${n}-mal wegen Schmerz beendet.`),
    noStops: 'Keine Übung wurde wegen Schmerz beendet.',
    place: (day, places) => `${day}: ${places}`,
    noPlaces: 'Auf der Körperkarte wurde nichts markiert.',
    noVisits: 'Kein Termin in dieser Zeit.',
    noSaid: 'Es wurde nichts geschrieben.',
    told: 'Dieser Bericht besteht aus dem, was am Handy gesagt wurde. Es sind eigene Angaben. Nichts darin wurde von einer Fachperson gemessen oder geprüft.',
    limits:
      'Mediane aus wenigen Zahlen ändern sich leicht. Änderungen können andere Gründe haben als das Üben. Dies ist keine Diagnose.',
  },
};
