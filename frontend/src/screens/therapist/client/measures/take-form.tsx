import { useState } from 'preact/hooks';
import type { Reading } from '../../../../domain/measures';
import { type MeasuresFile, takeMeasures } from '../../../../sync/desk/measures';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, PainScale, Select, showToast } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';

const words = () => desk.measures;
const CHANGES = [5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5];

interface TakeFormProps {
  id: string;
  goals: readonly string[];
  /** Whether there is a start to compare with. */
  started: boolean;
  /** Null: nothing was written down. */
  onDone: (file: MeasuresFile | null) => void;
}

/** Measures asked aloud with the client in the room; what is left empty is not written down. */
export function TakeForm({ id, goals, started, onDone }: TakeFormProps) {
  const saving = useAction();
  const [pain, setPain] = useState<number | null>(null);
  const [rated, setRated] = useState<Record<string, number>>({});
  const [change, setChange] = useState('');
  const told = toldIn(pain, rated, goals, change);
  const save = async (event: Event) => {
    event.preventDefault();
    const saved = await saving.run(async (named) => onDone(await takeMeasures(id, told, named)));
    if (saved) showToast({ text: words().saved });
  };
  return (
    <form class="measures-take" noValidate onSubmit={(event) => void save(event)}>
      <h3>{words().takeTitle}</h3>
      <p>{words().pain}</p>
      <PainScale label={words().pain} value={pain} onChange={setPain} />
      {goals.map((goal) => (
        <div key={goal} class="stack-tight">
          <p>{goal}</p>
          <PainScale
            label={goal}
            ends={words().goalEnds}
            value={rated[goal] ?? null}
            onChange={(score) => setRated({ ...rated, [goal]: score })}
          />
        </div>
      ))}
      {goals.length === 0 && (
        <p class="soft">
          {words().noGoals} <a href={`/desk/clients/${id}/intake`}>{words().noGoalsGo}</a>
        </p>
      )}
      {started && (
        <Select
          name="change"
          label={words().change}
          value={change}
          options={[
            { value: '', label: words().changeNone },
            ...CHANGES.map((one) => ({ value: String(one), label: words().changeOf(one) })),
          ]}
          onChange={setChange}
        />
      )}
      <TroubleNote problem={saving.problem} />
      <div class="row">
        <Button type="submit" busy={saving.busy} disabled={told.length === 0}>
          {words().save(told.length)}
        </Button>
        <Button kind="link" onClick={() => onDone(null)}>
          {words().cancel}
        </Button>
      </div>
    </form>
  );
}

function toldIn(
  pain: number | null,
  rated: Readonly<Record<string, number>>,
  goals: readonly string[],
  change: string,
): Pick<Reading, 'measure_id' | 'values'>[] {
  const all = goals.length > 0 && goals.every((goal) => Object.hasOwn(rated, goal));
  return [
    ...(pain === null ? [] : [{ measure_id: 'pain_avg' as const, values: { avg: pain } }]),
    ...(all ? [{ measure_id: 'psfs' as const, values: rated }] : []),
    ...(change === '' ? [] : [{ measure_id: 'groc' as const, values: { change: Number(change) } }]),
  ];
}
