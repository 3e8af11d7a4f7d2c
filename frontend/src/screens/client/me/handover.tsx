import { useState } from 'preact/hooks';
import type { Handover as Code } from '../../../api/client-doors';
import { unsent } from '../../../store';
import { requestHandover } from '../../../sync/account';
import { me } from '../../../text/me';
import { Banner, Button } from '../../../ui';
import { clock } from '../parts/dates';

type State =
  | { kind: 'idle' }
  | { kind: 'busy' }
  | { kind: 'code'; code: Code }
  | { kind: 'unsent' }
  | { kind: 'failed' };

/** A code for the app on the home screen, which does not share this browser's sign-in. Only after everything is sent. */
export function Handover() {
  const words = me;
  const [state, setState] = useState<State>({ kind: 'idle' });
  const ask = async () => {
    setState({ kind: 'busy' });
    const code = await requestHandover();
    if (unsent.value > 0) setState({ kind: 'unsent' });
    else setState(code ? { kind: 'code', code } : { kind: 'failed' });
  };
  return (
    <section class="me-part">
      <h2>{words.handover}</h2>
      <p class="soft">{words.handoverText}</p>
      {state.kind === 'code' ? (
        <div class="card centre" role="status">
          <p class="small soft">{words.handoverCode}</p>
          <p class="me-code">{grouped(state.code.code)}</p>
          <p class="small soft">{words.handoverUntil(clock(state.code.expires_at))}</p>
        </div>
      ) : (
        <Button kind="quiet" icon="phone" busy={state.kind === 'busy'} onClick={() => void ask()}>
          {words.handoverGo}
        </Button>
      )}
      {state.kind === 'unsent' && (
        <Banner tone="warn">
          <p>{words.handoverWaiting}</p>
        </Banner>
      )}
      {state.kind === 'failed' && (
        <Banner tone="urgent">
          <p>{words.exportFailed}</p>
        </Banner>
      )}
    </section>
  );
}

/** In two halves, however the server writes it: easier to read across to another screen. */
function grouped(code: string): string {
  const plain = code.replace(/[^0-9A-Z]/gi, '');
  return `${plain.slice(0, 5)} ${plain.slice(5)}`;
}
