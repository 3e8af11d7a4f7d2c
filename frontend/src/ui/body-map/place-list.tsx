import { useState } from 'preact/hooks';
import { type Area, type Mark, type Place, SIDES_OF } from '../../domain/body-places';
import { strengthAt } from '../../domain/bodymap';
import { body as words } from '../../text/body';
import { Field } from '..';

type Group = keyof typeof words.groups;

const GROUPS: Record<Group, readonly Place[]> = {
  head: ['head', 'face', 'jaw', 'base_of_skull', 'neck_back', 'neck_side', 'neck_front'],
  arm: [
    'shoulder_top',
    'shoulder_front',
    'shoulder_back',
    'armpit',
    'upper_arm',
    'elbow',
    'forearm_front',
    'forearm_back',
    'wrist',
    'hand',
  ],
  trunk: ['chest', 'breast', 'side_ribs', 'abdomen_contact_only', 'belly'],
  back: ['upper_back', 'mid_back', 'lower_back', 'back_pelvis', 'tailbone'],
  leg: [
    'hip_front',
    'hip_side',
    'glute',
    'groin',
    'thigh_front',
    'thigh_side',
    'thigh_back',
    'thigh_inner',
    'knee',
    'shin',
    'calf',
  ],
  foot: ['ankle', 'foot_top', 'foot_sole'],
  more: ['whole_body', 'scar_area'],
};

interface PlaceListProps {
  marks: readonly Mark[];
  allowed?: readonly Place[] | undefined;
  plain?: boolean | undefined;
  onPick: (area: Area) => void;
}

/** Every place by name, found by typing: the same as the picture, for whoever does not see it or touch it well. */
export function PlaceList({ marks, allowed, plain, onPick }: PlaceListProps) {
  const [wanted, setWanted] = useState('');
  const fits = (place: Place) =>
    (!allowed || allowed.includes(place)) && foundBy(words.search(place), wanted);
  const groups = Object.entries(GROUPS).map(
    ([group, places]) => [group as Group, places.filter(fits)] as const,
  );
  const none = groups.every(([, places]) => places.length === 0);
  return (
    <div class="body-list">
      <Field label={words.searchLabel} name="place" type="search" value={wanted} onInput={setWanted} />
      <p class="soft" role="status">
        {none ? words.nothingFound : ''}
      </p>
      {groups.map(
        ([group, places]) =>
          places.length > 0 && (
            <section key={group}>
              <h3>{words.groups[group]}</h3>
              <ul>
                {places.map((place) => (
                  <Row key={place} place={place} marks={marks} plain={plain} onPick={onPick} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

function Row({ place, marks, plain, onPick }: { place: Place } & Omit<PlaceListProps, 'allowed'>) {
  const sides = SIDES_OF[place];
  return (
    <li class="body-row">
      {sides.length > 1 && <span>{words.place(place)}</span>}
      <span class="body-row-sides">
        {sides.map((side) => {
          const area = { region: place, side };
          const strength = strengthAt(marks, area);
          const name = words.area(area);
          const short = sides.length === 1 ? name : words.side(side);
          return (
            <button
              key={side}
              class="chip"
              type="button"
              aria-pressed={strength !== null}
              aria-label={strength === null || plain ? name : words.marked(name, strength)}
              onClick={() => onPick(area)}
            >
              {short}
            </button>
          );
        })}
      </span>
    </li>
  );
}

/** Each typed word begins some word of the place, whatever its case and accents. */
function foundBy(search: string, wanted: string): boolean {
  const simple = (text: string) =>
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s-]+/)
      .filter(Boolean);
  const has = simple(search);
  return simple(wanted).every((part) => has.some((word) => word.startsWith(part)));
}
