import { currentItem, currentPhase, type Walk } from '../../../../domain/walk';
import { guide } from '../../../../text/guide';
import { player as words } from '../../../../text/player';
import { sentence } from '../told';

/** What the voice says of a phase: the same as for the screen reader in fewer words, and what to get ready. */
export function spoken(walk: Walk): string {
  const item = currentItem(walk);
  const phase = currentPhase(walk);
  if (!item || !phase) return '';
  if (phase.kind === 'hold' && !words.play.calm(item.style)) return guide.say.stay;
  if (phase.kind !== 'setup') return sentence(walk, []);
  const things = words.needs(item.tools, item.props);
  return sentence(walk, [words.position(item.pos[0] ?? ''), things && guide.getReady(things)]);
}
