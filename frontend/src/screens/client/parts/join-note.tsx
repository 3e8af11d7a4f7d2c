import { text } from '../../../text';
import { Banner } from '../../../ui';
import type { Trouble } from './join-trouble';

/** Why joining did not work, and that nothing is lost by it. */
export function JoinNote({ trouble }: { trouble: Trouble | null }) {
  const words = text.client.join;
  if (trouble === null || trouble === 'used') return null;
  const said = { busy: words.busy, offline: words.offline, server: words.trouble }[trouble];
  return (
    <Banner tone="urgent">
      <p>{said}</p>
    </Banner>
  );
}
