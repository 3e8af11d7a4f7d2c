import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { openLogs } from '../../../../store/desk';
import { type ClientFile, readFile } from '../../../../sync/desk/client';
import { openLogsOf } from '../../../../sync/desk/clients';
import { loadCatalogue } from '../../../../sync/desk/program';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { Button } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';
import './paper.css';
import { StartSelect } from './since';
import { type PageData, usePage } from './use-page';

export interface PaperProps {
  id: string;
  /** Choices that stand above the sheet and are not printed. */
  choices?: ComponentChildren;
  sheet: (file: ClientFile, data: PageData) => ComponentChildren;
}

/** A sheet of paper about one client, as it will be printed, with what there is to choose above it. */
export function Paper({ id, ...rest }: PaperProps) {
  const opening = useAction();
  const [file, setFile] = useState<ClientFile | null>(null);
  const open = () =>
    void opening.run(async () => {
      const [found] = await Promise.all([readFile(id), openLogsOf(id), loadCatalogue()]);
      setFile(found);
    });
  useEffect(open, [id]);
  if (file) return <Filled file={file} {...rest} />;
  if (opening.problem) return <TroubleNote problem={opening.problem} onRetry={open} />;
  return <p class="soft">{desk.loading}</p>;
}

function Filled({ file, choices, sheet }: Omit<PaperProps, 'id'> & { file: ClientFile }) {
  const open = openLogs.value;
  const asked = Number(new URLSearchParams(location.search).get('from'));
  const { data, problem, retry } = usePage(file, open?.client_id === file.card.id ? open.rows : null, asked);
  return (
    <>
      <div class="paper-bar no-paper">
        <Button kind="link" icon="back" href={`/desk/clients/${file.card.id}`}>
          {file.card.name}
        </Button>
        {data && <StartSelect data={data} />}
        <Button onClick={() => print()} disabled={!data}>
          {page.print.print}
        </Button>
      </div>
      <TroubleNote problem={problem} onRetry={retry} />
      {choices}
      {data ? (
        <article class="paper">{sheet(file, data)}</article>
      ) : (
        !problem && <p class="soft">{desk.loading}</p>
      )}
    </>
  );
}
