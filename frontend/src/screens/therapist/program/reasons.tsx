import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Finding } from '../../../domain/desk/verdicts';
import { desk } from '../../../text/desk';
import { Icon, type IconName } from '../../../ui';
import './safety.css';

const words = () => desk.safety.item;

export interface LineProps {
  icon: IconName;
  urgent?: boolean;
  children: ComponentChildren;
}

/** One thing that the rules say, with a sign before it. */
export function Line({ icon, urgent, children }: LineProps) {
  return (
    <div class={urgent ? 'safety-line safety-urgent' : 'safety-line'}>
      <Icon name={icon} size={1.125} />
      <div class="safety-words">{children}</div>
    </div>
  );
}

export interface ReasonsProps {
  findings: readonly Finding[];
  /** What it is about, for whoever hears the button alone. */
  name: string;
  /** Shown at once. */
  open?: boolean;
}

/** Rule by rule: what it says, its id, and the flags that make it speak, so that she can judge for herself. */
export function Reasons({ findings, name, open = false }: ReasonsProps) {
  const [asked, setAsked] = useState(false);
  const list = useId();
  const shown = open || asked;
  return (
    <>
      {!open && (
        <button
          type="button"
          class="text-button"
          aria-expanded={asked}
          aria-controls={list}
          aria-label={words().reasonsFor(name)}
          onClick={() => setAsked(!asked)}
        >
          {words().reasons}
        </button>
      )}
      <ul id={list} class="reasons" hidden={!shown}>
        {findings.map((finding) => (
          <li key={finding.rule}>
            {finding.reason}{' '}
            <span class="soft">
              {words().rule(finding.rule, finding.flags.map((flag) => flag.label).join(', '))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
