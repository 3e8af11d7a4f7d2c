/** A point, or a way to go, on the 120 x 96 grid: x to the right, y down. */
export type P = readonly [number, number];

export const plus = (a: P, b: P): P => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: P, b: P): P => [a[0] - b[0], a[1] - b[1]];
export const times = (a: P, by: number): P => [a[0] * by, a[1] * by];
export const size = (a: P): number => Math.hypot(a[0], a[1]);
export const apart = (a: P, b: P): number => size(minus(a, b));
export const between = (a: P, b: P, t: number): P => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];

/** The unit vector of an angle in degrees: 0 to the right, 90 down. */
export function heading(angle: number): P {
  const radians = (angle * Math.PI) / 180;
  return [Math.cos(radians), Math.sin(radians)];
}

export function unit(a: P): P {
  const length = size(a);
  return length === 0 ? [1, 0] : times(a, 1 / length);
}

/** A point of the curve that starts at a, ends at b and leans towards `via`. */
export function onCurve(a: P, via: P, b: P, t: number): P {
  return between(between(a, via, t), between(via, b, t), t);
}

/** The point of a stretch that is nearest to p. */
export function nearest(p: P, a: P, b: P): P {
  const along = minus(b, a);
  const square = along[0] ** 2 + along[1] ** 2;
  if (square === 0) return a;
  const t = ((p[0] - a[0]) * along[0] + (p[1] - a[1]) * along[1]) / square;
  return between(a, b, Math.min(1, Math.max(0, t)));
}

/** How far p is from a line of several stretches. */
export function offLine(p: P, line: readonly P[]): number {
  const first = line[0];
  if (!first) return Number.POSITIVE_INFINITY;
  let best = apart(p, first);
  for (let at = 1; at < line.length; at++) {
    best = Math.min(best, apart(p, nearest(p, line[at - 1] ?? first, line[at] ?? first)));
  }
  return best;
}

/**
 * Two bones from a fixed joint to a wished end: where the joint between them goes. `lean` is the side it goes to.
 * A wish out of reach ends short of it, in its direction; the lint tells.
 */
export function twoBones(from: P, wish: P, first: number, second: number, lean: P): { middle: P; end: P } {
  const far = Math.min(apart(from, wish), (first + second) * 0.9995);
  const reach = Math.max(far, Math.abs(first - second) + 0.05);
  const way = unit(minus(wish, from));
  const along = (first ** 2 - second ** 2 + reach ** 2) / (2 * reach);
  const aside = Math.sqrt(Math.max(0, first ** 2 - along ** 2));
  const across: P = [-way[1], way[0]];
  const sign = across[0] * lean[0] + across[1] * lean[1] < 0 ? -1 : 1;
  return {
    middle: plus(from, plus(times(way, along), times(across, aside * sign))),
    end: plus(from, times(way, reach)),
  };
}

/** Points written as a line of text, 'x y, x y': outlines have many. */
export function way(text: string): P[] {
  return text.split(',').map((pair) => {
    const [x, y] = pair.trim().split(' ').map(Number);
    return [x ?? 0, y ?? 0];
  });
}
