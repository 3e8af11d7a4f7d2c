import { isSince } from '../../../../domain/desk/page/since';
import { me } from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import { body } from '../../../../text/body';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { doseWords } from '../../parts/dose-words';
import { Heading } from '../../parts/page';
import { plainDay } from '../../parts/when';
import { setsOf, WeekPictures } from './body-weeks';
import { Changed } from './changed';
import { FigureList } from './figures';
import { Graph } from './graph';
import { MeasuresTold } from './measures-told';
import { Paper } from './paper';
import { ResponseTable } from './response';
import { startWords } from './since';
import { textOf } from './timeline';
import type { PageData } from './use-page';

const words = () => page.print;
/** What one page holds; the rest is named by its number. */
const CHANGES = 4;
const TECHNIQUES = 6;
const SAID = 3;
const WEEKS = 4;

/** Everything for a visit on one sheet of A4. */
export function PrintPage({ id }: { id: string }) {
  return <Paper id={id} sheet={(file, data) => <Sheet file={file} data={data} />} />;
}

interface SheetProps {
  file: ClientFile;
  data: PageData;
}

function Sheet({ file, data }: SheetProps) {
  const { today, start, told, figures } = data;
  const sets = setsOf(told);
  return (
    <>
      <Heading
        title={words().title(file.card.name)}
        line={`${startWords(start, today)} · ${words().line(me.value?.practice.name ?? '', plainDay(today, ''))}`}
      />
      <FigureList figures={figures} />
      <MeasuresTold id={file.card.id} today={today} />
      <div class="paper-pair">
        <Changed file={file} data={data} most={CHANGES} heading="h2" />
        <div class="paper-column">
          <Given file={file} />
          <Said data={data} />
        </div>
      </div>
      <Graph file={file} data={data} still="weeks12" />
      <div class="paper-pair">
        <section>
          <h2>{page.response.title}</h2>
          <ResponseTable file={file} data={data} most={TECHNIQUES} />
        </section>
        <section>
          <h2>{body.changeTitle}</h2>
          {sets.length > 0 ? (
            <WeekPictures sets={sets} today={today} most={WEEKS} />
          ) : (
            <p class="small soft">{page.body.nothing}</p>
          )}
        </section>
      </div>
      <p class="paper-foot small soft">
        {words().told} {page.response.about} {words().counts}
      </p>
    </>
  );
}

function Given({ file: { program } }: { file: ClientFile }) {
  const items = program.program?.items ?? [];
  return (
    <section class="given">
      <h2>{words().program}</h2>
      <ul>
        {items.slice(0, TECHNIQUES).map((item) => (
          <li key={item.key}>
            <strong>{item.snapshot.name}</strong>{' '}
            <span class="small soft">
              {desk.level(item.level)} · {doseWords(item.dose).join('; ')}
            </span>
          </li>
        ))}
      </ul>
      {items.length > TECHNIQUES && <p class="small soft">{words().more(items.length - TECHNIQUES)}</p>}
    </section>
  );
}

/** Notes and questions since the start, the newest first. */
function Said({ data }: { data: PageData }) {
  const said = saidSince(data);
  if (said.length === 0) return null;
  return (
    <section class="said">
      <h2>{words().asked}</h2>
      <ul>
        {said.slice(0, SAID).map(({ log }) => (
          <li key={log.id} class="small">
            <span class="soft">{plainDay(log.local_date, data.today)}</span> <q>{textOf(log)}</q>
          </li>
        ))}
      </ul>
      {said.length > SAID && <p class="small soft">{words().more(said.length - SAID)}</p>}
    </section>
  );
}

export function saidSince({ told, start }: PageData): PageData['told']['rows'] {
  const since = told.rows.filter(
    ({ log }) =>
      (log.kind === 'note' || log.kind === 'question') && isSince(start, log.local_date, log.recorded_at),
  );
  return since.reverse();
}
