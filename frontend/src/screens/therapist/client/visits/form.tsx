import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import type { Refused } from '../../../../api/desk-call';
import type { Area } from '../../../../domain/body-places';
import {
  gentleAfter,
  isLeast,
  isMost,
  stepped,
  type Visit,
  type VisitDraft,
  visitFaults,
  WORK,
  type Work,
} from '../../../../domain/desk/visits';
import { useAction } from '../../../../sync/desk/use-action';
import { keepVisit } from '../../../../sync/desk/visits';
import { desk } from '../../../../text/desk';
import { Banner, Button, Chip, Chips, Field, showToast } from '../../../../ui';
import { BodyPicker } from '../../../../ui/body-map';
import { Stepper } from '../../parts/stepper';
import { TroubleNote } from '../../parts/trouble-note';
import { untilWords } from './words';

const words = () => desk.visits.form;
const LONGEST = 2000;
/** The strength of a mark that has none. */
const PLAIN = 1;

export interface VisitFormProps {
  card: ClientCard;
  draft: VisitDraft;
  /** The entry whose place it takes, if any. */
  old: Visit | null;
  today: string;
  onClose: () => void;
  /** Somebody was quicker: the list has to be read anew. */
  onStale: () => Promise<unknown>;
}

/** Day and minutes are there already: how it was done, and save. */
export function VisitForm({ card, draft: begun, old, today, onClose, onStale }: VisitFormProps) {
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const saving = useAction();
  const form = useFirstChoice();
  const set = (change: Partial<VisitDraft>) => setDraft({ ...draft, ...change });
  const faults = tried ? visitFaults(draft, today) : {};
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    const { kind } = draft;
    if (kind === null || Object.keys(visitFaults(draft, today)).length > 0) return;
    const done = await saving.run(async (named) => {
      const kept = await keepVisit(card.id, named, { ...draft, kind }, old?.id ?? null);
      const until = gentleAfter(kept, Date.now());
      showToast({ text: until === null ? words().savedOnly : words().saved(untilWords(until, card)) });
    });
    if (done) onClose();
  };
  return (
    <form
      class="visit-form"
      ref={form}
      noValidate
      onSubmit={submit}
      onKeyDown={keepInside}
      aria-label={old ? words().correct : words().title}
    >
      <How kind={draft.kind} fault={faults.kind !== undefined} onChange={(kind) => set({ kind })} />
      <div class="visit-when">
        <Field
          label={words().day}
          name="visit-day"
          type="date"
          max={today}
          value={draft.on}
          onInput={(on) => set({ on })}
          error={faults.on && words().faults[faults.on]}
        />
        <Minutes minutes={draft.minutes} onChange={(minutes) => set({ minutes })} />
      </div>
      <More draft={draft} onChange={set} />
      <Trouble problem={saving.problem} onStale={onStale} onClose={onClose} />
      <div class="row">
        <Button type="submit" busy={saving.busy}>
          {words().save}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {desk.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The one question that is open has the focus: the keyboard needs no way to it. */
function useFirstChoice() {
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>('.chip')?.focus({ preventScroll: true });
    form.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return form;
}

interface HowProps {
  kind: Work | null;
  fault: boolean;
  onChange: (kind: Work) => void;
}

function How({ kind, fault, onChange }: HowProps) {
  return (
    <div class="stack-tight">
      <p class="field-label">{words().how}</p>
      <Chips label={words().how}>
        {WORK.map((one) => (
          <Chip key={one} pressed={one === kind} onToggle={() => onChange(one)}>
            {words().kind[one]}
          </Chip>
        ))}
      </Chips>
      <p class="field-hint">{words().howHint}</p>
      {fault && (
        <p class="field-error" role="alert">
          {words().faults.kind}
        </p>
      )}
    </div>
  );
}

function Minutes({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  return (
    <div class="field">
      <p class="field-label">{words().minutes}</p>
      <Stepper
        label={words().minutes}
        value={words().min(minutes)}
        onStep={(direction) => onChange(stepped(minutes, direction))}
        atLeast={isLeast(minutes)}
        atMost={isMost(minutes)}
      />
    </div>
  );
}

interface MoreProps {
  draft: VisitDraft;
  onChange: (change: Partial<VisitDraft>) => void;
}

/** What can stay empty; the body is drawn only where somebody looks. */
function More({ draft, onChange }: MoreProps) {
  const { regions, note, reaction } = draft;
  const [open, setOpen] = useState(regions.length > 0 || note !== '' || reaction !== '');
  const marks = regions.map((area: Area) => ({ ...area, strength: PLAIN }));
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words().more}</summary>
      {open && (
        <div class="visit-more">
          <p class="field-hint">{words().moreHint}</p>
          <div class="stack visit-where">
            <p class="field-label">{words().where}</p>
            <BodyPicker
              plain
              sides={desk.sides}
              value={marks}
              onChange={(places) =>
                onChange({ regions: places.map(({ region, side }) => ({ region, side })) })
              }
            />
          </div>
          <div class="stack">
            <Field
              label={words().note}
              hint={words().noteHint}
              name="visit-note"
              multiline
              maxlength={LONGEST}
              value={note}
              onInput={(text) => onChange({ note: text })}
            />
            <Field
              label={words().reaction}
              name="visit-reaction"
              multiline
              maxlength={LONGEST}
              value={reaction}
              onInput={(text) => onChange({ reaction: text })}
            />
          </div>
        </div>
      )}
    </details>
  );
}

/** Enter in the search for a place finds a place; it sends no visit. */
function keepInside(event: KeyboardEvent): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.type === 'search')
    event.preventDefault();
}

interface TroubleProps {
  problem: Refused | null;
  onStale: () => Promise<unknown>;
  onClose: () => void;
}

function Trouble({ problem, onStale, onClose }: TroubleProps) {
  if (problem?.trouble !== 'conflict') return <TroubleNote problem={problem} />;
  const look = () => {
    onClose();
    void onStale();
  };
  return (
    <Banner
      tone="warn"
      icon="warning"
      action={
        <Button kind="link" onClick={look}>
          {desk.visits.look}
        </Button>
      }
    >
      <p>{desk.visits.changed}</p>
    </Banner>
  );
}
