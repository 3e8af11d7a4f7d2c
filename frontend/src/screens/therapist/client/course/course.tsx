import { useEffect } from 'preact/hooks';
import type { LogRow } from '../../../../domain/desk/course';
import type { ClientFile } from '../../../../sync/desk/client';
import { desk } from '../../../../text/desk';
import { TroubleNote } from '../../parts/trouble-note';
import { PractisedDays } from '../practised-days';
import { BodyWeeks } from './body-weeks';
import { Graph } from './graph';
import { Responses } from './response';
import { Since } from './since';
import { Timeline } from './timeline';
import { type PageData, usePage } from './use-page';

export { PrintPage } from './print';
export { ReportPage } from './report';

export interface CourseProps {
  file: ClientFile;
  /** The logs that the desk holds of her; null while they are on their way. */
  rows: readonly LogRow[] | null;
}

export interface SincePartProps extends CourseProps {
  onData: (data: PageData | null) => void;
}

/** What happened since the last visit. What it is worked out from goes to the rest, too. */
export function SincePart({ file, rows, onData }: SincePartProps) {
  const { data, problem, retry } = usePage(file, rows);
  useEffect(() => onData(data), [data]);
  return (
    <>
      <TroubleNote problem={problem} onRetry={retry} />
      {!data && !problem && <p class="soft">{desk.loading}</p>}
      {data && file.program.versions.length > 0 && <Since file={file} data={data} />}
    </>
  );
}

/** How the weeks went. */
export function WeeksPart({ file, rows, data }: CourseProps & { data: PageData }) {
  return (
    <>
      <div class="client-graphs">
        <Graph file={file} data={data} />
        <PractisedDays rows={rows ?? []} today={data.today} program={file.program} />
      </div>
      {data.told.sessions.length > 0 && <Responses file={file} data={data} />}
      <BodyWeeks told={data.told} today={data.today} />
      <Timeline file={file} data={data} />
    </>
  );
}
