import { useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import { chosenFaults, chosenIn, type Fault } from '../../../../domain/desk/reminders';
import { zoneOptions } from '../../../../domain/desk/zones';
import type { Choice } from '../../../../domain/reminders';
import { type RemindersFile, saveReminders } from '../../../../sync/desk/reminders';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, Field, Select, showToast } from '../../../../ui';
import { Check } from '../../parts/check';
import { TroubleNote } from '../../parts/trouble-note';
import { todayIn } from '../../parts/when';
import { SlotsForm } from './slots';

const words = () => desk.reminders.form;

const QUIET = { from: '21:00', to: '07:00' };
const LATER_MIN = [30, 60, 120, 180, 240, 360];

export interface RemindersFormProps {
  card: ClientCard;
  file: RemindersFile;
  onSaved: (file: RemindersFile) => void;
  onCancel: () => void;
}

export interface PartProps {
  choice: Choice;
  change: (part: Partial<Choice>) => void;
  /** What to say at a field of this name; nothing while it is all right or was not tried. */
  fault: (field: string) => string | undefined;
}

/** What the client chooses, written down at the desk while she sits there. */
export function RemindersForm({ card, file, onSaved, onCancel }: RemindersFormProps) {
  const [choice, setChoice] = useState<Choice>(() => chosenIn(file));
  const [tried, setTried] = useState(false);
  const saving = useAction();
  const faults = chosenFaults(choice, todayIn(choice.timezone));
  const save = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    const kept = await saving.run(async () => onSaved(await saveReminders(card.id, choice)));
    if (kept) showToast({ text: words().saved });
  };
  const said = (found: Fault | undefined) => found && words().faults[found];
  const part: PartProps = {
    choice,
    change: (change) => setChoice({ ...choice, ...change }),
    fault: (field) => (tried ? said(faults[field]) : undefined) ?? saving.problem?.fields[field],
  };
  return (
    <form class="reminder-form" noValidate onSubmit={save}>
      <div class="stack-tight">
        <h3>{words().title}</h3>
        <p class="small soft">{words().about}</p>
      </div>
      <TroubleNote problem={saving.problem} />
      <SlotsForm {...part} />
      <Where {...part} />
      <When {...part} />
      <div class="row">
        <Button type="submit" busy={saving.busy}>
          {words().save}
        </Button>
        <Button kind="link" onClick={onCancel}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}

function Where({ choice, change, fault }: PartProps) {
  return (
    <div class="reminder-pair">
      <Select
        label={words().zone}
        name="reminder-zone"
        value={choice.timezone}
        error={fault('timezone')}
        options={zoneOptions(choice.timezone)}
        onChange={(timezone) => change({ timezone })}
      />
      <Check
        label={words().follows}
        checked={choice.follows_phone}
        onChange={(follows_phone) => change({ follows_phone })}
      />
    </div>
  );
}

function When({ choice, change, fault }: PartProps) {
  const { quiet, away_until, follow_up_min, calendar } = choice;
  return (
    <>
      <div class="stack-tight">
        <Check
          label={words().quiet}
          checked={quiet !== null}
          onChange={(on) => change({ quiet: on ? QUIET : null })}
        />
        {quiet && (
          <div class="row">
            <Field
              label={words().from}
              name="quiet-from"
              type="time"
              value={quiet.from}
              error={fault('quiet.from')}
              onInput={(from) => change({ quiet: { ...quiet, from } })}
            />
            <Field
              label={words().to}
              name="quiet-to"
              type="time"
              value={quiet.to}
              error={fault('quiet.to')}
              onInput={(to) => change({ quiet: { ...quiet, to } })}
            />
          </div>
        )}
      </div>
      <div class="stack-tight">
        <Check
          label={words().away}
          checked={away_until !== null}
          onChange={(on) => change({ away_until: on ? '' : null })}
        />
        {away_until !== null && (
          <Field
            label={words().back}
            name="away-until"
            type="date"
            value={away_until}
            error={fault('away_until')}
            onInput={(day) => change({ away_until: day })}
          />
        )}
      </div>
      <Select
        label={words().followUp}
        hint={words().followUpHint}
        name="follow-up"
        value={String(follow_up_min ?? '')}
        error={fault('follow_up_min')}
        options={laterOptions(follow_up_min)}
        onChange={(chosen) => change({ follow_up_min: chosen === '' ? null : Number(chosen) })}
      />
      {/* Only her phone knows that its calendar has the times; the desk can end it. */}
      <CalendarCheck calendar={calendar} onChange={(on) => change({ calendar: on })} />
    </>
  );
}

function CalendarCheck({ calendar, onChange }: { calendar: boolean; onChange: (on: boolean) => void }) {
  const [offered] = useState(calendar);
  return offered ? <Check label={words().calendar} checked={calendar} onChange={onChange} /> : null;
}

/** The usual ones, and hers where it is another. */
function laterOptions(own: number | null): { value: string; label: string }[] {
  const minutes =
    own === null || LATER_MIN.includes(own) ? LATER_MIN : [...LATER_MIN, own].sort((a, b) => a - b);
  const named = (after: number) => words().later(desk.reminders.after(after));
  return [
    { value: '', label: words().never },
    ...minutes.map((after) => ({ value: String(after), label: named(after) })),
  ];
}
