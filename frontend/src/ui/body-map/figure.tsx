import { body as words } from '../../text/body';
import type { View } from './geometry';

/** A thick line with round ends whose width runs from one radius to the other: [x, y, radius] twice. */
type Limb = readonly [x1: number, y1: number, r1: number, x2: number, y2: number, r2: number];

/** One half of the body, drawn twice; nobody in particular: no muscles, no sex, no age. */
const HALF: readonly Limb[] = [
  [4, 92, 13, 52, 118, 17],
  [46, 118, 17, 31, 186, 15],
  [31, 186, 15, 29.5, 236, 21],
  [52, 118, 17, 79, 188, 12],
  [79, 188, 12, 94, 246, 9.5],
  [94, 246, 9.5, 102, 278, 11],
  [28, 240, 22.5, 26, 344, 16],
  [26, 344, 16, 25, 424, 11.5],
];
const FOOT: Record<View, Limb> = {
  front: [25, 426, 11.5, 32, 450, 11.5],
  back: [25, 426, 11.5, 28, 450, 13],
};
const NECK: Limb = [0, 56, 13, 0, 96, 15];
/** What lies between the two halves of the trunk. */
const TRUNK = 'M-46 102H46L31 186V250H-31V186Z';

/** The least that tells front from back: chin and navel, or the line of the spine. */
const HINT: Record<View, string> = {
  front: 'M-12 60q12 9 24 0M0 192v.1',
  back: 'M0 88V226',
};

/** The outline of a person, from before or from behind: the pictograms' round strokes, standing still. */
export function Figure({ view }: { view: View }) {
  return (
    <g class="body-figure">
      <path class="body-edge" d={OUTLINE[view]} />
      <path class="body-skin" d={OUTLINE[view]} />
      <path class="body-hint" d={HINT[view]} />
    </g>
  );
}

/** The person's own left and right, beside the hands. */
export function SideMarks({ view }: { view: View }) {
  const x = view === 'front' ? 112 : -112;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus; the names of places say the side
    <g class="body-sides" aria-hidden="true">
      <text class="body-side" x={x} y={318} font-size={15}>
        {words.sideMark.left}
      </text>
      <text class="body-side" x={-x} y={318} font-size={15}>
        {words.sideMark.right}
      </text>
    </g>
  );
}

const OUTLINE: Record<View, string> = { front: outline('front'), back: outline('back') };

function outline(view: View): string {
  const half = [...HALF, FOOT[view]];
  const limbs = [NECK, ...half, ...half.map(mirrored)].map(limb);
  return `M-26 36a26 30 0 0 1 52 0a26 30 0 0 1-52 0Z${TRUNK}${limbs.join('')}`;
}

function mirrored([x1, y1, r1, x2, y2, r2]: Limb): Limb {
  return [-x1, y1, r1, -x2, y2, r2];
}

/** The line around two circles: their outer tangents and the arcs between. */
function limb([x1, y1, r1, x2, y2, r2]: Limb): string {
  const along = Math.atan2(y2 - y1, x2 - x1);
  const lean = Math.acos((r1 - r2) / Math.hypot(x2 - x1, y2 - y1));
  const at = (x: number, y: number, r: number, angle: number) =>
    `${(x + r * Math.cos(angle)).toFixed(1)} ${(y + r * Math.sin(angle)).toFixed(1)}`;
  const [one, other] = [along + lean, along - lean];
  const large = lean < Math.PI / 2 ? 0 : 1;
  return (
    `M${at(x1, y1, r1, one)}A${r1} ${r1} 0 ${1 - large} 1 ${at(x1, y1, r1, other)}` +
    `L${at(x2, y2, r2, other)}A${r2} ${r2} 0 ${large} 1 ${at(x2, y2, r2, one)}Z`
  );
}
