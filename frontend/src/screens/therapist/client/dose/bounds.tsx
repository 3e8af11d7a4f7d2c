import { useState } from 'preact/hooks';
import type { DoseBounds, DoseFile } from '../../../../api/desk-dose';
import { writeBounds } from '../../../../sync/desk/dose';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Chip, Chips, Dialog, showToast } from '../../../../ui';
import { Stepper } from '../../parts/stepper';
import { TroubleNote } from '../../parts/trouble-note';
import { deviceZone, instantWords } from '../../parts/when';

const words = () => desk.dose.bounds;

/** Seconds a day. */
const LEAST_S = 180;
const MOST_S = 720;
const STEP_S = 30;
const LANES = ['auto', 'usual', 'slow'] as const;
const MODES = ['suggest', 'auto'] as const;

export interface BoundsProps {
  id: string;
  file: DoseFile;
  onFile: (file: DoseFile) => void;
}

/** Within which bounds the rules work, in one line, and setting them. */
export function Bounds({ id, file, onFile }: BoundsProps) {
  const [open, setOpen] = useState(false);
  const { cap_s, mode } = file.settings;
  return (
    <div class="dose-bounds">
      <span class="figures">{words().line(desk.minutesSeconds(cap_s), file.slow_lane, mode === 'auto')}</span>
      <Button kind="link" onClick={() => setOpen(true)}>
        {words().open}
      </Button>
      <Dialog title={words().open} open={open} onClose={() => setOpen(false)}>
        <BoundsForm
          id={id}
          file={file}
          onFile={(next) => {
            onFile(next);
            setOpen(false);
          }}
        />
      </Dialog>
    </div>
  );
}

function BoundsForm({ id, file, onFile }: BoundsProps) {
  const [bounds, setBounds] = useState<DoseBounds>(file.settings);
  const action = useAction();
  const put = (part: Partial<DoseBounds>) => setBounds({ ...bounds, ...part });
  const submit = async (event: Event) => {
    event.preventDefault();
    const saved = await action.run(async () => onFile(await writeBounds(id, bounds)));
    if (saved) showToast({ text: desk.saved });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Cap cap_s={bounds.cap_s} onChange={(cap_s) => put({ cap_s })} />
      <Choice
        label={words().lane}
        about={words().laneAbout}
        names={LANES}
        said={words().lanes}
        chosen={bounds.lane}
        onChange={(lane) => put({ lane })}
      />
      <Choice
        label={words().mode}
        about={bounds.mode === 'auto' ? words().autoAbout : words().modeAbout}
        names={MODES}
        said={words().modes}
        chosen={bounds.mode}
        onChange={(mode) => put({ mode })}
      />
      {file.set?.by && (
        <p class="small soft">{words().set(file.set.by.name, instantWords(file.set.at, deviceZone()))}</p>
      )}
      <TroubleNote problem={action.problem} />
      <Button type="submit" busy={action.busy}>
        {words().save}
      </Button>
    </form>
  );
}

function Cap({ cap_s, onChange }: { cap_s: number; onChange: (cap_s: number) => void }) {
  const step = (direction: -1 | 1) =>
    onChange(Math.min(MOST_S, Math.max(LEAST_S, cap_s + direction * STEP_S)));
  return (
    <div class="stack-tight">
      <p class="field-label">{words().cap}</p>
      <Stepper
        label={words().cap}
        value={desk.minutesSeconds(cap_s)}
        onStep={step}
        atLeast={cap_s <= LEAST_S}
        atMost={cap_s >= MOST_S}
      />
    </div>
  );
}

interface ChoiceProps<Name extends string> {
  label: string;
  about: string;
  names: readonly Name[];
  said: Record<Name, string>;
  chosen: Name;
  onChange: (name: Name) => void;
}

function Choice<Name extends string>({ label, about, names, said, chosen, onChange }: ChoiceProps<Name>) {
  return (
    <div class="stack-tight">
      <p class="field-label">{label}</p>
      <Chips label={label}>
        {names.map((name) => (
          <Chip key={name} pressed={name === chosen} onToggle={() => onChange(name)}>
            {said[name]}
          </Chip>
        ))}
      </Chips>
      <p class="small soft">{about}</p>
    </div>
  );
}
