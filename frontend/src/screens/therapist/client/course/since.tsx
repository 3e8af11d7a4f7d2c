import type { Start } from '../../../../domain/desk/page/since';
import type { ClientFile } from '../../../../sync/desk/client';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { Button, Select } from '../../../../ui';
import { Section } from '../../parts/page';
import { plainDay } from '../../parts/when';
import { Changed } from './changed';
import { FigureList } from './figures';
import './since.css';
import type { PageData } from './use-page';

export interface SinceProps {
  file: ClientFile;
  data: PageData;
}

/** What happened since the last visit, in figures; then what changed, and why. */
export function Since({ file, data }: SinceProps) {
  const { starts, start, today, figures } = data;
  const base = `/desk/clients/${file.card.id}`;
  const index = starts.indexOf(start);
  return (
    <Section
      title={startWords(start, today)}
      class="since"
      aside={
        <div class="since-ways no-paper">
          <Button kind="link" href={`${base}/print?from=${index}`}>
            {page.since.print}
          </Button>
          <Button kind="link" href={`${base}/report?from=${index}`}>
            {page.since.report}
          </Button>
        </div>
      }
    >
      {figures.practices === 0 && <p class="soft">{page.since.nothing}</p>}
      <FigureList figures={figures} />
      <div class="since-foot no-paper">
        <StartSelect data={data} />
        <details class="since-how">
          <summary class="small">{page.since.how}</summary>
          <ul class="small soft">
            {page.how.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      </div>
      <Changed file={file} data={data} />
    </Section>
  );
}

export function StartSelect({ data: { starts, start, today, choose } }: { data: PageData }) {
  return (
    <Select
      label={page.since.choose}
      name="since"
      value={String(starts.indexOf(start))}
      options={starts.map((one, at) => ({ value: String(at), label: choiceWords(one, today) }))}
      onChange={(value) => choose(Number(value))}
    />
  );
}

export function startWords({ why, date, number }: Start, today: string): string {
  if (why === 'visit') return page.since.visit(plainDay(date, today));
  return why === 'version' ? page.since.version(number ?? 0, plainDay(date, today)) : page.since.weeks;
}

function choiceWords({ why, date, number }: Start, today: string): string {
  const day = date === today ? desk.today : plainDay(date, today);
  if (why === 'visit') return page.since.visitChoice(day);
  return why === 'version' ? page.since.versionChoice(number ?? 0, day) : page.since.weeksChoice;
}
