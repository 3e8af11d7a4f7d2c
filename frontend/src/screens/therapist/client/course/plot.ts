/** Where things stand in the drawing. d3 for the arithmetic alone: dates and numbers as places, dots as a path. */
import { scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import type { Frame } from '../../../../domain/desk/page/chart';
import type { Dot } from '../../../../domain/history/course';

const HIGH = 10;
/** The scale has whole numbers; their medians stand in halves. */
const HALVES = Array.from({ length: HIGH * 2 + 1 }, (_, at) => at / 2);
/** Units across; the drawing is stretched to the width there is. */
export const WIDTH = 1000;
/** Pixels from the top: a lane of words for versions, one for visits, then 10 down to 0. */
export const LANES = { version: 12, visit: 28 } as const;
export const TOP = 40;
export const BOTTOM = 200;
export const HEIGHT = BOTTOM + 8;

export interface Plot {
  /** Of a date, in units; null outside. */
  x: (date: string) => number | null;
  /** The same in percent, for what must keep its shape. */
  percent: (date: string) => string;
  y: (value: number) => number;
  path: (dots: readonly Dot[]) => string;
}

export function plotOf({ dates }: Frame): Plot {
  const across = scalePoint(dates, [0, WIDTH]).padding(0.5);
  const down = scalePoint(HALVES, [BOTTOM, TOP]);
  const x = (date: string) => across(date) ?? null;
  const y = (value: number) => down(value) ?? BOTTOM;
  const path = line<Dot>(
    (dot) => x(dot.date) ?? 0,
    (dot) => y(dot.value),
  ).digits(1);
  return {
    x,
    percent: (date) => `${(((x(date) ?? 0) * 100) / WIDTH).toFixed(2)}%`,
    y,
    path: (dots) => path([...dots]) ?? '',
  };
}
