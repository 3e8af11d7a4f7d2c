import { useState } from 'preact/hooks';
import type { Choice } from '../../../domain/reminders';
import { deviceZone } from '../../../store';
import { reminders as words } from '../../../text/reminders';
import { Banner, Button, Dialog, Field, Icon, Select } from '../../../ui';
import type { Change } from './screen';

const SPANS = [30, 60, 120, 180];
const NIGHT = { from: '22:00', to: '07:00' };

interface MoreProps {
  choice: Choice;
  change: Change;
}

/** What most leave as it is: quiet hours, one more, and whose clock counts. */
export function More({ choice, change }: MoreProps) {
  const here = deviceZone();
  const { follow_up_min, follows_phone, timezone } = choice;
  const spans = follow_up_min === null || SPANS.includes(follow_up_min) ? SPANS : [...SPANS, follow_up_min];
  const more = [{ value: '', label: words.more.no }].concat(
    spans.map((minutes) => ({ value: String(minutes), label: words.more.after(minutes) })),
  );
  const zones = [
    { value: '', label: words.zone.follows(city(here)) },
    ...[...new Set([timezone, here])].map((zone) => ({ value: zone, label: words.zone.stays(city(zone)) })),
  ];
  return (
    <section class="rem-part rem-more">
      {!choice.calendar && <QuietHours choice={choice} change={change} />}
      {!choice.calendar && (
        <Select
          label={words.more.title}
          hint={words.more.text}
          name="follow_up"
          value={String(follow_up_min ?? '')}
          options={more}
          onChange={(value) => void change({ follow_up_min: value === '' ? null : Number(value) })}
        />
      )}
      <Select
        label={words.zone.title}
        name="zone"
        value={follows_phone ? '' : timezone}
        options={zones}
        onChange={(zone) => void change({ timezone: zone || here, follows_phone: zone === '' })}
      />
    </section>
  );
}

function QuietHours({ choice: { quiet }, change }: MoreProps) {
  const [draft, setDraft] = useState<typeof quiet>(null);
  const [unsaved, setUnsaved] = useState(false);
  const keep = async (hours: typeof quiet) => {
    const kept = await change({ quiet: hours });
    setUnsaved(!kept);
    if (kept) setDraft(null);
  };
  return (
    <>
      <button class="rem-quiet" type="button" onClick={() => setDraft(quiet ?? NIGHT)}>
        <span>
          <strong>{words.quiet.title}</strong>
          <span class="soft">{quiet ? words.quiet.range(quiet.from, quiet.to) : words.quiet.none}</span>
        </span>
        <Icon name="next" size={1.25} />
      </button>
      <Dialog title={words.quiet.title} open={draft !== null} onClose={() => setDraft(null)}>
        {draft && (
          <div class="stack rem-sheet">
            <p class="soft">{words.quiet.text}</p>
            <Field
              label={words.quiet.from}
              name="from"
              type="time"
              value={draft.from}
              onInput={(from) => setDraft({ ...draft, from })}
            />
            <Field
              label={words.quiet.to}
              name="to"
              type="time"
              value={draft.to}
              onInput={(to) => setDraft({ ...draft, to })}
            />
            {unsaved && <Banner tone="urgent" title={words.unsaved} />}
            <Button wide disabled={!draft.from || !draft.to} onClick={() => void keep(draft)}>
              {words.save}
            </Button>
            {quiet && (
              <Button kind="quiet" wide onClick={() => void keep(null)}>
                {words.quiet.drop}
              </Button>
            )}
          </div>
        )}
      </Dialog>
    </>
  );
}

/** "Europe/Berlin" is Berlin to a person. */
function city(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
