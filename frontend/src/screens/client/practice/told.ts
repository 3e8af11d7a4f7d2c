import type { Phase } from '../../../domain/phases';
import type { PlannedItem } from '../../../domain/planned';
import { currentItem, currentPhase, type Walk } from '../../../domain/walk';
import { player as words } from '../../../text/player';

/** The one line that says what happens now, for eyes, ears and the screen reader alike. */
export function doNow(item: PlannedItem, phase: Phase): string {
  const { play } = words;
  const calm = play.calm(item.style);
  if (phase.kind === 'find' && calm) return play.settle;
  if (phase.kind === 'find' && phase.spot > 1) return play.findNext;
  if (phase.kind === 'roll' && item.style === 'skin_glide') return play.glide;
  if (phase.kind !== 'hold') return play.phase[phase.kind];
  const spot = calm ? '' : play.spot(phase.spot, phase.spots);
  return [calm ? play.rest : play.phase.hold, spot].filter(Boolean).join(' · ');
}

/** What a screen reader is told of a phase: what, on which side, how long. */
export function announced(walk: Walk): string {
  const phase = currentPhase(walk);
  return phase ? sentence(walk, [words.play.secondsLong(phase.seconds)]) : '';
}

/** Sentences that tell the current phase, with more behind them. */
export function sentence(walk: Walk, more: readonly string[]): string {
  const item = currentItem(walk);
  const phase = currentPhase(walk);
  if (!item || !phase) return '';
  const name = phase.kind === 'setup' ? item.name : '';
  const side = phase.kind === 'turn' ? words.play.nowSide(phase.side) : words.side(phase.side);
  const parts = [name, side, doNow(item, phase), ...more];
  return `${parts.filter(Boolean).join('. ')}.`;
}
