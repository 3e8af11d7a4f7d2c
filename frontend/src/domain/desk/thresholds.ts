/** Numbers of the rules that a practice may move within bounds. */

export interface Threshold {
  id: string;
  label: string;
  unit: string;
  value: number;
  default: number;
  low: number;
  high: number;
  /** Which way it grows stricter. */
  stricter: 'lower' | 'higher';
  why: string;
}

export type Asked = { value: number } | { wrong: 'not_whole' | 'out_of_bounds' };
export type Compared = 'same' | 'stricter' | 'laxer';

/** What somebody typed, as a number that this threshold may have. */
export function asked(threshold: Pick<Threshold, 'low' | 'high'>, typed: string): Asked {
  const text = typed.trim();
  if (!/^\d{1,6}$/.test(text)) return { wrong: 'not_whole' };
  const value = Number(text);
  return value < threshold.low || value > threshold.high ? { wrong: 'out_of_bounds' } : { value };
}

/** How `value` stands to `than`: what it does to clients, said in words and never only in numbers. */
export function compared({ stricter }: Pick<Threshold, 'stricter'>, value: number, than: number): Compared {
  if (value === than) return 'same';
  return value > than === (stricter === 'higher') ? 'stricter' : 'laxer';
}
