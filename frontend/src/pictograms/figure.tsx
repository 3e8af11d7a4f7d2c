import type { Stroke } from './strokes';

export interface FigureProps {
  strokes: readonly Stroke[];
  mirrored?: boolean;
}

/** The strokes of one moment, as large as what stands around them. */
export function Figure({ strokes, mirrored = false }: FigureProps) {
  return (
    <svg viewBox="0 0 120 96" aria-hidden="true" focusable="false">
      <g transform={mirrored ? 'matrix(-1 0 0 1 120 0)' : undefined}>
        {strokes.map((stroke, index) => (
          // Strokes never change places: a pose always has the same ones.
          <path
            key={index}
            class={stroke.small ? `fig-${stroke.ink} fig-small` : `fig-${stroke.ink}`}
            {...inked(stroke)}
          />
        ))}
      </g>
    </svg>
  );
}

function inked({ d, width }: Stroke) {
  return width === undefined
    ? { d, style: 'fill:currentcolor' }
    : { d, stroke: 'currentcolor', 'stroke-width': width };
}
