import type { ComponentChildren } from 'preact';
import type { Refused } from '../../../api/desk-call';
import { account } from '../../../text/account';
import { Banner, Screen, Slice } from '../../../ui';
import './door.css';
import { troubleWords } from './trouble';

export interface DoorProps {
  title: string;
  about: string;
  /** Something to know before filling in the form, e.g. that the sign-in ran out. */
  notice?: string | undefined;
  problem: Refused | null;
  onSubmit: () => void;
  children: ComponentChildren;
  after?: ComponentChildren;
}

/** The page of a door: the sign of the house, one form, what went wrong, where else to go. */
export function Door({ title, about, notice, problem, onSubmit, children, after }: DoorProps) {
  return (
    <Screen title={title} class="door" eyebrow={account.brand}>
      <p class="soft">{about}</p>
      {notice && !problem && (
        <Banner tone="warn">
          <p>{notice}</p>
        </Banner>
      )}
      <form
        class="stack door-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {problem && (
          <Banner tone="urgent">
            <p>{troubleWords(problem)}</p>
          </Banner>
        )}
        {children}
      </form>
      {after && <div class="stack door-after">{after}</div>}
      <div class="door-sign" aria-hidden="true">
        <Slice parts={[1, 1, 1, 0.55, 0]} size={9} label="" />
      </div>
    </Screen>
  );
}
