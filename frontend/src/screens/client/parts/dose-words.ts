import { sideSeconds, sidesOf } from '../../../domain/length';
import type { Dose, SideDose } from '../../../domain/types';
import { text } from '../../../text';

const BREATH_S = 8;

/** One short line: what to do and for how long. */
export function doseWords(dose: Dose): string {
  const words = text.client.dose;
  const time = (side: SideDose) => text.client.seconds(sideSeconds(side));
  const { left, right } = dose;
  if (left && right) {
    if (sideSeconds(left) === sideSeconds(right)) return words.each(time(left));
    return `${words.left(time(left))} · ${words.right(time(right))}`;
  }
  const [only] = sidesOf(dose);
  if (!only) return '';
  const [side, given] = only;
  const parts = [whole(given)];
  if (side !== 'both') parts.push(words[side]('').trim());
  return parts.join(' · ');
}

function whole(side: SideDose): string {
  const words = text.client.dose;
  const parts: string[] = [];
  if (side.hold_s > 0) {
    parts.push(
      side.spots > 1 ? words.spots(side.spots, Math.round(side.hold_s / BREATH_S)) : words.hold(side.hold_s),
    );
  }
  if (side.roll_s > 0) parts.push(words.roll(side.roll_s));
  if (side.move_s > 0) parts.push(words.move(side.move_s));
  return parts.join(' · ');
}
