import { text } from '../../../text';
import { Banner, Button, Screen, Slice } from '../../../ui';
import { JoinNote } from '../parts/join-note';
import type { Trouble } from '../parts/join-trouble';

interface InvitationProps {
  busy: boolean;
  trouble: Trouble | null;
  /** Who this browser already belongs to. */
  owner: string | null;
  therapist: string | null;
  onStart: () => void;
}

export function Invitation({ busy, trouble, owner, therapist, onStart }: InvitationProps) {
  const words = text.client.join;
  return (
    <Screen
      title={words.title}
      class="join"
      foot={
        <>
          <Button wide busy={busy} onClick={onStart}>
            {busy ? words.starting : owner ? words.someoneGo(owner) : words.start}
          </Button>
          {owner ? (
            <p class="centre small">
              <a href="/today">{words.someoneBack}</a>
            </p>
          ) : (
            <p class="centre small soft">{words.notYou}</p>
          )}
        </>
      }
    >
      <div class="join-slice">
        <Slice parts={[1, 1, 1, 1, 1]} size={8.5} label="" />
      </div>
      <p class="centre soft">{words.intro}</p>
      <JoinNote trouble={trouble} />
      {owner && (
        <Banner tone="warn" icon="person" title={words.someoneTitle(owner)}>
          <p>{words.someone(owner)}</p>
        </Banner>
      )}
      {therapist && (
        <Banner tone="warn" icon="person" title={words.therapistTitle(therapist)}>
          <p>{words.therapist}</p>
        </Banner>
      )}
      <div class="card stack-tight">
        <p>{words.keeps}</p>
        <p>{words.sees}</p>
        <details>
          <summary>{words.more}</summary>
          <ul class="join-stored">
            {words.details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
        <p class="small soft">{words.agree}</p>
      </div>
    </Screen>
  );
}
