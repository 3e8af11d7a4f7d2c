import { useState } from 'preact/hooks';
import { compared, type Threshold } from '../../../domain/desk/thresholds';
import { moveThresholds, type ThresholdChange, type Thresholds } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, showToast } from '../../../ui';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { deviceZone, instantWords } from '../parts/when';
import { NumberDialog } from './number-dialog';

const words = () => desk.content.numbers;

interface NumbersProps {
  file: Thresholds;
  owner: boolean;
  onChange: (file: Thresholds) => void;
}

/** Every number that may be moved: what it does, why it is what it is, and how it stands to the one delivered. */
export function Numbers({ file, owner, onChange }: NumbersProps) {
  const [changing, setChanging] = useState<Threshold | null>(null);
  const action = useAction();
  const reset = async (one: Threshold) => {
    const back = () => moveThresholds({ [one.id]: one.default }, words().resetReason);
    if (!(await action.run(async () => onChange(await back())))) return;
    showToast({ text: words().resetDone(one.label) });
  };
  return (
    <Section title={words().title} class="content-numbers">
      <p class="small soft">{owner ? words().about : words().ownerOnly}</p>
      <TroubleNote problem={action.problem} />
      <ul class="desk-rows">
        {file.thresholds.map((one) => (
          <li class="content-number" key={one.id}>
            <Said one={one} />
            {owner && (
              <div class="content-acts">
                <Button kind="link" label={words().changeOf(one.label)} onClick={() => setChanging(one)}>
                  {words().change}
                </Button>
                {one.value !== one.default && (
                  <Button
                    kind="link"
                    busy={action.busy}
                    label={words().resetOf(one.label)}
                    onClick={() => void reset(one)}
                  >
                    {words().reset}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ul>
      <History file={file} />
      <NumberDialog threshold={changing} onClose={() => setChanging(null)} onChange={onChange} />
    </Section>
  );
}

function Said({ one }: { one: Threshold }) {
  const { label, value, unit, low, high, why } = one;
  const turn = compared(one, value, one.default);
  return (
    <>
      <p>
        {label}: <strong class="content-value figures">{words().value(value, unit)}</strong>
      </p>
      <div class="content-words small soft">
        <p>{why}</p>
        <p class="figures">
          {turn === 'same'
            ? words().delivered(low, high)
            : words().usual(words().value(one.default, unit), low, high)}
        </p>
        {turn !== 'same' && (
          <span class={turn === 'laxer' ? 'badge badge-urgent' : 'badge badge-calm'}>
            {words().than[turn]}
          </span>
        )}
      </div>
    </>
  );
}

function History({ file: { history, thresholds } }: { file: Thresholds }) {
  const label = (id: string) => thresholds.find((one) => one.id === id)?.label ?? id;
  const who = ({ by, at }: ThresholdChange) => words().by(by.name, instantWords(at, deviceZone()));
  return (
    <details>
      <summary class="small">{words().history}</summary>
      {history.length === 0 && <p class="small soft">{words().none}</p>}
      <ul class="stack-tight small figures">
        {history.map((change) => (
          <li key={change.id}>
            <p>{words().line(label(change.threshold), change.from, change.to)}</p>
            <p class="soft">
              {who(change)}: {change.reason}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}
