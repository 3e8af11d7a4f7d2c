import { useEffect, useState } from 'preact/hooks';
import type { Member } from '../../../api/desk';
import { me } from '../../../store/desk';
import { endAway, type OwnAway, readAway, type StandsIn, setAway } from '../../../sync/desk/inbox';
import { type Action, useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Banner, Button, Field, Select, showToast } from '../../../ui';
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
      {!standingIn(action) && <TroubleNote problem={action.problem} />}
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

/** For whom she stands in on the days on which she would be away; null where that is not what kept them from being saved. */
function standingIn({ problem }: Action): readonly StandsIn[] | null {
  return problem?.code === 'stands_in' ? (problem.body.covering as StandsIn[]) : null;
}

function Days({ colleagues, action, onSet }: DaysProps) {
  const today = todayIn(me.value?.practice.timezone ?? 'UTC');
  const [form, setForm] = useState({ from: today, until: '', who: colleagues[0]?.id ?? '' });
  const [tried, setTried] = useState(false);
  const { from, until, who } = form;
  const save = async (handOn: boolean) => {
    setTried(true);
    if (from === '' || until === '') return;
    if (!(await action.run(async () => onSet(await setAway(from, until, who, handOn))))) return;
    showToast({ text: words().saved });
  };
  const held = standingIn(action);
  const people = held?.map((one) =>
    words().span(one.name, plainDay(one.from, today), plainDay(one.until, today)),
  );
  const cover = colleagues.find((member) => member.id === who)?.name ?? '';
  const day = (name: 'from' | 'until') => ({
    label: words()[name],
    name: `away-${name}`,
    type: 'date' as const,
    value: form[name],
    onInput: (value: string) => setForm({ ...form, [name]: value }),
    error: tried && form[name] === '' ? desk.errors.required : action.problem?.fields[name],
  });
  const submit = (event: Event) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form class="stack practice-form" noValidate onSubmit={submit}>
      <Field {...day('from')} {...(people && { error: words().standsIn(people.join(', ')) })} />
      <Field {...day('until')} />
      <Select
        label={words().who}
        name="away-who"
        value={who}
        options={colleagues.map((member) => ({ value: member.id, label: member.name }))}
        onChange={(chosen) => setForm({ ...form, who: chosen })}
        error={action.problem?.fields.covered_by && words().busy}
      />
      {held && (
        <Banner
          tone="warn"
          action={
            <Button kind="quiet" onClick={() => void save(true)} busy={action.busy}>
              {words().handOn(cover)}
            </Button>
          }
        >
          <p>{words().handOnAbout(cover)}</p>
        </Banner>
      )}
      <div>
        <Button type="submit" kind="quiet" busy={action.busy}>
          {words().save}
        </Button>
      </div>
    </form>
  );
}
