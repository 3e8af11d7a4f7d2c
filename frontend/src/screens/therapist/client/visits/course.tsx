import { useState } from 'preact/hooks';
import { type CourseOfCare, courseParts, OLD, RECENT } from '../../../../domain/desk/visits';
import { useAction } from '../../../../sync/desk/use-action';
import { endCourse, writeCourse } from '../../../../sync/desk/visits';
import { desk } from '../../../../text/desk';
import { Button, Chip, Chips, Dialog, Field, Slice, showToast } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';
import { plainDay } from '../../parts/when';

const words = () => desk.visits.course;

export interface CourseProps {
  id: string;
  course: CourseOfCare | null;
  today: string;
  onChange: () => Promise<unknown>;
}

/** How many visits were planned and how many were, when the whole is looked at, and planning it. */
export function Course({ id, course, today, onChange }: CourseProps) {
  const [open, setOpen] = useState(false);
  return (
    <div class="visit-course">
      {course && <Slice parts={courseParts(course)} size={2.5} label="" />}
      <div class="visit-course-words">
        {course && <Standing course={course} today={today} />}
        <Button kind="link" onClick={() => setOpen(true)}>
          {course ? words().change : words().plan}
        </Button>
      </div>
      <Dialog title={course ? words().change : words().plan} open={open} onClose={() => setOpen(false)}>
        <CourseForm
          id={id}
          course={course}
          today={today}
          onDone={async () => {
            setOpen(false);
            await onChange();
          }}
        />
      </Dialog>
    </div>
  );
}

function Standing({ course, today }: { course: CourseOfCare; today: string }) {
  const { visits_done, visits_planned, started_on, next_review } = course;
  const said = [
    words().since(plainDay(started_on, today)),
    ...(next_review ? [words().review(plainDay(next_review.due_on, today), next_review.weeks)] : []),
  ];
  return (
    <p class="small figures">
      <strong>{words().done(visits_done, visits_planned)}</strong>
      {`, ${said.join('; ')}`}
    </p>
  );
}

interface CourseFormProps {
  id: string;
  course: CourseOfCare | null;
  today: string;
  onDone: () => Promise<unknown>;
}

function CourseForm({ id, course, today, onDone }: CourseFormProps) {
  const [planned, setPlanned] = useState(course?.visits_planned ?? null);
  const [began, setBegan] = useState(course?.started_on ?? today);
  const [tried, setTried] = useState(false);
  const action = useAction();
  const submit = async (event: Event) => {
    event.preventDefault();
    setTried(true);
    if (planned === null || began === '') return;
    if (!(await action.run(() => writeCourse(id, { visits_planned: planned, started_on: began })))) return;
    showToast({ text: desk.saved });
    await onDone();
  };
  const end = async () => {
    if (await action.run(() => endCourse(id))) await onDone();
  };
  const empty = tried && began === '' ? desk.errors.required : undefined;
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <Numbers label={words().recent} numbers={RECENT} planned={planned} onChange={setPlanned} />
      <Numbers label={words().old} numbers={OLD} planned={planned} onChange={setPlanned} />
      {tried && planned === null && (
        <p class="field-error" role="alert">
          {words().missing}
        </p>
      )}
      <Field
        label={words().began}
        hint={words().reviews}
        name="course-began"
        type="date"
        value={began}
        onInput={setBegan}
        error={empty ?? action.problem?.fields.started_on}
      />
      <TroubleNote problem={action.problem} />
      <div class="row">
        <Button type="submit" busy={action.busy}>
          {words().save}
        </Button>
        {course && (
          <Button kind="link" onClick={() => void end()}>
            {words().end}
          </Button>
        )}
      </div>
    </form>
  );
}

interface NumbersProps {
  label: string;
  numbers: readonly number[];
  planned: number | null;
  onChange: (planned: number) => void;
}

function Numbers({ label, numbers, planned, onChange }: NumbersProps) {
  return (
    <div class="stack-tight">
      <p class="field-label">{label}</p>
      <Chips label={`${words().planned} ${label}`}>
        {numbers.map((number) => (
          <Chip key={number} pressed={number === planned} onToggle={() => onChange(number)}>
            {number}
          </Chip>
        ))}
      </Chips>
    </div>
  );
}
