import type { SignIn } from '../../../api/desk';
import { endSignIn } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords } from '../parts/when';
import { browserName } from './browser-name';

const words = () => desk.practice.signIns;

/** Every browser that is signed in as her; a forgotten one is ended from here. */
export function SignIns({
  signIns,
  onChange,
}: {
  signIns: readonly SignIn[];
  onChange: () => Promise<unknown>;
}) {
  const action = useAction();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const end = async (id: string) => {
    if (!(await action.run(() => endSignIn(id)))) return;
    showToast({ text: words().ended });
    await onChange();
  };
  return (
    <Section title={words().title}>
      <TroubleNote problem={action.problem} />
      <ul class="desk-rows">
        {signIns.map((entry) => (
          <li class="device-line" key={entry.id}>
            <div>
              <p>
                {browserName(entry.label)} {entry.current && <span class="soft">({words().this})</span>}
              </p>
              <p class="small soft figures">
                {words().since(instantWords(entry.created_at, zone))} ·{' '}
                {words().seen(instantWords(entry.last_seen_at, zone))}
              </p>
            </div>
            {!entry.current && (
              <Button kind="link" busy={action.busy} onClick={() => void end(entry.id)}>
                {words().end}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
