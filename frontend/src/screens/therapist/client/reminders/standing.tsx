import type { ReminderProof } from '../../../../domain/desk/reminders';
import type { RemindersFile } from '../../../../sync/desk/reminders';
import { desk } from '../../../../text/desk';
import { Banner, Icon } from '../../../../ui';
import { instantWords, sinceWords } from '../../parts/when';

const words = () => desk.reminders;

export interface StandingProps {
  /** Null while the list of clients is not there. */
  proof: ReminderProof | null;
  file: RemindersFile;
  zone: string;
}

/** Whether they arrive: since when, and where they do not, why and what to do in the next visit. */
export function Standing({ proof, file, zone }: StandingProps) {
  if (!proof) return null;
  const { state, reason } = proof;
  const since = sinceWords(proof.since, zone);
  if (state === 'failed') {
    return (
      <Banner tone="warn" icon="warning" title={words().state.failed(since)}>
        <p>{words().why(reason ?? '')}</p>
        <p>{words().mend(reason ?? '')}</p>
      </Banner>
    );
  }
  if (state === 'none') {
    return <p class="soft">{reason === 'calendar' ? words().state.calendar : words().state.none}</p>;
  }
  return (
    <div class="stack-tight">
      <p class={state === 'shown' ? 'reminders-state reminders-shown' : 'reminders-state'}>
        <Icon name={state === 'untried' ? 'waiting' : 'check'} size={1.25} />
        <span>{state === 'untried' ? words().state.untried : words().state[state](since)}</span>
      </p>
      {state === 'accepted' && (
        <p class="small soft">{file.browsers > 0 ? words().state.acceptedAbout : words().state.byMail}</p>
      )}
      <Last file={file} zone={zone} />
      {file.fading && <p class="small">{words().fading[file.fading]}</p>}
    </div>
  );
}

function Last({ file, zone }: { file: RemindersFile; zone: string }) {
  const { last } = file;
  if (!last?.at) return null;
  return <p class="small soft figures">{words().last[last.state](instantWords(last.at, zone))}</p>;
}
