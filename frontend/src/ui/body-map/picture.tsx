import type { Mark } from '../../domain/body-places';
import { Figure, SideMarks } from './figure';
import { BOX, pointOf, type View } from './geometry';
import { Marks } from './marks';
import './body-map.css';

interface MiniFigureProps {
  view: View;
  marks: readonly Mark[];
  trace?: readonly Mark[] | undefined;
}

/** A figure as large as a word: where something is marked, without numbers. Words beside it say the rest. */
export function MiniFigure({ view, marks, trace = [] }: MiniFigureProps) {
  const dots = (some: readonly Mark[], name: string) =>
    some.map((mark) => {
      const point = mark.strength > 0 ? pointOf(view, mark) : null;
      return (
        point && <circle key={`${point.region}${point.side}`} class={name} cx={point.x} cy={point.y} r={20} />
      );
    });
  return (
    <svg class="body-mini" viewBox={box('whole')} aria-hidden="true" focusable="false">
      <Figure view={view} />
      {marks.length === 0 && dots(trace, 'body-mini-trace')}
      {dots(marks, 'body-mini-mark')}
    </svg>
  );
}

/** How much of the body a picture shows: all of it, or the half where everything is marked. */
export type Crop = 'whole' | 'upper' | 'lower';

const CROPS: Record<Crop, readonly [top: number, height: number]> = {
  whole: [BOX.top, BOX.height],
  upper: [BOX.top, 325],
  lower: [190, BOX.height - 190],
};

export function box(crop: Crop): string {
  const [top, height] = CROPS[crop];
  return `${BOX.left} ${top} ${BOX.width} ${height}`;
}

/** The half that holds all of these marks, so that it can be drawn larger. */
export function cropOf(view: View, marks: readonly Mark[]): Crop {
  const heights = marks.flatMap((mark) => pointOf(view, mark)?.y ?? []);
  if (heights.every((y) => y <= 270)) return 'upper';
  return heights.every((y) => y >= 215) ? 'lower' : 'whole';
}

interface BodyPictureProps {
  view: View;
  crop: Crop;
  marks: readonly Mark[];
  trace?: readonly Mark[] | undefined;
  label: string;
}

/** A still picture of marks, with what it shows said in `label`. */
export function BodyPicture({ view, crop, marks, trace, label }: BodyPictureProps) {
  return (
    <svg class="body-picture" viewBox={box(crop)} role="img" aria-label={label}>
      <Figure view={view} />
      <SideMarks view={view} />
      <Marks view={view} marks={marks} trace={trace} grow={1.35} />
    </svg>
  );
}
