import { useEffect, useState } from 'preact/hooks';
import { measureCourses } from '../../../../domain/measures';
import { type MeasuresFile, readOverWeeks } from '../../../../sync/desk/measures';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { TroubleNote } from '../../parts/trouble-note';
import { saidOf } from '../measures/measures';

/** Each measure that was told, in a sentence; nothing where none was. */
export function MeasuresTold({ id, today }: { id: string; today: string }) {
  const reading = useAction();
  const [file, setFile] = useState<MeasuresFile | null>(null);
  const read = () => void reading.run(async () => setFile((await readOverWeeks(id)).measures));
  useEffect(read, [id]);
  const courses = file ? measureCourses(file.readings, file.since) : [];
  const told = courses.filter((one) => one.points.length > 0);
  return (
    <>
      <TroubleNote problem={reading.problem} onRetry={read} />
      {told.length > 0 && (
        <ul class="measures-told">
          {told.map((one) => (
            <li key={one.measure_id}>
              {desk.measures.names[one.measure_id]}: {saidOf(one, today)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
