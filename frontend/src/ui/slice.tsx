import './slice.css';

export interface SliceProps {
  /** One number a segment, in order: 0 = still pale, 1 = full of juice. */
  parts: readonly number[];
  /** Diameter in rem. */
  size: number;
  /** What it says to a screen reader; empty where it only decorates. */
  label: string;
  /** Words in the core of a big slice. */
  core?: { value: string; unit: string } | undefined;
}

const OUTER = 46;
const CORE = 16;
const RIND = 49;

/** The day's program as a slice of orange: the one picture of Pith. */
export function Slice({ parts, size, label, core }: SliceProps) {
  const shown = parts.length > 0 ? parts : [0];
  const small = size < 4;
  return (
    <svg
      class={small ? 'slice slice-small' : 'slice'}
      viewBox="0 0 100 100"
      role={label === '' ? 'presentation' : 'img'}
      aria-label={label}
      aria-hidden={label === '' ? true : undefined}
      style={{ inlineSize: `${size}rem` }}
    >
      <circle class="slice-rind" cx="50" cy="50" r={RIND - 1.2} />
      {shown.map((part, index) => (
        <Segment key={index} index={index} count={shown.length} part={part} small={small} />
      ))}
      <circle class="slice-core" cx="50" cy="50" r={small ? 9 : CORE} />
      {core && (
        <>
          <text class="slice-value" x="50" y="52.5">
            {core.value}
          </text>
          <text class="slice-unit" x="50" y="59.5">
            {core.unit}
          </text>
        </>
      )}
    </svg>
  );
}

function Segment(props: { index: number; count: number; part: number; small: boolean }) {
  const { index, count, part, small } = props;
  const from = (index / count) * 2 * Math.PI;
  const to = ((index + 1) / count) * 2 * Math.PI;
  const full = Math.min(1, Math.max(0, part));
  // Juice rises from the core outward: the same wedge, smaller.
  const scale = full === 0 ? 0 : (CORE + (OUTER - CORE) * full) / OUTER;
  const shape = wedge(from, to);
  return (
    <g>
      <path class="slice-pale" d={shape} />
      <path class="slice-juice" d={shape} style={{ transform: `scale(${scale})` }} />
      {!small && full === 1 && <path class="slice-fleck" d={flecks(from, to)} />}
      <path class="slice-skin" d={shape} />
    </g>
  );
}

function at(angle: number, radius: number): string {
  return `${(50 + Math.sin(angle) * radius).toFixed(2)} ${(50 - Math.cos(angle) * radius).toFixed(2)}`;
}

function wedge(from: number, to: number): string {
  const middle = (from + to) / 2;
  const arc = `A${OUTER} ${OUTER} 0 0 1`;
  if (to - from > 2 * Math.PI - 0.001)
    return `M${at(from, OUTER)}${arc} ${at(middle, OUTER)}${arc} ${at(to, OUTER)}Z`;
  return `M50 50L${at(from, OUTER)}${arc} ${at(middle, OUTER)}${arc} ${at(to, OUTER)}Z`;
}

/** A few light strokes in a full segment: fullness is seen without telling orange from cream. */
function flecks(from: number, to: number): string {
  const width = to - from;
  const marks: string[] = [];
  for (const [turn, radius] of [
    [0.3, 24],
    [0.62, 27],
    [0.24, 35],
    [0.5, 38],
    [0.76, 35],
  ] as const) {
    const angle = from + width * turn;
    marks.push(`M${at(angle, radius)}L${at(angle, radius + 4)}`);
  }
  return marks.join('');
}
