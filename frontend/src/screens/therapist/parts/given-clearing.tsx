import type { GivenClearing } from '../../../domain/desk/clearing';
import { desk } from '../../../text/desk';
import { instantWords, plainDay } from './when';

const words = () => desk.safety.clearing;

interface GivenClearingProps {
  clearing: GivenClearing;
  /** Of the client, with her zone. */
  today: string;
  zone: string;
}

/** A clearance as it stands for ever: who agreed, when, until when, who wrote it down, and what was agreed. */
export function GivenClearingWords({ clearing, today, zone }: GivenClearingProps) {
  const { role, reason, cleared_on, expires_on, by, at } = clearing;
  const said = words().given(
    desk.safety.role(role),
    plainDay(cleared_on, today),
    plainDay(expires_on, today),
  );
  return (
    <p>
      {said} <q>{reason}</q> <span class="soft">{words().recordedBy(by.name, instantWords(at, zone))}</span>
    </p>
  );
}
