import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { contact, profile } from '../../../store';
import { whoseBrowser } from '../../../sync/owner';
import { doors } from '../../../text/doors';
import { Banner, Button, Screen, Slice } from '../../../ui';
import './screen.css';

type State = 'looking' | 'nobody' | 'unreachable';

/** The front door: leads everybody to her own place, and strangers to the two ways in. */
export function Entry() {
  const { route } = useLocation();
  const [state, setState] = useState<State>('looking');
  const look = async () => {
    setState('looking');
    if (profile.value) {
      route('/today', true);
      return;
    }
    const owner = await whoseBrowser();
    if (owner === 'client') route('/today', true);
    else if (owner === 'therapist') route('/desk', true);
    else setState(owner);
  };
  useEffect(() => {
    void look();
  }, []);
  if (state === 'looking') return <p class="only-heard">{doors.entry.opening}</p>;
  return <Welcome unreachable={state === 'unreachable'} onRetry={() => void look()} />;
}

function Welcome({ unreachable, onRetry }: { unreachable: boolean; onRetry: () => void }) {
  const words = doors.entry;
  const isRevoked = contact.value === 'revoked';
  return (
    <Screen
      title={isRevoked ? words.revokedTitle : words.title}
      class="entry"
      foot={
        <>
          <Button wide href="/join">
            {words.code}
          </Button>
          <p class="centre small soft">
            {words.therapist} <a href="/sign-in">{words.signIn}</a>
          </p>
        </>
      }
    >
      <div class="entry-slice">
        <Slice parts={[1, 1, 1, 1, 1]} size={9} label="" />
      </div>
      {isRevoked ? <p>{words.revoked}</p> : <p class="soft">{words.intro}</p>}
      {!isRevoked && <p class="card">{words.link}</p>}
      {unreachable && (
        <Banner
          tone="warn"
          action={
            <Button kind="quiet" onClick={onRetry}>
              {words.retry}
            </Button>
          }
        >
          <p>{words.offline}</p>
        </Banner>
      )}
    </Screen>
  );
}
