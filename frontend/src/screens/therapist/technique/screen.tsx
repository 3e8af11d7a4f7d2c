import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { blankTechnique, draftOf, type OwnTechnique } from '../../../domain/desk/own-technique';
import { ownDrafts } from '../../../store/desk-content';
import { openTable, type Table } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, showToast } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { Editor } from './editor';
import './technique.css';

const words = () => desk.content;

/** Writing a technique of the practice's own: a new one where `id` is null. */
export function TechniquePage({ id }: { id: string | null }) {
  const opening = useAction();
  const [table, setTable] = useState<Table | null>(null);
  const [gone, setGone] = useState(false);
  const open = () =>
    opening.run(async () => {
      const found = await openTable(id);
      setTable(found);
      setGone(found === null);
    });
  useEffect(() => {
    void open();
  }, [id]);
  return (
    <>
      <div class="content-back">
        <Button kind="link" icon="back" href="/desk/content">
          {words().backToContent}
        </Button>
      </div>
      {!table && <Heading title={words().editor.newTitle} />}
      <TroubleNote problem={opening.problem} onRetry={() => void open()} />
      {gone && <p>{words().editor.gone}</p>}
      {!table && !gone && !opening.problem && <p class="soft">{desk.loading}</p>}
      {table && <Desk table={table} />}
    </>
  );
}

/** The table with what lies on it: the draft, or the technique as it is kept. */
function Desk({ table }: { table: Table }) {
  const { route } = useLocation();
  const [own, setOwn] = useState<OwnTechnique | null>(table.own);
  const key = own?.id ?? 'new';
  const draft = ownDrafts.value[key] ?? (own ? draftOf(own) : blankTechnique());
  const done = (saved: OwnTechnique) => {
    showToast({ text: words().editor.saved(saved.name) });
    route('/desk/content');
  };
  return <Editor table={table} own={own} draftKey={key} draft={draft} onOwn={setOwn} onDone={done} />;
}
