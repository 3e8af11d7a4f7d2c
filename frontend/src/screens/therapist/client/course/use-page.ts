import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Refused } from '../../../../api/desk-call';
import { type LogRow, mergeRows, setbacksIn } from '../../../../domain/desk/course';
import { type Told, toldIn } from '../../../../domain/desk/page/facts';
import { type Figures, figuresOf } from '../../../../domain/desk/page/figures';
import { type Start, startsOf } from '../../../../domain/desk/page/since';
import { openLogs, visitTick } from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import { type Past, type Programs, readAllLogs, readPrograms, readWritten } from '../../../../sync/desk/page';
import { useAction } from '../../../../sync/desk/use-action';
import { todayIn } from '../../parts/when';

export interface PageData extends Past {
  today: string;
  told: Told;
  starts: Start[];
  start: Start;
  choose: (index: number) => void;
  programs: Programs;
  figures: Figures;
}

export interface PageState {
  /** Null while it is on its way. */
  data: PageData | null;
  problem: Refused | null;
  retry: () => void;
}

/**
 * Everything that the page shows, worked out anew when something comes in. `rows`: null while they are on their way.
 * `first`: which of the starts to begin with.
 */
export function usePage({ card, program }: ClientFile, rows: readonly LogRow[] | null, first = 0): PageState {
  const today = todayIn(card.timezone);
  const reading = useAction();
  const [past, setPast] = useState<Past | null>(null);
  const [older, setOlder] = useState<LogRow[]>([]);
  const [chosen, setChosen] = useState(first);
  const more = rows !== null && openLogs.value?.client_id === card.id && openLogs.value.next !== null;
  const news = rows?.[0]?.seq;
  const read = () =>
    void reading.run(async () => {
      const [found, all] = await Promise.all([readWritten(card.id), more ? readAllLogs(card.id) : []]);
      setPast(found);
      if (more) setOlder(all);
    });
  useEffect(() => {
    if (rows !== null) read();
  }, [card.id, news, program.versions[0]?.number, rows === null, visitTick.value]);
  const starts = useMemo(
    () => (past ? startsOf(past.visits, program.versions, Date.now(), card.timezone) : []),
    [past, program, today],
  );
  const start = starts[Math.min(chosen, starts.length - 1)] ?? null;
  const { programs, problem, retry } = usePrograms(card.id, program, start?.date ?? null);
  const told = useMemo(() => toldIn(mergeRows(older, rows ?? [])), [older, rows]);
  const figures = useMemo(
    () =>
      start && programs
        ? figuresOf(told, programs.versions, setbacksIn(told.rows, program.rests), start, today)
        : null,
    [told, programs, program.rests, start, today],
  );
  const data = useMemo(
    () =>
      past && start && programs && figures
        ? { ...past, today, told, starts, start, choose: setChosen, programs, figures }
        : null,
    [past, start, programs, figures, told, starts, today],
  );
  return {
    data,
    problem: reading.problem ?? problem,
    retry: () => (reading.problem ? read() : retry()),
  };
}

/** The versions in force since a date, with their items, and what each made since then changed. */
function usePrograms(id: string, program: ClientFile['program'], since: string | null) {
  const reading = useAction();
  const [programs, setPrograms] = useState<Programs | null>(null);
  const retry = () =>
    void (since && reading.run(async () => setPrograms(await readPrograms(id, program, since))));
  useEffect(retry, [id, since, program]);
  return { programs, problem: reading.problem, retry };
}
