import type { GivenClearing } from '../../../domain/desk/clearing';
import { desk } from '../../../text/desk';
import { deviceZone, instantWords, plainDay } from './when';

const words = () => desk.safety.clearing;

/** A clearance as it stands for ever: who agreed, when, until when, who wrote it down, and what was agreed. */
export function GivenClearingWords({ clearing, today }: { clearing: GivenClearing; today: string }) {
  const { role, reason, cleared_on, expires_on, by, at } = clearing;
  const said = words().given(
    desk.safety.role(role),
    plainDay(cleared_on, today),
    plainDay(expires_on, today),
  );
  return (
    <p>
      {said} “{reason}”{' '}
      <span class="soft">{words().recordedBy(by.name, instantWords(at, deviceZone()))}</span>
    </p>
  );
}
