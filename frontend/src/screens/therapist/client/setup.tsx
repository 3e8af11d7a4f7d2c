import { useState } from 'preact/hooks';
import type { ClientRow } from '../../../domain/desk/attention';
import type { LogRow } from '../../../domain/desk/course';
import { stops } from '../../../domain/hurt';
import { isHurt } from '../../../domain/logs';
import type { Version } from '../../../domain/program';
import { type ClientFile, clear, withdrawClearance } from '../../../sync/desk/client';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Banner, Button, Field, Icon } from '../../../ui';
import { techniqueName } from '../parts/names';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords } from '../parts/when';

const words = () => desk.client;

/** The three things that stand between a name and a first practice; gone when all are done. */
export function Setup({ file, onHandOver }: { file: ClientFile; onHandOver: () => void }) {
  const { program, devices, card } = file;
  const steps = [
    {
      label: words().setup.program,
      done: program.program !== null,
      href: `/desk/clients/${card.id}/program`,
    },
    { label: words().setup.screened, done: program.clearance !== null, href: '#clearance' },
    { label: words().setup.handed, done: devices.length > 0, run: onHandOver },
  ];
  if (steps.every((step) => step.done)) return null;
  return (
    <section class="setup card" aria-label={words().setup.title}>
      <h2>{words().setup.title}</h2>
      <ol class="setup-steps">
        {steps.map((step) => (
          <li key={step.label} class={step.done ? 'setup-done' : ''}>
            <Icon name={step.done ? 'check' : 'next'} size={1.25} />
            {step.done ? (
              <span>{step.label}</span>
            ) : (
              <Button kind="link" href={step.href} onClick={step.run}>
                {step.label}
              </Button>
            )}
            <span class="small soft">{step.done ? words().setup.done : words().setup.open}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export interface ClearanceProps {
  id: string;
  clearance: ClientFile['program']['clearance'];
  zone: string;
  onChange: () => Promise<unknown>;
}

/** The therapist's word that she screened this client: until then the program stays closed. */
export function Clearance({ id, clearance, zone, onChange }: ClearanceProps) {
  const [note, setNote] = useState('');
  const action = useAction();
  const change = async (work: () => Promise<unknown>) => {
    if (await action.run(work)) await onChange();
  };
  if (clearance) {
    return (
      <div class="clearance-given" id="clearance">
        <span>{words().clearance.by(clearance.by, instantWords(clearance.at, zone))}</span>
        {clearance.note && <span class="soft">“{clearance.note}”</span>}
        <button type="button" class="text-button" onClick={() => change(() => withdrawClearance(id))}>
          {words().clearance.withdraw}
        </button>
        <TroubleNote problem={action.problem} />
      </div>
    );
  }
  return (
    <section class="clearance card stack" id="clearance" aria-label={words().clearance.title}>
      <Banner tone="warn" icon="lock">
        <p>{words().clearance.closed}</p>
      </Banner>
      <TroubleNote problem={action.problem} />
      <Field
        label={words().clearance.note}
        name="clearance-note"
        hint={words().clearance.noteHint}
        value={note}
        onInput={setNote}
        maxlength={1000}
      />
      <div>
        <Button busy={action.busy} onClick={() => change(() => clear(id, note))}>
          {words().clearance.confirm}
        </Button>
      </div>
    </section>
  );
}

export interface StoppedProps {
  stopped: NonNullable<ClientRow['stopped']>;
  rows: readonly LogRow[];
  program: Version | null;
  zone: string;
}

/** What stopped the practice, above everything else. */
export function Stopped({ stopped, rows, program, zone }: StoppedProps) {
  const log = rows
    .map((row) => row.log)
    .filter(isHurt)
    .find((hurt) => hurt.technique_id === stopped.technique_id && hurt.feeling === stopped.feeling);
  const where = log ? words().stopped.where(desk.side(log.side), log.level, log.second) : '';
  const told = stopped.discomfort === null ? '' : words().logs.outOfTen(stopped.discomfort);
  const technique = stopped.technique_id ? techniqueName(stopped.technique_id, program) : '';
  return (
    <Banner tone="urgent" title={words().stopped.title(desk.feeling(stopped.feeling), technique)}>
      <p>{[instantWords(stopped.at, zone), where, told].filter(Boolean).join(' · ')}</p>
      <p>
        {stops(stopped.feeling, stopped.discomfort ?? 0) ? words().stopped.sharp : words().stopped.tooMuch}
      </p>
    </Banner>
  );
}
