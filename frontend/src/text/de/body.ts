/** The words of the body map, in German. Sides stand behind the place, so that no ending has to fit. */
import type { Area, Place } from '../../domain/body-places';
import type { BodyWords } from '../body';

const PLACES: Record<Place, { name: string; also?: string }> = {
  head: { name: 'Kopf', also: 'Kopfhaut Schläfe Stirn Ohr Kopfschmerz' },
  base_of_skull: { name: 'Schädelrand hinten', also: 'Hinterkopf' },
  neck_back: { name: 'Nacken', also: 'Genick Hals hinten' },
  chest: { name: 'Brustkorb vorn', also: 'Brustbein Schlüsselbein' },
  upper_back: { name: 'Oberer Rücken', also: 'zwischen den Schulterblättern Wirbelsäule' },
  mid_back: { name: 'Mittlerer Rücken', also: 'Wirbelsäule' },
  lower_back: { name: 'Unterer Rücken', also: 'Kreuz Lende Wirbelsäule' },
  back_pelvis: { name: 'Becken hinten', also: 'Kreuzbein' },
  abdomen_contact_only: { name: 'Oberbauch', also: 'Magen Bauch' },
  belly: { name: 'Unterbauch', also: 'Bauch' },
  scar_area: { name: 'Narbe', also: 'Operation' },
  face: { name: 'Gesicht', also: 'Wange Auge Nase Kinn Mund Zahn' },
  jaw: { name: 'Kiefer', also: 'Wange Kauen' },
  neck_side: { name: 'Hals seitlich' },
  shoulder_top: { name: 'Schulter oben' },
  shoulder_front: { name: 'Schulter vorn' },
  shoulder_back: { name: 'Schulter hinten', also: 'Schulterblatt' },
  armpit: { name: 'Achselhöhle' },
  breast: { name: 'Brust' },
  side_ribs: { name: 'Rippen seitlich', also: 'Flanke' },
  upper_arm: { name: 'Oberarm' },
  elbow: { name: 'Ellbogen' },
  forearm_front: { name: 'Unterarm innen' },
  forearm_back: { name: 'Unterarm außen' },
  wrist: { name: 'Handgelenk' },
  hand: { name: 'Hand', also: 'Finger Daumen Handfläche' },
  glute: { name: 'Gesäß', also: 'Po' },
  hip_side: { name: 'Hüfte seitlich' },
  hip_front: { name: 'Hüfte vorn' },
  groin: { name: 'Leiste' },
  thigh_front: { name: 'Oberschenkel vorn' },
  thigh_side: { name: 'Oberschenkel außen' },
  thigh_back: { name: 'Oberschenkel hinten' },
  thigh_inner: { name: 'Oberschenkel innen' },
  knee: { name: 'Knie' },
  calf: { name: 'Wade', also: 'Unterschenkel' },
  shin: { name: 'Schienbein', also: 'Unterschenkel' },
  ankle: { name: 'Knöchel', also: 'Fußgelenk Sprunggelenk Ferse' },
  foot_top: { name: 'Fußrücken', also: 'Zehen Spann' },
  foot_sole: { name: 'Fußsohle', also: 'Ferse Zehen' },
  neck_front: { name: 'Hals vorn', also: 'Kehle' },
  tailbone: { name: 'Steißbein', also: 'Po' },
  whole_body: { name: 'Ganzer Körper', also: 'überall' },
};

const SIDES = { left: 'Links', middle: 'Mitte', right: 'Rechts', both: 'Überall' };
const ALONE: readonly Place[] = ['neck_front', 'tailbone', 'whole_body'];

function known(region: string): { name: string; also?: string } {
  return PLACES[region as Place] ?? { name: region.replaceAll('_', ' ') };
}

/** „Knie links“, „Unterer Rücken Mitte“, „Steißbein“. */
function named({ region, side }: Area): string {
  const { name } = known(region);
  return ALONE.includes(region) ? name : `${name} ${side === 'middle' ? 'Mitte' : SIDES[side].toLowerCase()}`;
}

const HOW = {
  eased: { alone: 'Es ist dieselbe Stelle, und sie ist leichter.', joined: ', und leichter' },
  stronger: { alone: 'Es ist dieselbe Stelle, und sie ist stärker.', joined: ', und stärker' },
  level: { alone: 'Es ist fast wie vorher.', joined: '' },
};

export const body: BodyWords = {
  place: (region) => known(region).name,
  search: (region) => `${known(region).name} ${known(region).also ?? ''}`,
  area: named,
  side: (side) => SIDES[side],
  sideMark: { left: 'L', right: 'R' },
  views: { front: 'Vorn', back: 'Hinten' },
  viewOf: { front: 'Körper von vorn', back: 'Körper von hinten' },
  seen: { front: 'Von vorn', back: 'Von hinten' },
  marksOn: (view, count) =>
    count === 0 ? view : `${view}, ${count} ${count === 1 ? 'Stelle' : 'Stellen'} markiert`,
  marked: (area, strength) => `${area}, ${strength} von 10`,
  chip: (area, strength) => `${area} · ${strength}`,
  sidesHint: 'L und R sind dein eigenes Links und Rechts.',
  groups: {
    head: 'Kopf und Hals',
    arm: 'Schulter und Arm',
    trunk: 'Brust und Bauch',
    back: 'Rücken',
    leg: 'Hüfte und Bein',
    foot: 'Fuß',
    more: 'Überall',
  },
  fromList: 'Aus einer Liste',
  listTitle: 'Wo tut es weh?',
  listPlain: 'Wo ist es?',
  searchLabel: 'Körperteil suchen',
  nothingFound: 'Keine Stelle heißt so. Versuche ein kürzeres Wort.',
  howStrong: 'Wie stark ist es dort?',
  removeOf: (area) => `${area} entfernen`,
  done: 'Fertig',
  yourMarks: 'Markiert',

  eyebrow: 'Wo ist es heute?',
  title: 'Tippe auf die Stelle',
  lastMarks: (day) => `Gestrichelt: ${day}`,
  asLast: 'Wie beim letzten Mal',
  save: 'Speichern',
  saveNothing: 'Heute tut nichts weh',
  close: 'Schließen',
  saved: 'Auf diesem Handy gespeichert.',
  unsaved: 'Noch nicht gespeichert',
  unsavedHint:
    'Dein Handy hat keinen Platz. Deine Stellen sind noch hier. Schaffe Platz und speichere noch einmal.',
  row: 'Wo ist es heute?',
  rowEmpty: 'Markiere es auf einem Bild des Körpers.',
  rowMarked: (areas) => `Markiert: ${areas}`,
  rowNothing: 'Heute tut nichts weh.',
  rowMore: (areas, more) => `${areas} und ${more} mehr`,

  changeTitle: 'Wo es weh tut',
  change: ({ where, how, from, to }) => {
    if (where === 'none') return 'Beide Male war nichts markiert.';
    if (where === 'new') return 'Es ist neu.';
    if (where === 'gone') return 'Es tut nichts mehr weh.';
    if (where === 'same') return HOW[how].alone;
    if (where === 'shrank') return `Es ist kleiner geworden${HOW[how].joined}.`;
    if (where === 'spread') return `Es hat sich ausgebreitet${HOW[how].joined}.`;
    const way = from && to ? `: von ${named(from)} nach ${named(to)}` : '';
    return `Es ist gewandert${way}${HOW[how].joined}.`;
  },
  since: (day) => `Seit ${day}`,
  asOf: (day) => `Stand ${day}`,
  onlyOne: 'Die nächsten Stellen erscheinen daneben.',
  notDrawn: (areas) => `Außerdem: ${areas}`,
  nothingMarked: 'Nichts tat weh',
  picture: (day, areas) => `${day}: ${areas}`,
  table: 'Als Tabelle',
  tablePlace: 'Stelle',
  notMarked: 'nicht markiert',
  told: (areas) => `Körperbild: ${areas}`,
};
