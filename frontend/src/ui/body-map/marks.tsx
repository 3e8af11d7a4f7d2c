import { type Area, areaKey, type Mark, sameArea } from '../../domain/body-places';
import { pointOf, type View } from './geometry';

interface MarksProps {
  view: View;
  marks: readonly Mark[];
  /** Earlier marks, as a dashed trace behind these. */
  trace?: readonly Mark[] | undefined;
  /** The area whose strength is being asked. */
  asked?: Area | null | undefined;
  /** Without a strength: a tick instead of the number. */
  plain?: boolean | undefined;
  /** Larger on a smaller picture, so that the numbers stay readable. */
  grow?: number | undefined;
}

/** Marks on a drawing: a round spot with its number, larger the stronger; colour alone tells nothing. */
export function Marks({ view, marks, trace = [], asked = null, plain, grow = 1 }: MarksProps) {
  const open = asked && !marks.some((mark) => sameArea(mark, asked)) ? pointOf(view, asked) : null;
  const ring = asked && pointOf(view, asked);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group in a drawing takes no focus; the names of places say the marks
    <g class="body-marks" aria-hidden="true">
      {trace.map((mark) => (
        <Trace key={areaKey(mark)} view={view} mark={mark} grow={grow} />
      ))}
      {marks.map((mark) => (
        <Spot key={areaKey(mark)} view={view} mark={mark} grow={grow} plain={plain} />
      ))}
      {open && (
        <>
          <circle class="body-dot body-dot-open" cx={open.x} cy={open.y} r={11} />
          <text class="body-number body-number-open" x={open.x} y={open.y} dy="0.36em" font-size={13}>
            ?
          </text>
        </>
      )}
      {ring && <circle class="body-asked" cx={ring.x} cy={ring.y} r={16} />}
    </g>
  );
}

interface SpotProps {
  view: View;
  mark: Mark;
  grow: number;
  plain?: boolean | undefined;
}

function Spot({ view, mark, grow, plain }: SpotProps) {
  const point = pointOf(view, mark);
  if (!point) return null;
  const open = mark.strength === 0;
  return (
    <>
      <circle
        class={open ? 'body-dot body-dot-open' : 'body-dot'}
        cx={point.x}
        cy={point.y}
        r={radius(mark) * grow}
      />
      <text
        class={open ? 'body-number body-number-open' : 'body-number'}
        x={point.x}
        y={point.y}
        dy="0.36em"
        font-size={13 * grow}
      >
        {plain ? '✓' : mark.strength}
      </text>
    </>
  );
}

function Trace({ view, mark, grow }: SpotProps) {
  const point = pointOf(view, mark);
  if (!point || mark.strength === 0) return null;
  return <circle class="body-trace" cx={point.x} cy={point.y} r={radius(mark) * grow + 2} />;
}

/** From 9.5 to 12 units: neighbours touch at most. */
function radius({ strength }: Mark): number {
  return 9.5 + strength / 4;
}
