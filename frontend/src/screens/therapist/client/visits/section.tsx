import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import { draftOf, freshVisit, isStanding, type Visit, type VisitsFile } from '../../../../domain/desk/visits';
import { visitTick } from '../../../../store/desk';
import { useAction } from '../../../../sync/desk/use-action';
import { readVisits } from '../../../../sync/desk/visits';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { Section } from '../../parts/page';
import { TroubleNote } from '../../parts/trouble-note';
import { todayIn } from '../../parts/when';
import { Course } from './course';
import { VisitForm } from './form';
import { VisitList } from './list';
import './visits.css';

const words = () => desk.visits;

/** What is being written: a new visit, or another entry in place of one. */
type Writing = 'new' | Visit | null;

/** What was done in the room, written down in three taps; and the course that it belongs to. */
export function Visits({ card }: { card: ClientCard }) {
  const loading = useAction();
  const [file, setFile] = useState<VisitsFile | null>(null);
  const [writing, setWriting] = useState<Writing>(null);
  const start = useRef<HTMLDivElement>(null);
  const today = todayIn(card.timezone);
  const reload = () => loading.run(async () => setFile(await readVisits(card.id)));
  useEffect(() => {
    void reload();
  }, [card.id, visitTick.value]);
  const close = () => {
    setWriting(null);
    // Back to where it began: the form is gone, and with it what had the focus.
    requestAnimationFrame(() => start.current?.querySelector('button')?.focus());
  };
  const visits = file?.visits ?? [];
  const old = writing === 'new' ? null : writing;
  return (
    <Section title={words().title} class="visits">
      <TroubleNote problem={loading.problem} onRetry={() => void reload()} />
      <div class="visits-head" ref={start}>
        {writing === null && (
          <Button kind="quiet" icon="edit" disabled={!file} onClick={() => setWriting('new')}>
            {words().write}
          </Button>
        )}
        {file && <Course id={card.id} course={file.course} today={today} onChange={reload} />}
      </div>
      {writing !== null && (
        <VisitForm
          key={old?.id ?? 'new'}
          card={card}
          draft={old ? draftOf(old) : freshVisit(visits, today)}
          old={old}
          today={today}
          onClose={close}
          onStale={reload}
        />
      )}
      {file && !visits.some(isStanding) && writing === null && <p class="soft">{words().none}</p>}
      <VisitList card={card} visits={visits} today={today} onCorrect={setWriting} onStale={reload} />
    </Section>
  );
}
