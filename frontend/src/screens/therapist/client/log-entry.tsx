import type { ComponentChildren } from 'preact';
import { isBody } from '../../../domain/bodymap';
import { daysBetween, localDate } from '../../../domain/days';
import { labelOf } from '../../../domain/desk/catalogue';
import type { LogRow, StoredLog } from '../../../domain/desk/course';
import { feltIn, strongPain } from '../../../domain/desk/felt';
import { practisedS } from '../../../domain/history/filled';
import { type HurtLog, isHurt, isSession, type SessionEntry, type SessionLog } from '../../../domain/logs';
import type { Version } from '../../../domain/program';
import { catalogue } from '../../../store/desk';
import { body as bodyMap } from '../../../text/body';
import { desk } from '../../../text/desk';
import { marksInWords } from '../../../ui/body-map';
import { techniqueName } from '../parts/names';
import { clock } from '../parts/when';
import { feltWords } from './felt-words';
import { ReplyTo } from './reply';
import './log-entry.css';

const words = () => desk.client.logs;

export interface LogEntryProps {
  row: LogRow;
  zone: string;
  program: Version | null;
  fresh: boolean;
  small: boolean;
  /** How many answers of the intake this line stands for. */
  answers?: number | undefined;
}

/** One thing that came in: what, when by the client's own clock, and how sure that clock is. */
export function LogEntry({ row, program, fresh, small, answers }: LogEntryProps) {
  const { log } = row;
  const classes = ['log', small && 'log-small', row.voided && 'log-voided', isHurt(log) && 'log-hurt'];
  return (
    <li class={classes.filter(Boolean).join(' ')}>
      <span class="log-time small soft figures">{timeOf(log)}</span>
      <div class="log-words">
        <Telling log={log} program={program} answers={answers} />
        <ReplyTo row={row} />
      </div>
      <Marks row={row} fresh={fresh} />
    </li>
  );
}

function timeOf(log: StoredLog): string {
  return clock(isSession(log) ? log.started_at : log.recorded_at, log.tz);
}

interface TellingProps {
  log: StoredLog;
  program: Version | null;
  answers: number | undefined;
}

function Telling({ log, program, answers }: TellingProps) {
  if (isSession(log)) return <Practice log={log} program={program} />;
  if (isHurt(log)) return <Hurt log={log} program={program} />;
  if (log.kind === 'note' || log.kind === 'question') return <Said log={log} program={program} />;
  return <p>{log.kind === 'intake' ? words().intake(answers ?? 1) : plainWords(log)}</p>;
}

function Practice({ log, program }: { log: SessionLog; program: Version | null }) {
  const { before, after } = desk.client.pain;
  const pain = [
    log.pain_before !== null && `${before} ${log.pain_before}`,
    log.pain_after !== null && `${after} ${log.pain_after}`,
  ].filter(Boolean);
  const notes = [log.status === 'partial' && words().partial, log.shortened && words().shortened].filter(
    Boolean,
  );
  const felt = [log.sensations.map(words().sensation).join(', '), feltWords(feltIn(log.items))].filter(
    Boolean,
  );
  return (
    <>
      <p>
        <strong>{words().session(desk.minutesSeconds(practisedS([log])))}</strong>
        {notes.length > 0 && `, ${notes.join(', ')}`}
        {pain.length > 0 && <span class="log-pain figures">{pain.join(' → ')}</span>}
      </p>
      {log.word && (
        <blockquote>
          <q>{log.word}</q>
        </blockquote>
      )}
      {felt.length > 0 && <p class="small figures">{felt.join(' · ')}</p>}
      <details>
        <summary class="small">
          {words().items} · {words().version(log.program_version)}
        </summary>
        <ul class="log-items small figures">
          {log.items.map((entry) => (
            <li key={`${entry.key} ${entry.side}`}>{entryWords(entry, program)}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function entryWords(entry: SessionEntry, program: Version | null): string {
  const done = desk.minutesSeconds(entry.done_s);
  const parts = [
    `${techniqueName(entry.technique_id, program)}, ${desk.side(entry.side)}, ${desk.level(entry.level)}`,
    entry.done_s === entry.planned_s ? done : `${done} / ${desk.minutesSeconds(entry.planned_s)}`,
  ];
  const felt = feltIn([entry]);
  // Where a number ended it, that number says so.
  if (entry.outcome !== 'done' && felt.stop === null) parts.push(words().outcome(entry.outcome));
  if (entry.skip_reason) parts.push(words().skip(entry.skip_reason));
  parts.push(feltWords(felt));
  if (entry.tool) parts.push(words().swappedTool(labelOf(catalogue.value?.tools ?? [], entry.tool)));
  return parts.filter(Boolean).join(' · ');
}

function Hurt({ log, program }: { log: HurtLog; program: Version | null }) {
  const name = techniqueName(log.technique_id, program);
  return (
    <>
      <p>
        <strong>{words().hurt(desk.feeling(log.feeling), name)}</strong>
      </p>
      <p class="small">
        {[
          desk.side(log.side),
          desk.level(log.level),
          words().after(log.second),
          log.discomfort !== undefined && words().outOfTen(log.discomfort),
          words().version(log.program_version),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function Said({ log, program }: { log: StoredLog; program: Version | null }) {
  const about =
    'about' in log ? (log.about as { technique_id?: string; side?: string } | undefined) : undefined;
  const what = [
    about?.technique_id && techniqueName(about.technique_id, program),
    about?.side && desk.side(about.side),
  ];
  const text = 'text' in log && typeof log.text === 'string' ? log.text : '';
  return (
    <>
      <p>
        <strong>{log.kind === 'question' ? words().question : words().note}</strong>
        {about?.technique_id && <span class="soft"> {words().about(what.filter(Boolean).join(', '))}</span>}
      </p>
      <blockquote>
        <q>{text}</q>
      </blockquote>
    </>
  );
}

/** The kinds that are told in one line. */
function plainWords(log: StoredLog): string {
  const field = (name: string) => (name in log ? (log as Record<string, unknown>)[name] : undefined);
  if (log.kind === 'reaction') return words().reaction(String(field('answer')));
  if (log.kind === 'setting') return words().setting(String(field('name')));
  if (isBody(log)) return bodyMap.told(marksInWords(log.marks) || bodyMap.nothingMarked);
  if (log.kind === 'consent') return field('given') ? words().consentGiven : words().consentTaken;
  if (log.kind === 'read')
    return field('what') === 'program' ? words().readProgram(String(field('ref'))) : words().read;
  const pain = strongPain(log, catalogue.value?.pain_gate);
  if (pain !== null) return words().strongPain(pain);
  const kinds: Record<string, string> = {
    check: words().check,
    flag: words().flag,
    measure: words().measure,
    decision: words().decision,
  };
  return kinds[log.kind] ?? log.kind;
}

/** New, taken back, entered or arrived late, a clock that may be wrong. */
function Marks({ row, fresh }: { row: LogRow; fresh: boolean }) {
  const { log } = row;
  const recorded = localDate(Date.parse(log.recorded_at), log.tz);
  const entered = daysBetween(log.local_date, recorded);
  const arrived = daysBetween(recorded, localDate(Date.parse(row.received_at), log.tz));
  const marks: ComponentChildren[] = [];
  if (row.voided) marks.push(words().voided);
  if (entered > 0) marks.push(words().late(entered));
  if (arrived > 0) marks.push(words().arrived(arrived));
  if (row.clock_suspect) marks.push(words().clock);
  if (!fresh && marks.length === 0) return null;
  return (
    <p class="log-marks small soft">
      {fresh && <span class="badge badge-new">{words().newMark}</span>} {marks.join(' · ')}
    </p>
  );
}
