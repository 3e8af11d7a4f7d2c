import './slice.css';

export interface SliceProps {
  /** One number a segment, in order: 0 = still pale, 1 = full of juice. Empty: a slice that nothing is asked of. */
  parts: readonly number[];
  /** Diameter in rem. */
  size: number;
  /** What it says to a screen reader; empty where it only decorates. */
  label: string;
  /** Words in the core of a big slice. */
  core?: { value: string; unit: string } | undefined;
  /** The juice comes when the slice does: all at once, or one segment after the other. */
  pour?: 'together' | 'in turn' | undefined;
}

/** What the eye can still tell apart at a size: of a box of 100 units. */
interface Cut {
  name: string;
  /** Where segments end. */
  outer: number;
  /** Half of the white between two segments. */
  skin: number;
  /** How round a segment's corners are: twice their radius. */
  round: number;
  core: number;
  rind: number;
}

const BIG: Cut = { name: 'big', outer: 44, skin: 0.9, round: 4, core: 15, rind: 2.6 };
const MIDDLE: Cut = { name: 'middle', outer: 43, skin: 1.4, round: 4, core: 8, rind: 3.4 };
const SMALL: Cut = { name: 'small', outer: 42, skin: 2, round: 3, core: 7, rind: 5 };
const TURN = 2 * Math.PI;
/** Below this size words in the core are drawn larger: they would not be read. */
const WORDS_REM = 9;

/** The day's program as a slice of orange: the one picture of Pith. */
export function Slice({ parts, size, label, core, pour }: SliceProps) {
  const cut = size >= 6 ? BIG : size >= 4 ? MIDDLE : SMALL;
  const full = parts.length > 0 && parts.every((part) => part >= 1);
  return (
    <svg
      class={`slice slice-${cut.name}${full ? ' slice-full' : ''}${parts.length === 0 ? ' slice-empty' : ''}${pour ? ' slice-pour' : ''}`}
      viewBox="0 0 100 100"
      role={label === '' ? 'presentation' : 'img'}
      aria-label={label === '' ? undefined : label}
      aria-hidden={label === '' ? true : undefined}
      style={{ inlineSize: `${size}rem` }}
    >
      <circle class="slice-rind" cx="50" cy="50" r={50 - cut.rind / 2} stroke-width={cut.rind} />
      {parts.length === 0 && <circle class="slice-pale" cx="50" cy="50" r={cut.outer} />}
      {parts.map((part, index) => (
        <Segment
          key={index}
          cut={cut}
          shape={{ index, count: parts.length }}
          part={part}
          wait={pour === 'in turn' ? index : 0}
        />
      ))}
      <circle class="slice-core" cx="50" cy="50" r={core && size < WORDS_REM ? 19 : cut.core} />
      {core && (
        <g class={size < WORDS_REM ? 'slice-words slice-words-small' : 'slice-words'}>
          <text class="slice-value" x="50" y="52.5">
            {core.value}
          </text>
          <text class="slice-unit" x="50" y="59.5">
            {core.unit}
          </text>
        </g>
      )}
    </svg>
  );
}

interface Shape {
  index: number;
  count: number;
}

function Segment({ cut, shape, part, wait }: { cut: Cut; shape: Shape; part: number; wait: number }) {
  const share = Math.min(1, Math.max(0, part));
  // Juice rises from the core outward: the same wedge, smaller.
  const scale = share === 0 ? 0 : (cut.core + (cut.outer - cut.core) * share) / cut.outer;
  const d = wedge(cut, shape);
  return (
    <g style={{ '--wait': wait }}>
      <path class="slice-pale" d={d} stroke-width={cut.round} />
      <path class="slice-juice" d={d} stroke-width={cut.round} style={{ transform: `scale(${scale})` }} />
      {cut !== SMALL && share === 1 && <path class="slice-fleck" d={flecks(shape)} />}
    </g>
  );
}

function at(angle: number, radius: number): string {
  return `${(50 + Math.sin(angle) * radius).toFixed(2)} ${(50 - Math.cos(angle) * radius).toFixed(2)}`;
}

/** A segment whose edges run beside its neighbours', so that the white between is as wide inside as outside. */
function wedge({ outer, skin, round }: Cut, { index, count }: Shape): string {
  const radius = outer - round / 2;
  const arc = `A${radius} ${radius} 0`;
  const half = TURN / count / 2;
  const middle = (2 * index + 1) * half;
  if (count === 1) return `M${at(0, radius)}${arc} 1 1 ${at(Math.PI, radius)}${arc} 1 1 ${at(TURN, radius)}Z`;
  const inset = skin + round / 2;
  const open = half - Math.asin(inset / radius);
  const long = open > Math.PI / 2 ? 1 : 0;
  const apex = at(middle, inset / Math.sin(half));
  return `M${apex}L${at(middle - open, radius)}${arc} ${long} 1 ${at(middle + open, radius)}Z`;
}

/** Where the little drops of a full segment lie: share of its width, share of its length. */
const DROPS = [
  [0.5, 0.86],
  [0.22, 0.8],
  [0.78, 0.8],
  [0.36, 0.66],
  [0.64, 0.66],
  [0.5, 0.5],
] as const;

/** A few light drops in a full segment: fullness is seen without telling orange from cream. */
function flecks({ index, count }: Shape): string {
  const width = TURN / count;
  return DROPS.map(([across, along]) => {
    const angle = width * (index + across);
    return `M${at(angle, 44 * along - 4)}L${at(angle, 44 * along)}`;
  }).join('');
}
