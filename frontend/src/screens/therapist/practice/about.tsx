import { useState } from 'preact/hooks';
import type { Practice, PracticeSettings } from '../../../api/desk';
import { zoneOptions } from '../../../domain/desk/zones';
import type { Language } from '../../../domain/language';
import { changePractice } from '../../../sync/desk/practice';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button, Field, Select, showToast } from '../../../ui';
import { LanguageSelect } from '../parts/language-select';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';

const words = () => desk.practice.about;
const NUMBERS = ['retention_months', 'idle_minutes'] as const;

interface AboutProps {
  practice: Practice;
  owner: boolean;
  onChange: () => Promise<unknown>;
}

interface Form {
  name: string;
  timezone: string;
  emergency_number: string;
  minors: PracticeSettings['minors'];
  retention_months: string;
  idle_minutes: string;
  language: Language;
}

function formOf({ name, timezone, settings }: Practice): Form {
  const { emergency_number, minors, language } = settings;
  const retention_months = String(settings.retention_months);
  return {
    name,
    timezone,
    emergency_number,
    minors,
    retention_months,
    idle_minutes: String(settings.idle_minutes),
    language,
  };
}

/** Name, zone and the rules of the house. */
export function About({ practice, owner, onChange }: AboutProps) {
  const [form, setForm] = useState(() => formOf(practice));
  const action = useAction();
  const set =
    <K extends keyof Form>(name: K) =>
    (value: Form[K]) =>
      setForm({ ...form, [name]: value });
  const error = (name: string) => action.problem?.fields[name] ?? action.problem?.fields[`settings.${name}`];
  const save = async (event: Event) => {
    event.preventDefault();
    const { name, timezone, emergency_number, minors, language } = form;
    const [retention_months, idle_minutes] = [Number(form.retention_months), Number(form.idle_minutes)];
    const settings = { emergency_number, minors, retention_months, idle_minutes, language };
    if (!(await action.run(() => changePractice({ name, timezone, settings })))) return;
    showToast({ text: words().saved });
    await onChange();
  };
  return (
    <Section title={words().title}>
      <form class="stack practice-form" noValidate onSubmit={save}>
        <TroubleNote problem={action.problem} />
        <Field
          label={words().name}
          name="practice-name"
          value={form.name}
          onInput={set('name')}
          error={error('name')}
        />
        <Select
          label={words().zone}
          name="practice-zone"
          value={form.timezone}
          options={zoneOptions(practice.timezone)}
          onChange={set('timezone')}
        />
        <LanguageSelect label={words().language} value={form.language} onChange={set('language')} />
        <Field
          label={words().emergency}
          name="emergency-number"
          type="tel"
          hint={words().emergencyHint}
          value={form.emergency_number}
          onInput={set('emergency_number')}
          error={error('emergency_number')}
        />
        <Select
          label={words().minors}
          name="minors"
          value={form.minors}
          options={Object.entries(words().minorsOptions).map(([value, label]) => ({ value, label }))}
          onChange={(value) => set('minors')(value as Form['minors'])}
        />
        {NUMBERS.map((name) => (
          <Field
            key={name}
            label={words().numbers[name].label}
            name={name.replace('_', '-')}
            inputmode="numeric"
            hint={words().numbers[name].hint}
            value={form[name]}
            onInput={set(name)}
            error={error(name)}
          />
        ))}
        {owner ? (
          <div>
            <Button type="submit" busy={action.busy}>
              {words().save}
            </Button>
          </div>
        ) : (
          <p class="small soft">{words().ownerOnly}</p>
        )}
      </form>
    </Section>
  );
}
