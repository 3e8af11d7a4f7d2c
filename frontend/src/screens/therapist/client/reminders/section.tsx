import { useEffect, useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import type { ClientRow } from '../../../../domain/desk/attention';
import { type RemindersFile, readReminders } from '../../../../sync/desk/reminders';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { Section } from '../../parts/page';
import { TroubleNote } from '../../parts/trouble-note';
import { Chosen } from './chosen';
import { RemindersForm } from './form';
import './reminders.css';
import { Standing } from './standing';
import { TestPhone } from './test-phone';
import { nextWords } from './words';

const words = () => desk.reminders;

export interface RemindersProps {
  card: ClientCard;
  row: ClientRow | null;
  /** Changes with whatever came in: her phone may have chosen anew. */
  news: number;
}

/** When she is reminded, whether it arrives, and setting it together in the room. */
export function Reminders({ card, row, news }: RemindersProps) {
  const loading = useAction();
  const [file, setFile] = useState<RemindersFile | null>(null);
  const [editing, setEditing] = useState(false);
  const reload = () => loading.run(async () => setFile(await readReminders(card.id)));
  useEffect(() => {
    void reload();
  }, [card.id, news, row?.reminders.state]);
  const saved = (fresh: RemindersFile) => {
    setFile(fresh);
    setEditing(false);
  };
  return (
    <Section title={words().title} aside={file && nextWords(file)} class="reminders">
      <TroubleNote problem={loading.problem} onRetry={() => void reload()} />
      {!file && loading.busy && <p class="soft">{desk.loading}</p>}
      {file && <Standing proof={row?.reminders ?? null} file={file} zone={card.timezone} />}
      {file && !editing && (
        <>
          <Chosen file={file} zone={card.timezone} />
          <div class="row reminders-actions">
            <Button kind="quiet" onClick={() => setEditing(true)}>
              {file.slots.length === 0 ? words().set : words().change}
            </Button>
            <TestPhone
              id={card.id}
              able={file.browsers > 0}
              said={row?.reminders.state === 'failed'}
              onTold={reload}
            />
          </div>
        </>
      )}
      {file && editing && (
        <RemindersForm card={card} file={file} onSaved={saved} onCancel={() => setEditing(false)} />
      )}
    </Section>
  );
}
