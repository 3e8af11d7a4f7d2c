import { useEffect, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import type { LogRow } from '../../../../domain/desk/course';
import { type OverWeeks, readOverWeeks } from '../../../../sync/desk/measures';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Section } from '../../parts/page';
import { TroubleNote } from '../../parts/trouble-note';
import { ConsistencyPart } from './consistency';
import './measures.css';
import { MeasuresPart } from './measures';

/** Kinds of log that may change what stands here. */
const TELLS = ['measure', 'intake', 'session', 'hurt', 'reaction', 'void'];

export interface OverWeeksProps {
  card: ClientCard;
  /** The logs that the page has read so far; what is new among them is asked for anew. */
  rows: readonly LogRow[] | null;
}

/** How she does over weeks: her measures against the start, and how steadily she practises. */
export function OverWeeksPart({ card, rows }: OverWeeksProps) {
  const loading = useAction();
  const [file, setFile] = useState<OverWeeks | null>(null);
  const reload = () => loading.run(async () => setFile(await readOverWeeks(card.id)));
  const newest = rows?.find((row) => TELLS.includes(row.log.kind))?.seq ?? 0;
  useEffect(() => {
    void reload();
  }, [card.id, newest]);
  if (!file)
    return (
      <Section title={desk.measures.title}>
        <TroubleNote problem={loading.problem} onRetry={() => void reload()} />
        {!loading.problem && <p class="soft">{desk.loading}</p>}
      </Section>
    );
  return (
    <>
      <TroubleNote problem={loading.problem} onRetry={() => void reload()} />
      <MeasuresPart
        id={card.id}
        file={file.measures}
        today={file.consistency.today}
        onTaken={(measures) => setFile({ ...file, measures })}
      />
      <ConsistencyPart numbers={file.consistency} />
    </>
  );
}
