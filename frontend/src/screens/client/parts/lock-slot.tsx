import { therapistOf } from '../../../domain/today';
import { view } from '../../../store';
import { text } from '../../../text';
import { loadSafetyWords } from '../../../text/safety';
import { Button, Screen } from '../../../ui';
import { Later, part } from './later-part';
import { ClientNav } from './nav';
import { withSaid } from './with-said';

const lock = part(
  withSaid(() => import('./later/lock').then((it) => it.Lock)),
  loadSafetyWords,
);

/** A red flag is on: nothing can be begun, and what to do stands first. */
export function Locked() {
  return <Later part={lock} props={{}} meanwhile={<Stop />} />;
}

/** Until the rest has come, and where it cannot: the action and a number are here from the first load. */
function Stop() {
  const words = text.client.today;
  const me = view.value?.me;
  const number = me?.emergency_number || '112';
  return (
    <Screen title={words.stopTitle} eyebrow={me && therapistOf(me)} nav={<ClientNav current="today" />}>
      <p>{words.stop}</p>
      <Button wide kind="danger" icon="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
        {words.stopCall(number)}
      </Button>
    </Screen>
  );
}
