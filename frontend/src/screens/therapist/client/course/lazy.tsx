import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadPageWords } from '../../../../text/desk-page';
import { once } from '../../../../text/words';
import type { CourseProps } from './course';
import type { PageData } from './use-page';

type Part = typeof import('./course');

/** A part of the desk of its own, with its words: the list of clients paints without it. */
const loadPart = once(
  async (): Promise<Part> => (await Promise.all([import('./course'), loadPageWords()]))[0],
);

export interface ClientCourseProps extends CourseProps {
  /** What stands between the figures and the graphs; it is there at once, and stays when the rest arrives. */
  children: ComponentChildren;
}

/** What happened: since the last visit first, then how the weeks went. */
export function ClientCourse({ children, ...props }: ClientCourseProps) {
  const part = usePart();
  const [data, setData] = useState<PageData | null>(null);
  return (
    <>
      {part && <part.SincePart {...props} onData={setData} />}
      {children}
      {part && data && <part.WeeksPart {...props} data={data} />}
    </>
  );
}

export function PrintPage({ id }: { id: string }) {
  return <Paper page={usePart()?.PrintPage} id={id} />;
}

export function ReportPage({ id }: { id: string }) {
  return <Paper page={usePart()?.ReportPage} id={id} />;
}

function Paper({ page: Page, id }: { page: ComponentType<{ id: string }> | undefined; id: string }) {
  return Page ? <Page id={id} /> : null;
}

/** Null until it has arrived; where it cannot, the nearest boundary is told. */
function usePart(): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  const [failed, setFailed] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    let wanted = true;
    loadPart().then(
      (found) => wanted && setPart(() => found),
      (error: unknown) => wanted && setFailed({ error }),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (failed) throw failed.error;
  return part;
}
