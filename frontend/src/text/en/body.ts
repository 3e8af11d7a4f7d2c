/** The words of the body map. */
import type { Area, Place } from '../../domain/body-places';
import type { Change } from '../../domain/bodymap';

/** The name of each place, the name of one side of it where that reads better, and other words to find it by. */
const PLACES: Record<Place, { name: string; sided?: string; also?: string }> = {
  head: { name: 'head', sided: 'side of the head', also: 'scalp temple forehead ear headache' },
  base_of_skull: { name: 'base of the skull', also: 'back of the head' },
  neck_back: { name: 'back of the neck', also: 'nape' },
  chest: { name: 'chest', also: 'breastbone collarbone' },
  upper_back: { name: 'upper back', also: 'between the shoulder blades spine' },
  mid_back: { name: 'mid-back', also: 'middle back spine' },
  lower_back: { name: 'low back', also: 'lower back spine waist' },
  back_pelvis: { name: 'back of the pelvis', also: 'sacrum' },
  abdomen_contact_only: { name: 'upper belly', also: 'stomach' },
  belly: { name: 'lower belly', also: 'stomach' },
  scar_area: { name: 'scar', also: 'surgery' },
  face: { name: 'face', also: 'cheek eye nose chin mouth tooth' },
  jaw: { name: 'jaw', also: 'cheek chewing' },
  neck_side: { name: 'side of the neck' },
  shoulder_top: { name: 'top of the shoulder' },
  shoulder_front: { name: 'front of the shoulder' },
  shoulder_back: { name: 'back of the shoulder', also: 'shoulder blade' },
  armpit: { name: 'armpit' },
  breast: { name: 'breast' },
  side_ribs: { name: 'side of the ribs', also: 'flank' },
  upper_arm: { name: 'upper arm' },
  elbow: { name: 'elbow' },
  forearm_front: { name: 'front of the forearm', also: 'lower arm' },
  forearm_back: { name: 'back of the forearm', also: 'lower arm' },
  wrist: { name: 'wrist' },
  hand: { name: 'hand', also: 'finger thumb palm' },
  glute: { name: 'buttock', also: 'bottom' },
  hip_side: { name: 'side of the hip' },
  hip_front: { name: 'front of the hip' },
  groin: { name: 'groin' },
  thigh_front: { name: 'front of the thigh', also: 'upper leg' },
  thigh_side: { name: 'outer thigh', also: 'upper leg side' },
  thigh_back: { name: 'back of the thigh', also: 'upper leg' },
  thigh_inner: { name: 'inner thigh', also: 'upper leg' },
  knee: { name: 'knee' },
  calf: { name: 'calf', also: 'lower leg' },
  shin: { name: 'shin', also: 'lower leg' },
  ankle: { name: 'ankle', also: 'heel cord' },
  foot_top: { name: 'top of the foot', also: 'toe instep' },
  foot_sole: { name: 'sole of the foot', also: 'heel arch toe' },
  neck_front: { name: 'front of the neck', also: 'throat' },
  tailbone: { name: 'tailbone', also: 'bottom' },
  whole_body: { name: 'whole body', also: 'all over everywhere' },
};

const SIDES = { left: 'Left', middle: 'Middle', right: 'Right', both: 'All over' };
/** What lies on the midline needs no side. */
const ALONE: readonly Place[] = ['neck_front', 'tailbone', 'whole_body'];

/** A place that only a newer app knows is told by its id. */
function known(region: string): { name: string; sided?: string; also?: string } {
  return PLACES[region as Place] ?? { name: region.replaceAll('_', ' ') };
}

/** "left knee", "middle of the low back", "tailbone". */
function named({ region, side }: Area): string {
  const { name, sided = name } = known(region);
  if (ALONE.includes(region)) return name;
  return side === 'middle' ? `middle of the ${name}` : `${side} ${sided}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const HOW = {
  eased: { alone: 'It is the same place, and it eased.', joined: '. It eased' },
  stronger: { alone: 'It is the same place, and stronger.', joined: '. It grew stronger' },
  level: { alone: 'It is much the same.', joined: '' },
};

export const body = {
  place: (region: Place) => capital(known(region).name),
  /** All words by which somebody may look for a place. */
  search: (region: Place) => `${known(region).name} ${known(region).sided ?? ''} ${known(region).also ?? ''}`,
  area: (area: Area) => capital(named(area)),
  side: (side: keyof typeof SIDES) => SIDES[side],
  /** The person's own sides, beside the drawing. */
  sideMark: { left: 'L', right: 'R' },
  views: { front: 'Front', back: 'Back' },
  viewOf: { front: 'Body from the front', back: 'Body from the back' },
  seen: { front: 'From the front', back: 'From the back' },
  marksOn: (view: string, count: number) =>
    count === 0 ? view : `${view}, ${count} ${count === 1 ? 'place' : 'places'} marked`,
  marked: (area: string, strength: number) => `${area}, ${strength} of 10`,
  chip: (area: string, strength: number) => `${area} · ${strength}`,
  sidesHint: 'L and R are your own left and right.',
  groups: {
    head: 'Head and neck',
    arm: 'Shoulder and arm',
    trunk: 'Chest and belly',
    back: 'Back',
    leg: 'Hip and leg',
    foot: 'Foot',
    more: 'Anywhere',
  },
  fromList: 'From a list',
  listTitle: 'Where does it hurt?',
  listPlain: 'Where is it?',
  searchLabel: 'Find a part of the body',
  nothingFound: 'No place has this name. Try a shorter word.',
  howStrong: 'How strong is it there?',
  removeOf: (area: string) => `Remove ${area}`,
  done: 'Done',
  yourMarks: 'Marked',

  eyebrow: 'Where is it today?',
  title: 'Tap to mark',
  lastMarks: (day: string) => `Dashed: ${day}`,
  asLast: 'Same as last time',
  save: 'Save',
  saveNothing: 'Nothing hurts today',
  close: 'Close',
  saved: 'Saved on this phone.',
  unsaved: 'Not saved yet',
  unsavedHint: 'Your phone has no room. Your marks are still here. Make room, then save again.',
  row: 'Where is it today?',
  rowEmpty: 'Mark it on a picture of the body.',
  rowMarked: (areas: string) => `Marked: ${areas}`,
  rowNothing: 'Nothing hurts today.',
  rowMore: (areas: string, more: number) => `${areas} and ${more} more`,

  changeTitle: 'Where it hurts',
  change: ({ where, how, from, to }: Change): string => {
    if (where === 'none') return 'Nothing was marked both times.';
    if (where === 'new') return 'It is new.';
    if (where === 'gone') return 'Nothing hurts any more.';
    if (where === 'same') return HOW[how].alone;
    if (where === 'shrank') return `It became smaller${HOW[how].joined}.`;
    if (where === 'spread') return `It spread${HOW[how].joined}.`;
    const way = from && to ? ` from the ${named(from)} to the ${named(to)}` : '';
    return `It moved${way}${HOW[how].joined}.`;
  },
  since: (day: string) => `Since ${day}`,
  asOf: (day: string) => `As of ${day}`,
  onlyOne: 'The next marks will stand beside these.',
  notDrawn: (areas: string) => `Also: ${areas}`,
  nothingMarked: 'Nothing hurt',
  picture: (day: string, areas: string) => `${day}: ${areas}`,
  table: 'As a table',
  tablePlace: 'Place',
  notMarked: 'not marked',
  told: (areas: string) => `Body map: ${areas}`,
};
