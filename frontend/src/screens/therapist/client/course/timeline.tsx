import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { VersionSummary } from '../../../../api/desk';
import type { DoseKept } from '../../../../api/desk-dose';
import type { LogRow } from '../../../../domain/desk/course';
import { strongPain } from '../../../../domain/desk/felt';
import type { Alert } from '../../../../domain/desk/inbox';
import type { ReactionLog } from '../../../../domain/desk/page/facts';
import { type Entry, timeline } from '../../../../domain/desk/page/timeline';
import type { Visit } from '../../../../domain/desk/visits';
import { type HurtLog, isHurt } from '../../../../domain/logs';
import { catalogue } from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import { body } from '../../../../text/body';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { Button } from '../../../../ui';
import { rankWords, whyWords } from '../../parts/inbox-words';
import { techniqueName } from '../../parts/names';
import { Section } from '../../parts/page';
import { instantWords, plainDay } from '../../parts/when';
import { DecisionWords } from './changed';
import './timeline.css';
import type { PageData } from './use-page';

const words = () => page.time;
const AT_ONCE = 12;

export interface TimelineProps {
  file: ClientFile;
  data: PageData;
}

/** Versions, decisions, visits, alerts and how each was dealt with, notes and questions: one line of time, newest first. */
export function Timeline({ file, data }: TimelineProps) {
  const { told, decisions, visits, alerts } = data;
  const { versions } = file.program;
  const gate = catalogue.value?.pain_gate;
  const entries = useMemo(
    () => timeline(told, versions, decisions, visits, alerts, gate),
    [told, versions, decisions, visits, alerts, gate],
  );
  const [shown, setShown] = useState(AT_ONCE);
  if (entries.length === 0) return null;
  return (
    <Section title={words().title}>
      <ol class="timeline">
        {entries.slice(0, shown).map((entry) => (
          <li key={entry.id} class={`timeline-${entry.kind}`}>
            <p class="timeline-when small soft figures">{instantWords(entry.at, file.card.timezone)}</p>
            <div class="timeline-words">
              <span class="badge">{badgeOf(entry)}</span>
              <div>
                <EntryWords entry={entry} file={file} data={data} />
                <Closed entry={entry} alerts={alerts} zone={file.card.timezone} />
              </div>
            </div>
          </li>
        ))}
      </ol>
      {entries.length > shown && (
        <div class="no-paper">
          <Button kind="quiet" onClick={() => setShown(shown + 2 * AT_ONCE)}>
            {words().more}
          </Button>
        </div>
      )}
    </Section>
  );
}

type Any = Entry<VersionSummary, DoseKept>;

function badgeOf(entry: Any): string {
  return entry.kind === 'alert' ? rankWords(entry.alert) : words().kind[entry.kind];
}

/** How it was dealt with in the inbox: of what is an alert, or raised one. */
function Closed({ entry, alerts, zone }: { entry: Any; alerts: readonly Alert[]; zone: string }) {
  const { outcome, by, closed_at } =
    alerts.find((one) => one.outcome && (one.id === entry.id || one.source_id === entry.id)) ?? {};
  if (!outcome || !by || !closed_at) return null;
  return (
    <p class="small timeline-closed">
      {desk.inbox.closedBy(desk.inbox.outcome[outcome], by, instantWords(closed_at, zone))}
    </p>
  );
}

function EntryWords({ entry, file, data }: TimelineProps & { entry: Any }) {
  const name = (id: string) => techniqueName(id, file.program.program);
  switch (entry.kind) {
    case 'version':
      return (
        <Two first={words().version(entry.version.number)}>
          {[entry.version.reason, entry.version.author.name].filter(Boolean).join(' · ')}
        </Two>
      );
    case 'decision':
      return <DecisionWords decision={entry.decision} program={file.program.program} />;
    case 'visit':
      return <VisitWords visit={entry.visit} />;
    case 'alert':
      return <p>{whyWords(entry.alert)}</p>;
    case 'reaction':
      return <Two first={reactionOf(entry.reaction, data)} />;
    default:
      return <RowWords row={entry.row} name={name} />;
  }
}

export function VisitWords({ visit }: { visit: Visit }) {
  const places = visit.regions.map((area) => body.area(area as Parameters<typeof body.area>[0])).join(', ');
  return (
    <Two first={words().visit(visit.minutes, visit.kind)}>
      {[places, visit.note, visit.reaction, words().visitBy(visit.by.name)].filter(Boolean).join(' · ')}
    </Two>
  );
}

function reactionOf({ session_id, local_date, answer }: ReactionLog, { told, today }: PageData): string {
  const about = told.sessions.find((one) => one.id === session_id)?.local_date ?? local_date;
  return words().reaction(plainDay(about, today), page.reaction[answer]);
}

function RowWords({ row, name }: { row: LogRow; name: (id: string) => string }) {
  const { log, reply } = row;
  if (isHurt(log))
    return <Two first={words().stop(desk.feeling(log.feeling), name(log.technique_id))}>{placeOf(log)}</Two>;
  if (log.kind === 'flag') return <Two first={words().flag} />;
  const pain = strongPain(log, catalogue.value?.pain_gate);
  if (pain !== null) return <Two first={words().pain(pain)} />;
  return (
    <div>
      <q>{textOf(log)}</q>
      {reply && <p class="small soft">{words().answered(reply.by.name)}</p>}
    </div>
  );
}

/** What she wrote. */
export function textOf(log: object): string {
  return 'text' in log && typeof log.text === 'string' ? log.text : '';
}

function placeOf({ side, level, second }: HurtLog): string {
  return [desk.side(side), desk.level(level), desk.client.logs.after(second)].join(' · ');
}

function Two({ first, children }: { first: string; children?: ComponentChildren }) {
  return (
    <div>
      <p>
        <strong>{first}</strong>
      </p>
      {children && <p class="small soft">{children}</p>}
    </div>
  );
}
