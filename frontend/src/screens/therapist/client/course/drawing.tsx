import type { PainPoint } from '../../../../domain/desk/course';
import { bandOf, type Frame, linesOf, ticksOf } from '../../../../domain/desk/page/chart';
import { type Dot, dotsOf } from '../../../../domain/history/course';
import { BOTTOM, HEIGHT, LANES, type Plot, plotOf, TOP, WIDTH } from './plot';

export interface Mark {
  id: string;
  kind: keyof typeof LANES;
  date: string;
  /** As short as stands over a line. */
  label: string;
}

export interface DrawingProps {
  label: string;
  frame: Frame;
  points: readonly PainPoint[];
  marks: readonly Mark[];
  /** The practice that is being looked at. */
  chosen: PainPoint | null;
  day: (date: string) => string;
}

const SCALE = [10, 5, 0];
const TONES = ['before', 'after'] as const;
/** Words over the lines of one lane stand this share of the width apart, else only the first is written. */
const APART = 0.09;

/** Dots a practice, their medians as lines, the band of changes that mean little, and what happened when. */
export function Drawing({ label, frame, points, marks, chosen, day }: DrawingProps) {
  const plot = plotOf(frame);
  const dots = TONES.map((tone) => [tone, dotsOf(points, tone)] as const);
  return (
    <div class="plot" dir="ltr">
      <div class="plot-axis small soft figures" aria-hidden="true">
        {SCALE.map((value) => (
          <span key={value} style={{ insetBlockStart: `${plot.y(value)}px` }}>
            {value}
          </span>
        ))}
      </div>
      <svg role="img" aria-label={label} height={HEIGHT} width="100%">
        <Stretched plot={plot} dots={dots} />
        {chosen && (
          <line
            class="plot-chosen"
            x1={plot.percent(chosen.date)}
            x2={plot.percent(chosen.date)}
            y1={TOP}
            y2={BOTTOM}
          />
        )}
        <Marks plot={plot} marks={marks} />
        {dots.map(([tone, some]) => (
          <g key={tone} class={`plot-dots-${tone}`}>
            {some.map((dot, at) => (
              <circle
                key={at}
                cx={plot.percent(dot.date)}
                cy={plot.y(dot.value)}
                r={points.length > 90 ? 2.5 : 3.5}
              />
            ))}
          </g>
        ))}
      </svg>
      <p class="plot-ends small soft figures" aria-hidden="true">
        {ticksOf(frame, 3).map((date) => (
          <span key={date}>{day(date)}</span>
        ))}
      </p>
    </div>
  );
}

interface StretchedProps {
  plot: Plot;
  dots: readonly (readonly [(typeof TONES)[number], readonly Dot[]])[];
}

/** What may be stretched to the width: grid, band, lines. Their strokes keep their breadth. */
function Stretched({ plot, dots }: StretchedProps) {
  const band = bandOf(dots[0]?.[1] ?? []);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {band && (
        <rect
          class="plot-band"
          x={0}
          width={WIDTH}
          y={plot.y(band.high)}
          height={plot.y(band.low) - plot.y(band.high)}
        />
      )}
      {SCALE.map((value) => (
        <path key={value} class="plot-grid" d={`M0 ${plot.y(value)}H${WIDTH}`} />
      ))}
      {dots.map(([tone, some]) => (
        <g key={tone} class={`plot-line-${tone}`}>
          {linesOf(some).map((piece) => (
            <path key={piece[0]?.date} d={plot.path(piece)} />
          ))}
        </g>
      ))}
    </svg>
  );
}

function Marks({ plot, marks }: { plot: Plot; marks: readonly Mark[] }) {
  const written = new Set<string>();
  const last: Partial<Record<Mark['kind'], number>> = {};
  for (const mark of marks) {
    const at = (plot.x(mark.date) ?? 0) / WIDTH;
    if (at - (last[mark.kind] ?? -1) < APART) continue;
    last[mark.kind] = at;
    written.add(mark.id);
  }
  return (
    <>
      {marks.map((mark) => {
        const at = plot.percent(mark.date);
        const lane = LANES[mark.kind];
        return (
          <g key={mark.id} class={`plot-mark plot-mark-${mark.kind}`}>
            <line x1={at} x2={at} y1={lane + 4} y2={BOTTOM} />
            {written.has(mark.id) && (
              <text x={at} y={lane}>
                {mark.label}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
