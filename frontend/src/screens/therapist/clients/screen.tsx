import { useState } from 'preact/hooks';
import { byNeed, type ClientRow, named, needsHer } from '../../../domain/desk/attention';
import { pushLost } from '../../../push';
import { clients, me } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Button, Field } from '../../../ui';
import { todayIn } from '../parts/when';
import { AddClient } from './add-client';
import './clients.css';
import { ClientLine } from './line';

const words = () => desk.list;

/** Everybody, sorted by who needs her. On a wide page it stands beside the inbox, or the client that is open. */
export function Clients({ openId, alone }: { openId: string | null; alone: boolean }) {
  const [text, setText] = useState('');
  const [adding, setAdding] = useState(false);
  const rows = clients.value;
  if (rows === null) return <div class="clients soft">{desk.loading}</div>;
  const today = todayIn(me.value?.practice.timezone ?? 'UTC');
  const sorted = byNeed(rows, today);
  const shown = named(sorted, text);
  return (
    <section class="clients" aria-label={words().title}>
      <div class="clients-head">
        {alone ? <h1>{words().title}</h1> : <h2 class="clients-title">{words().title}</h2>}
        <Button kind="quiet" icon="plus" onClick={() => setAdding(!adding)}>
          {desk.add.open}
        </Button>
      </div>
      {adding && <AddClient onCancel={() => setAdding(false)} />}
      {alone && <p class="soft small">{summary(sorted, today)}</p>}
      {pushLost.value && (
        <Button kind="link" icon="warning" href="/desk/practice">
          {desk.reminders.alerts.lost}
        </Button>
      )}
      {rows.length > 5 && (
        <Field label={words().search} name="find-client" type="search" value={text} onInput={setText} />
      )}
      <ul class="clients-list">
        {shown.map((row) => (
          <ClientLine key={row.id} row={row} today={today} open={row.id === openId} />
        ))}
      </ul>
      {shown.length === 0 && <p class="soft">{words().none(text)}</p>}
    </section>
  );
}

function summary(rows: readonly ClientRow[], today: string): string {
  const need = rows.filter((row) => needsHer(row, today)).length;
  return words().need(need, rows.length - need);
}
