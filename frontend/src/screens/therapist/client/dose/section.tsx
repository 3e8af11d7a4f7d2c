import { useEffect, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import type { DoseFile } from '../../../../api/desk-dose';
import type { Version } from '../../../../domain/program';
import { programTick } from '../../../../store/desk';
import { inEffect, readDose } from '../../../../sync/desk/dose';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Section } from '../../parts/page';
import { TroubleNote } from '../../parts/trouble-note';
import { Bounds } from './bounds';
import './dose.css';
import { Decisions } from './decisions';
import { Step } from './step';

const words = () => desk.dose;

export interface DoseProps {
  card: ClientCard;
  program: Version | null;
  /** Changes whenever something of hers arrived. */
  news: number;
}

/** What the rules changed of her dose and why, the step that they propose, and within which bounds they work. */
export function Dose({ card, program, news }: DoseProps) {
  const loading = useAction();
  const [file, setFile] = useState<DoseFile | null>(null);
  const reload = () => loading.run(async () => setFile(await readDose(card.id)));
  useEffect(() => {
    void reload();
  }, [card.id, news, programTick.value]);
  if (!program) return null;
  const line = file && <Bounds id={card.id} file={file} onFile={setFile} />;
  return (
    <Section title={words().title} aside={line} class="dose-rules">
      <TroubleNote problem={loading.problem} onRetry={() => void reload()} />
      {file && (
        <>
          {file.proposal ? (
            <Step id={card.id} proposal={file.proposal} program={program} onFile={setFile} onStale={reload} />
          ) : (
            <p>{standing(file)}</p>
          )}
          <Decisions id={card.id} file={file} program={program} onFile={setFile} onStale={reload} />
        </>
      )}
    </Section>
  );
}

function standing(file: DoseFile): string {
  const now = file.today ? (words().now[file.today.rule] ?? '') : '';
  return inEffect(file).length === 0 ? `${words().asWritten} ${now}`.trim() : now;
}
