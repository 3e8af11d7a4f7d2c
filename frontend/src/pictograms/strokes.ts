/** What pictures are made of. */
import { minus, type P, plus, times } from './geometry';

export type Ink = 'near' | 'far' | 'tool' | 'pale' | 'line' | 'block' | 'edge' | 'dots' | 'rings';

/** One line with round ends, or a filled shape where it has no width. */
export interface Stroke {
  ink: Ink;
  d: string;
  width?: number;
  /** Part of the small figure: left out where the picture itself is small. */
  small?: true;
}

export const round = (n: number) => Math.round(n * 100) / 100;
export const at = (p: P) => `${round(p[0])} ${round(p[1])}`;

export function stroke(ink: Ink, width: number, points: readonly P[], closed = false): Stroke {
  return { ink, width: round(width), d: `M${points.map(at).join('L')}${closed ? 'z' : ''}` };
}

/** A line without length and with round ends is a disc. */
export const disc = (ink: Ink, middle: P, r: number): Stroke => stroke(ink, 2 * r, [middle, middle]);

export function box(ink: Ink, x: number, y: number, w: number, h: number, corner: number): Stroke {
  const c = Math.min(corner, w / 2, h / 2);
  const [across, down] = [round(w - 2 * c), round(h - 2 * c)];
  const d = `M${round(x + c)} ${round(y)}h${across}q${c} 0 ${c} ${c}v${down}q0 ${c} ${-c} ${c}h${-across}q${-c} 0 ${-c} ${-c}v${-down}q0 ${-c} ${c} ${-c}z`;
  return { ink, d };
}

/** A line through all points with soft bends; closed, a shape with soft corners. */
export function soft(points: readonly P[], closed: boolean): string {
  const count = points.length;
  const of = (index: number): P => {
    const inside = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index));
    return points[inside] ?? [0, 0];
  };
  const pull = (a: P, b: P) => times(minus(b, a), 1 / 6);
  const bends = points.slice(closed ? 0 : 1).map((_, index) => {
    const one = plus(of(index), pull(of(index - 1), of(index + 1)));
    const two = minus(of(index + 1), pull(of(index), of(index + 2)));
    return `C${at(one)} ${at(two)} ${at(of(index + 1))}`;
  });
  return `M${at(of(0))}${bends.join('')}${closed ? 'z' : ''}`;
}
