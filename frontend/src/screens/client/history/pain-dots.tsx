import type { SessionLog } from '../../../domain/types';
import { history } from '../../../text/history';

const WIDTH = 320;
const HEIGHT = 96;
const EDGE = 8;
/** Fewer points than this are not a course, and are told in the list anyway. */
const LEAST = 3;

interface Pair {
  before: number;
  after: number;
}

/** Pain before and after each practice of the month: two rows of dots, joined, and the same in one sentence. */
export function PainDots({ sessions }: { sessions: readonly SessionLog[] }) {
  const words = history;
  const pairs = [...sessions]
    .sort((a, b) => (a.started_at < b.started_at ? -1 : 1))
    .flatMap(({ pain_before: before, pain_after: after }): Pair[] =>
      before === null || after === null ? [] : [{ before, after }],
    );
  if (pairs.length < LEAST) return null;
  const x = (index: number) => EDGE + (index / (pairs.length - 1)) * (WIDTH - 2 * EDGE);
  const y = (pain: number) => EDGE + ((10 - pain) / 10) * (HEIGHT - 2 * EDGE);
  const line = (of: (pair: Pair) => number) =>
    pairs.map((pair, index) => `${x(index).toFixed(1)},${y(of(pair)).toFixed(1)}`).join(' ');
  return (
    <section class="stack-tight">
      <h2>{words.painTitle}</h2>
      <svg class="pain-dots" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.painChart}>
        <polyline class="pain-before" points={line((pair) => pair.before)} />
        <polyline class="pain-after" points={line((pair) => pair.after)} />
        {pairs.map((pair, index) => (
          <g key={x(index)}>
            <rect class="pain-before" x={x(index) - 3} y={y(pair.before) - 3} width="6" height="6" />
            <circle class="pain-after" cx={x(index)} cy={y(pair.after)} r="3.4" />
          </g>
        ))}
      </svg>
      <p class="small soft pain-legend">
        <span class="pain-legend-before">{words.legendBefore}</span>
        <span class="pain-legend-after">{words.legendAfter}</span>
      </p>
      <p class="soft">
        {words.painSummary(mean(pairs.map((p) => p.before)), mean(pairs.map((p) => p.after)))}
      </p>
    </section>
  );
}

function mean(values: readonly number[]): string {
  return String(Math.round(values.reduce((sum, value) => sum + value, 0) / values.length));
}
