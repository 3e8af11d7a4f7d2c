import { useEffect, useState } from 'preact/hooks';
import type { Member } from '../../../api/desk';
import { me } from '../../../store/desk';
import { endAway, type OwnAway, readAway, setAway } from '../../../sync/desk/inbox';
import { type Action, useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Field, Select, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { plainDay, todayIn } from '../parts/when';

const words = () => desk.inbox.away;

/** Who sees her clients while she is away, and from when until when. */
export function Away({ members }: { members: readonly Member[] }) {
  const action = useAction();
  const [own, setOwn] = useState<OwnAway | null>(null);
  useEffect(() => {
    void action.run(async () => setOwn(await readAway()));
  }, []);
  const colleagues = members.filter((member) => member.id !== me.value?.id);
  const end = async () => {
    if (!(await action.run(endAway))) return;
    setOwn((before) => before && { ...before, away: null });
    showToast({ text: words().ended });
  };
  return (
    <Section title={words().title}>
      <p class="small soft">{words().about}</p>
      {own && <Now own={own} />}
      {own?.away && (
        <div>
          <Button kind="quiet" onClick={() => void end()} busy={action.busy}>
            {words().end}
          </Button>
        </div>
      )}
      {own && !own.away && colleagues.length > 0 && (
        <Days colleagues={colleagues} action={action} onSet={setOwn} />
      )}
      {own && colleagues.length === 0 && <p class="soft">{words().nobody}</p>}
      <TroubleNote problem={action.problem} />
    </Section>
  );
}

function Now({ own }: { own: OwnAway }) {
  const today = todayIn(me.value?.practice.timezone ?? 'UTC');
  const named = (day: string) => plainDay(day, today);
  return (
    <>
      {own.away ? (
        <p>{words().set(own.away.covered_by.name, named(own.away.from), named(own.away.until))}</p>
      ) : (
        <p>{words().none}</p>
      )}
      {own.covering.map((one) => (
        <p key={one.therapist_id}>{desk.inbox.covering(one.name, named(one.until))}</p>
      ))}
    </>
  );
}

interface DaysProps {
  colleagues: readonly Member[];
  action: Action;
  onSet: (own: OwnAway) => void;
}

function Days({ colleagues, action, onSet }: DaysProps) {
  const today = todayIn(me.value?.practice.timezone ?? 'UTC');
  const [form, setForm] = useState({ from: today, until: '', who: colleagues[0]?.id ?? '' });
  const [tried, setTried] = useState(false);
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (form.from === '' || form.until === '') return;
    if (!(await action.run(async () => onSet(await setAway(form.from, form.until, form.who))))) return;
    showToast({ text: words().saved });
  };
  const day = (name: 'from' | 'until') => ({
    label: words()[name],
    name: `away-${name}`,
    type: 'date' as const,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
    error: tried && form[name] === '' ? desk.errors.required : action.problem?.fields[name],
  });
  return (
    <form class="stack practice-form" noValidate onSubmit={save}>
      <Field {...day('from')} />
      <Field {...day('until')} />
      <Select
        label={words().who}
        name="away-who"
        value={form.who}
        options={colleagues.map((member) => ({ value: member.id, label: member.name }))}
        onChange={(who) => setForm({ ...form, who })}
        error={action.problem?.fields.covered_by && words().busy}
      />
      <div>
        <Button type="submit" kind="quiet" busy={action.busy}>
          {words().save}
        </Button>
      </div>
    </form>
  );
}
