import { useRef, useState } from 'preact/hooks';
import { type Area, areaKey, type Mark, type Place, sameArea } from '../../domain/body-places';
import { strengthAt } from '../../domain/bodymap';
import { body as words } from '../../text/body';
import { Figure, SideMarks } from './figure';
import { BOX, beside, nearest, POINTS, type Point, type View, type Way } from './geometry';
import { Marks } from './marks';
import './body-map.css';

export interface BodyMapProps {
  view: View;
  marks: readonly Mark[];
  trace?: readonly Mark[] | undefined;
  /** The area that is being asked about now. */
  asked?: Area | null | undefined;
  /** Only these places can be picked; all of them where it is left out. */
  allowed?: readonly Place[] | undefined;
  /** Places without a strength: marked or not. */
  plain?: boolean | undefined;
  onPick: (area: Area) => void;
}

const WAYS: Record<string, Way> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/**
 * One side of the body to mark. The areas are the controls; a tap beside one means the nearest: a fingertip gets the nearest area; with the keyboard one area is in the tab order and
 * the arrow keys go to its neighbours, as they lie on the picture.
 */
export function BodyMap({ view, marks, trace, asked, allowed, plain: bare, onPick }: BodyMapProps) {
  const points = POINTS[view].filter(({ region }) => !allowed || allowed.includes(region));
  const svg = useRef<SVGSVGElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const current = firstToFocus(points, at, asked ?? null, marks);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = WAYS[event.key];
    // The place that has the focus, which a screen reader may have moved by itself.
    const from = named(points, event);
    if (!from) return;
    if (way) {
      const next = areaKey(beside(points, from, way));
      setAt(next);
      svg.current?.querySelector<SVGGElement>(`[data-area="${next}"]`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') onPick(plain(from));
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const point = touched(points, event);
    if (!point) return;
    setAt(areaKey(point));
    onPick(plain(point));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a drawing
    <svg
      ref={svg}
      class="body-map"
      viewBox={`${BOX.left} ${BOX.top} ${BOX.width} ${BOX.height}`}
      role="group"
      aria-label={words.viewOf[view]}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      <Figure view={view} />
      <SideMarks view={view} />
      <Marks view={view} marks={marks} trace={trace} asked={asked} plain={bare} />
      {points.map((point) => (
        <Spot
          key={areaKey(point)}
          point={point}
          marks={marks}
          inOrder={areaKey(point) === current}
          plain={bare}
        />
      ))}
    </svg>
  );
}

interface SpotProps {
  point: Point;
  marks: readonly Mark[];
  inOrder: boolean;
  plain: boolean | undefined;
}

function Spot({ point, marks, inOrder, plain: bare }: SpotProps) {
  const strength = strengthAt(marks, point);
  const name = words.area(point);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand inside a drawing
    <g
      class="body-spot"
      role="button"
      tabindex={inOrder ? 0 : -1}
      data-area={areaKey(point)}
      aria-label={strength === null || bare ? name : words.marked(name, strength)}
      aria-pressed={strength !== null}
    >
      <circle cx={point.x} cy={point.y} r={12} />
    </g>
  );
}

function firstToFocus(
  points: readonly Point[],
  at: string | null,
  asked: Area | null,
  marks: readonly Mark[],
): string | null {
  const found =
    points.find((point) => areaKey(point) === at) ??
    points.find((point) => asked !== null && sameArea(point, asked)) ??
    points.find((point) => strengthAt(marks, point) !== null) ??
    points[0];
  return found ? areaKey(found) : null;
}

/** What is under the finger; a tap by a screen reader has no place of its own, and names its target. */
function touched(points: readonly Point[], event: MouseEvent): Point | null {
  const target = named(points, event);
  if (target) return target;
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const scale = BOX.width / box.width;
  const x = BOX.left + (event.clientX - box.left) * scale;
  const y = BOX.top + (event.clientY - box.top) * scale;
  return nearest(points, x, y);
}

function named(points: readonly Point[], { target }: Event): Point | null {
  const key = target instanceof Element && target.closest('[data-area]')?.getAttribute('data-area');
  return points.find((point) => areaKey(point) === key) ?? null;
}

function plain({ region, side }: Area): Area {
  return { region, side };
}
