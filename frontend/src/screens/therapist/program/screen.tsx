import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Catalogue } from '../../../domain/desk/catalogue';
import { type Draft, longestDay } from '../../../domain/desk/draft';
import { fittedDraft } from '../../../domain/desk/limits';
import { sameAs } from '../../../domain/desk/version';
import { catalogue, drafts, keepDraft, openVerdicts } from '../../../store/desk';
import { type Bench, beginFrom, openBench, readProgram } from '../../../sync/desk/program';
import { useAction } from '../../../sync/desk/use-action';
import { useFreshVerdicts } from '../../../sync/desk/verdicts';
import { desk } from '../../../text/desk';
import { Button, hideToast } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords, todayIn } from '../parts/when';
import './builder.css';
import { CatalogueSide } from './catalogue-side';
import { Chosen } from './chosen';
import { Conflict } from './conflict';
import type { ForClient } from './draft-props';
import { Frame } from './frame';
import { Preview } from './preview';
import { Softened } from './softened';
import { Totals } from './totals';
import { type Saving, useSaving } from './use-saving';

const words = () => desk.builder;

/** The program builder: the catalogue on one side, what was chosen on the other. */
export function Builder({ id }: { id: string }) {
  const opening = useAction();
  const [bench, setBench] = useState<Bench | null>(null);
  const open = () => opening.run(async () => setBench(await openBench(id, todayIn)));
  useEffect(() => {
    void open();
  }, [id]);
  const draft = drafts.value[id];
  const known = catalogue.value;
  const said = openVerdicts.value?.client_id === id ? openVerdicts.value : null;
  if (!bench || !known || !draft || !said) {
    return opening.problem ? (
      <TroubleNote problem={opening.problem} onRetry={() => void open()} />
    ) : (
      <p class="soft">{desk.loading}</p>
    );
  }
  const { name, timezone: zone } = bench.card;
  const client = { name, verdicts: said.all, today: said.today, zone };
  return <Workbench id={id} bench={bench} client={client} known={known} asked={draft} onBench={setBench} />;
}

interface WorkbenchProps {
  id: string;
  bench: Bench;
  client: ForClient;
  known: Catalogue;
  /** As it was asked for; the client's limits come on top. */
  asked: Draft;
  onBench: (bench: Bench) => void;
}

function Workbench({ id, bench, client, known, asked, onBench }: WorkbenchProps) {
  const { route } = useLocation();
  const draft = fittedDraft(client.verdicts, asked, known);
  const flags = useFreshVerdicts(id);
  const [preview, setPreview] = useState(false);
  const [side, setSide] = useState<'chosen' | 'catalogue'>(draft.items.length > 0 ? 'chosen' : 'catalogue');
  const { card, newest } = bench;
  // An "Undo" that outlives the page would bring back a draft that was saved or left.
  useEffect(() => hideToast, []);
  const compare = () => void flags.load();
  const saving = useSaving(
    id,
    draft,
    client,
    bench.softened,
    () => route(`/desk/clients/${id}${bench.linked ? '' : '?handover'}`),
    // What was refused may have been told only now: the marks then say so themselves.
    compare,
  );
  const change = (part: Partial<Draft>) => {
    // The server's marks count places: on other items they would be wrong.
    if (part.items && keysOf(part.items) !== keysOf(draft.items)) saving.forget();
    keepDraft(id, { ...draft, ...part });
  };
  const startFromNewest = async () => {
    const view = await readProgram(id);
    beginFrom(id, view.program, todayIn(card.timezone));
    saving.forget();
    onBench({ ...bench, newest: view.program });
  };
  return (
    <>
      <BackTo id={id} name={card.name} />
      <Heading
        title={words().title}
        eyebrow={newest ? words().next(newest.number + 1) : words().first}
        actions={<Totals draft={draft} />}
      />
      <ReviewLine />
      <Softened decisions={bench.softened} program={newest} />
      <SideSwitch side={side} count={draft.items.length} onSide={setSide} />
      <TroubleNote problem={flags.problem} onRetry={compare} />
      <div class="builder" data-side={side}>
        <CatalogueSide client={client} draft={draft} onChange={change} onStarter={() => setSide('chosen')} />
        <section class="builder-chosen" aria-label={words().chosen.label}>
          <div class="builder-scroll">
            <Chosen client={client} draft={draft} fields={saving.fields} newest={newest} onChange={change} />
            <Frame draft={draft} isFirst={newest === null} fields={saving.fields} onChange={change} />
          </div>
          <TroubleNote problem={saving.note} onRetry={saving.retry} />
          <p role="alert" class="field-error">
            {saving.blocked}
          </p>
          <Foot
            name={card.name}
            draft={draft}
            changed={newest ? !sameAs(asked, newest) : draft.items.length > 0}
            saving={saving}
            onPreview={() => setPreview(true)}
            onDrop={() => beginFrom(id, newest, todayIn(card.timezone))}
          />
        </section>
      </div>
      <Preview card={card} draft={draft} open={preview} onClose={() => setPreview(false)} />
      <Conflict
        conflict={saving.conflict}
        busy={saving.busy}
        onMine={(number) => void saving.save(number)}
        onTheirs={() => void startFromNewest()}
        onClose={saving.forget}
      />
    </>
  );
}

function keysOf(items: Draft['items']): string {
  return items.map((item) => item.key).join();
}

interface SwitchProps {
  side: 'chosen' | 'catalogue';
  count: number;
  onSide: (side: 'chosen' | 'catalogue') => void;
}

/** Only where there is no room for both beside each other. */
function SideSwitch({ side, count, onSide }: SwitchProps) {
  const labels = { chosen: words().chosen.count(count), catalogue: words().catalogue.label };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons that choose what is shown, not a form
    <div class="switch builder-switch" role="group" aria-label={words().title}>
      {(['chosen', 'catalogue'] as const).map((name) => (
        <button key={name} type="button" aria-pressed={side === name} onClick={() => onSide(name)}>
          {labels[name]}
        </button>
      ))}
    </div>
  );
}

interface FootProps {
  name: string;
  draft: Draft;
  /** Whether there is anything to drop. */
  changed: boolean;
  saving: Saving;
  onPreview: () => void;
  onDrop: () => void;
}

/** Stays in sight while the program grows: how long a day is by now, and the way on. */
function Foot({ name, draft, changed, saving, onPreview, onDrop }: FootProps) {
  return (
    <div class="builder-foot">
      <p class="figures">
        <strong>{desk.minutesSeconds(longestDay(draft).dose)}</strong> {words().total.day}
      </p>
      <Button busy={saving.busy} onClick={() => void saving.save()}>
        {saving.busy ? words().giving : words().give(name)}
      </Button>
      <Button kind="quiet" icon="phone" onClick={onPreview}>
        {words().preview}
      </Button>
      {changed && (
        <Button kind="link" onClick={onDrop}>
          {words().discard}
        </Button>
      )}
    </div>
  );
}

function BackTo({ id, name }: { id: string; name: string }) {
  return (
    <div class="builder-back">
      <Button kind="link" icon="back" href={`/desk/clients/${id}`}>
        {name}
      </Button>
    </div>
  );
}

/** Until a clinician has signed this very wording, the page says so. */
function ReviewLine() {
  const signoff = catalogue.value?.signoff;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <p class="small soft builder-review">
      {signoff
        ? words().reviewed(signoff.name, signoff.role, instantWords(signoff.at, zone))
        : words().notReviewed}
    </p>
  );
}
