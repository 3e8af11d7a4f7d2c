import { care } from '../../../../text/care';
import { useWaiting } from './use-waiting';

/** Says truly where her word is: on this phone, or on its way to somebody who may not look at once. */
export function Whereabouts({ ids, who }: { ids: readonly string[]; who: string }) {
  const waiting = useWaiting();
  if (waiting === null) return <p class="soft small">{care.saved}</p>;
  const isHere = ids.some((id) => waiting.has(id));
  return <p class="soft small">{isHere ? care.waits(who) : care.sent(who)}</p>;
}
