import type { LogRow } from '../../../domain/desk/course';
import { newsOf, type TechniqueNews } from '../../../domain/desk/technique-news';
import type { Item, Version } from '../../../domain/program';
import { Pictogram } from '../../../pictograms';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { daysWords, doseWords } from '../parts/dose-words';
import { Section } from '../parts/page';
import { dayWords, plainDay } from '../parts/when';
import { Compared, ItemStanding } from './standing';

const words = () => desk.client.program;

export interface ProgramListProps {
  program: Version | null;
  today: string;
  clientId: string;
  rows: readonly LogRow[];
}

/** The newest version, technique by technique. */
export function ProgramList({ program, today, clientId, rows }: ProgramListProps) {
  if (!program) {
    return (
      <Section title={words().title}>
        <p class="soft">{words().none}</p>
        <div>
          <Button href={`/desk/clients/${clientId}/program`}>{desk.client.write}</Button>
        </div>
      </Section>
    );
  }
  return (
    <Section title={words().title} aside={frameWords(program, today)}>
      <Compared program={program} clientId={clientId} />
      <ul class="desk-rows">
        {program.items.map((item) => (
          <ProgramLine
            key={item.key}
            item={item}
            news={newsOf(rows, item.technique_id, today)}
            today={today}
            clientId={clientId}
          />
        ))}
      </ul>
    </Section>
  );
}

function frameWords(program: Version, today: string): string {
  const parts = [
    words().version(program.number),
    daysWords(program.days),
    desk.minutesSeconds(program.dose_s),
  ];
  if (program.starts_on > today) parts.push(words().starts(plainDay(program.starts_on, today)));
  return parts.join(' · ');
}

interface LineProps {
  item: Item;
  news: TechniqueNews;
  today: string;
  clientId: string;
}

function ProgramLine({ item, news, today, clientId }: LineProps) {
  const side = item.side === 'both' ? '' : desk.side(item.side);
  return (
    <li class="program-line">
      <Pictogram
        technique={item.technique_id}
        level={item.level}
        side={item.side}
        photo={item.technique?.photo}
      />
      <div class="program-words">
        <p class="program-name">{item.snapshot.name}</p>
        <p class="small soft">
          {[desk.level(item.level), side, item.days ? daysWords(item.days) : ''].filter(Boolean).join(' · ')}
        </p>
        {item.note && <p class="small">{words().note(item.note)}</p>}
        <ItemStanding item={item} clientId={clientId} />
      </div>
      <div class="program-dose small figures">
        {doseWords(item.dose).map((line) => (
          <p key={line}>{line}</p>
        ))}
        <News news={news} today={today} />
      </div>
    </li>
  );
}

/** What the last two weeks say about this technique. */
function News({ news, today }: { news: TechniqueNews; today: string }) {
  const { hurts, skipped, easing } = news;
  const last = hurts[0];
  const quiet = [
    skipped > 0 && words().skipped(skipped),
    easing && desk.client.logs.tender(easing.start, easing.end),
  ].filter(Boolean);
  return (
    <>
      {last && (
        <p class="program-hurt">
          {words().hurt(desk.feeling(last.feeling), hurts.length, dayWords(last.date, today))}
        </p>
      )}
      {quiet.length > 0 && <p>{quiet.join(', ')}</p>}
    </>
  );
}
