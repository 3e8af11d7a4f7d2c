import { useState } from 'preact/hooks';
import type { Member } from '../../../api/desk';
import { me } from '../../../store/desk';
import { addMember, endMember } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Confirm, Field, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.practice.members;

interface MembersProps {
  members: readonly Member[];
  owner: boolean;
  onChange: () => Promise<unknown>;
}

/** Who works here. A second therapist sees only the clients that she is given. */
export function Members({ members, owner, onChange }: MembersProps) {
  const [leaving, setLeaving] = useState<Member | null>(null);
  return (
    <Section title={words().title}>
      <ul class="desk-rows">
        {members.map((member) => (
          <li class="device-line" key={member.id}>
            <div>
              <p>
                {member.name} {member.id === me.value?.id && <span class="soft">({words().you})</span>}
              </p>
              <p class="small soft">{member.email}</p>
            </div>
            <div>
              <span class="small soft">{member.role === 'owner' ? words().owner : words().member}</span>
              {owner && member.role !== 'owner' && (
                <Button kind="link" label={words().endOf(member.name)} onClick={() => setLeaving(member)}>
                  {words().end}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      <EndAccess member={leaving} onClose={() => setLeaving(null)} onChange={onChange} />
      {owner && <AddMember onChange={onChange} />}
    </Section>
  );
}

interface EndAccessProps {
  member: Member | null;
  onClose: () => void;
  onChange: () => Promise<unknown>;
}

function EndAccess({ member, onClose, onChange }: EndAccessProps) {
  const action = useAction();
  const end = async () => {
    if (!member || !(await action.run(() => endMember(member.id)))) return;
    showToast({ text: words().ended(member.name) });
    onClose();
    await onChange();
  };
  return (
    <Confirm
      title={words().endTitle(member?.name ?? '')}
      open={member !== null}
      onClose={onClose}
      yes={words().endDo}
      no={desk.cancel}
      onYes={() => void end()}
      busy={action.busy}
    >
      <p>{words().endAbout}</p>
      <TroubleNote problem={action.problem} />
    </Confirm>
  );
}

const EMPTY = { name: '', email: '', password: '' };

function AddMember({ onChange }: { onChange: () => Promise<unknown> }) {
  const [form, setForm] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const action = useAction();
  const add = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(form).some((value) => value.trim() === '')) return;
    if (!(await action.run(() => addMember(form)))) return;
    showToast({ text: words().added(form.name) });
    setForm(EMPTY);
    setTried(false);
    await onChange();
  };
  const field = (name: keyof typeof EMPTY) => ({
    name: `member-${name}`,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
    error: tried && form[name].trim() === '' ? desk.errors.required : action.problem?.fields[name],
  });
  return (
    <details>
      <summary>{words().add}</summary>
      <form class="stack practice-form" noValidate onSubmit={add}>
        <TroubleNote problem={action.problem} />
        <Field label={words().name} {...field('name')} />
        <Field label={words().email} type="email" {...field('email')} />
        <Field
          label={words().password}
          type="password"
          autocomplete="new-password"
          hint={words().passwordHint}
          {...field('password')}
        />
        <div>
          <Button type="submit" kind="quiet" busy={action.busy}>
            {words().submit}
          </Button>
        </div>
      </form>
    </details>
  );
}
