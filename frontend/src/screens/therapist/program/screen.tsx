import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Draft } from '../../../domain/desk/draft';
import { catalogue, drafts, keepDraft } from '../../../store/desk';
import { type Bench, beginFrom, openBench, readProgram } from '../../../sync/desk/program';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords, todayIn } from '../parts/when';
import './builder.css';
import { CatalogueSide } from './catalogue-side';
import { Chosen } from './chosen';
import { Conflict } from './conflict';
import { Frame } from './frame';
import { Preview } from './preview';
import { Totals } from './totals';
import { useSaving } from './use-saving';

const words = desk.builder;

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
  if (!bench || !known || !draft) {
    return opening.problem ? (
      <TroubleNote problem={opening.problem} onRetry={() => void open()} />
    ) : (
      <p class="soft">{desk.loading}</p>
    );
  }
  return <Workbench id={id} bench={bench} draft={draft} onBench={setBench} />;
}

interface WorkbenchProps {
  id: string;
  bench: Bench;
  draft: Draft;
  onBench: (bench: Bench) => void;
}

function Workbench({ id, bench, draft, onBench }: WorkbenchProps) {
  const { route } = useLocation();
  const [preview, setPreview] = useState(false);
  const { card, newest } = bench;
  const change = (part: Partial<Draft>) => keepDraft(id, { ...draft, ...part });
  const saving = useSaving(
    id,
    draft,
    (linked) => route(`/desk/clients/${id}${linked ? '' : '?handover'}`),
    bench.linked,
  );
  const startFromNewest = async () => {
    const view = await readProgram(id);
    beginFrom(id, view.program, todayIn(card.timezone));
    saving.forget();
    onBench({ ...bench, newest: view.program });
  };
  return (
    <>
      <Heading
        title={words.title}
        eyebrow={newest ? words.next(card.name, newest.number + 1) : words.first(card.name)}
        actions={<Totals draft={draft} />}
      />
      <ReviewLine />
      <div class="builder">
        <CatalogueSide draft={draft} onChange={change} />
        <section class="builder-chosen" aria-label={words.chosen.label}>
          <Chosen draft={draft} fields={saving.fields} onChange={change} />
          <Frame draft={draft} isFirst={newest === null} fields={saving.fields} onChange={change} />
          <TroubleNote problem={saving.note} onRetry={saving.retry} />
          <p role="alert" class="field-error">
            {saving.blocked}
          </p>
          <div class="row builder-foot">
            <Button busy={saving.busy} onClick={() => void saving.save()}>
              {saving.busy ? words.giving : words.give(card.name)}
            </Button>
            <Button kind="quiet" icon="phone" onClick={() => setPreview(true)}>
              {words.preview}
            </Button>
            <Button kind="link" onClick={() => beginFrom(id, newest, todayIn(card.timezone))}>
              {words.discard}
            </Button>
            <Button kind="link" href={`/desk/clients/${id}`}>
              {words.back(card.name)}
            </Button>
          </div>
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

/** Until a clinician has signed this very wording, the page says so. */
function ReviewLine() {
  const signoff = catalogue.value?.signoff;
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <p class="small soft builder-review">
      {signoff
        ? words.reviewed(signoff.name, signoff.role, instantWords(signoff.at, zone))
        : words.notReviewed}
    </p>
  );
}
