import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { standingVisits } from '../../../../domain/desk/page/facts';
import { bodyWeeks } from '../../../../domain/desk/page/weeks';
import type { Side } from '../../../../domain/program';
import { me } from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import { body } from '../../../../text/body';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { marksInWords } from '../../../../ui/body-map';
import { Check } from '../../parts/check';
import { Heading } from '../../parts/page';
import { plainDay } from '../../parts/when';
import { setsOf } from './body-weeks';
import { reactionWords } from './figures';
import { MeasuresTold } from './measures-told';
import { minutesNumber, plainNumber } from './numbers';
import { Paper } from './paper';
import { saidSince } from './print';
import { ResponseTable } from './response';
import { textOf, VisitWords } from './timeline';
import type { PageData } from './use-page';

const words = () => page.report;
const PARTS = ['given', 'done', 'measures', 'reactions', 'response', 'places', 'visits', 'said'] as const;
type Part = (typeof PARTS)[number];
/** Her own words and the practice's notes go out only where the therapist says so. */
const USUAL: readonly Part[] = ['given', 'done', 'measures', 'reactions', 'response', 'places'];
const WEEKS = 6;
const SIDES: readonly Side[] = ['left', 'right', 'both'];

interface PartProps {
  file: ClientFile;
  data: PageData;
}

/** For the client's other clinicians: what was given, done and told, in sentences; the therapist picks what goes in. */
export function ReportPage({ id }: { id: string }) {
  const [chosen, setChosen] = useState<readonly Part[]>(USUAL);
  const toggle = (part: Part, on: boolean) =>
    setChosen(on ? [...chosen, part] : chosen.filter((one) => one !== part));
  return (
    <Paper
      id={id}
      choices={
        <fieldset class="report-choices no-paper">
          <legend>{words().choose}</legend>
          {PARTS.map((part) => (
            <Check
              key={part}
              label={words().parts[part]}
              checked={chosen.includes(part)}
              onChange={(on) => toggle(part, on)}
            />
          ))}
        </fieldset>
      }
      sheet={(file, data) => (
        <Report file={file} data={data} parts={PARTS.filter((one) => chosen.includes(one))} />
      )}
    />
  );
}

const CONTENT: Record<Part, (props: PartProps) => ComponentChildren> = {
  given: Given,
  done: Done,
  measures: Measures,
  reactions: Reactions,
  response: ({ file, data }) => (
    <>
      <p>{page.response.about}</p>
      <ResponseTable file={file} data={data} />
    </>
  ),
  places: Places,
  visits: Visits,
  said: Said,
};

function Report({ file, data, parts }: PartProps & { parts: readonly Part[] }) {
  const { today, start } = data;
  const practice = me.value?.practice.name ?? '';
  const day = (date: string) => plainDay(date, '');
  return (
    <div class="report">
      <Heading
        title={words().title(file.card.name)}
        eyebrow={words().heading}
        line={words().line(day(start.date), day(today), practice)}
      />
      <p class="report-told">
        <strong>{words().told}</strong>
      </p>
      {parts.map((part) => {
        const Content = CONTENT[part];
        return (
          <section key={part}>
            <h2>{words().parts[part]}</h2>
            <Content file={file} data={data} />
          </section>
        );
      })}
      <p class="small soft">{words().limits}</p>
      <p class="small soft">{words().written(me.value?.name ?? '', day(today))}</p>
    </div>
  );
}

function Given({ file: { program } }: PartProps) {
  const now = program.program;
  return (
    <>
      <p>{words().given(desk.minutes(now?.dose_s ?? 0))}</p>
      <ul class="report-list">
        {now?.items.map((item) => (
          <li key={item.key}>{words().item(item.snapshot.name, desk.level(item.level))}</li>
        ))}
      </ul>
    </>
  );
}

function Done({ data: { figures } }: PartProps) {
  const { kept, practices, seconds } = figures;
  return (
    <p>{words().done(kept.kept, kept.prescribed, page.base.practices(practices), minutesNumber(seconds))}</p>
  );
}

function Measures({ file, data: { figures, today } }: PartProps) {
  const { before, change, softening, peaks } = figures;
  const { earlier, lately, verdict } = before;
  return (
    <>
      {verdict === 'few' || earlier.value === null || lately.value === null ? (
        <p>{words().painFew}</p>
      ) : (
        <p>
          {words().pain(plainNumber(earlier.value), plainNumber(lately.value))} {page.verdict[verdict]}
        </p>
      )}
      {change.all.value !== null && <p>{changeWords(change.all.value, change.all.n)}</p>}
      {SIDES.map((side) => {
        const { value, n } = softening[side];
        return value === null ? null : <p key={side}>{words().soften(page.side[side], byWords(value), n)}</p>;
      })}
      {peaks.highest !== null && <p>{words().peaks(peaks.highest, peaks.n, peaks.over)}</p>}
      <MeasuresTold id={file.card.id} today={today} />
    </>
  );
}

function changeWords(by: number, n: number): string {
  return by === 0 ? words().changeNone(n) : words().change(byWords(by), n);
}

/** "2 lower": a sign alone is no plain language. */
function byWords(by: number): string {
  if (by === 0) return words().same;
  const size = plainNumber(Math.abs(by));
  return by < 0 ? words().lower(size) : words().higher(size);
}

function Reactions({ data: { figures } }: PartProps) {
  const told = reactionWords(figures.reactions);
  return (
    <>
      <p>{told ? words().reactions(told) : words().noReactions}</p>
      <p>{figures.stops > 0 ? words().stops(figures.stops) : words().noStops}</p>
    </>
  );
}

function Places({ data }: PartProps) {
  const weeks = bodyWeeks(setsOf(data.told), data.today, WEEKS).flatMap(({ set }) => set ?? []);
  if (weeks.length === 0) return <p>{words().noPlaces}</p>;
  return (
    <ul class="report-list">
      {weeks.map((set) => (
        <li key={set.id}>
          {words().place(plainDay(set.date, ''), marksInWords(set.marks) || body.nothingMarked)}
        </li>
      ))}
    </ul>
  );
}

function Visits({ data: { visits, start, today } }: PartProps) {
  const since = standingVisits(visits).filter((one) => one.on >= start.date);
  if (since.length === 0) return <p>{words().noVisits}</p>;
  return (
    <ul class="report-list">
      {since.map((visit) => (
        <li key={visit.id}>
          {plainDay(visit.on, today)}
          <VisitWords visit={visit} />
        </li>
      ))}
    </ul>
  );
}

function Said({ data }: PartProps) {
  const said = saidSince(data);
  if (said.length === 0) return <p>{words().noSaid}</p>;
  return (
    <ul class="report-list">
      {said.map(({ log }) => (
        <li key={log.id}>
          {plainDay(log.local_date, data.today)}: <q>{textOf(log)}</q>
        </li>
      ))}
    </ul>
  );
}
