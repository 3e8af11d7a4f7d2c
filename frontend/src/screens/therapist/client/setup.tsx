import type { ClientRow } from '../../../domain/desk/attention';
import type { LogRow } from '../../../domain/desk/course';
import { stops } from '../../../domain/hurt';
import { isHurt } from '../../../domain/logs';
import type { Version } from '../../../domain/program';
import type { ClientFile } from '../../../sync/desk/client';
import { desk } from '../../../text/desk';
import { Banner, Button, Icon } from '../../../ui';
import { techniqueName } from '../parts/names';
import { instantWords } from '../parts/when';

const words = () => desk.client;

export interface SetupProps {
  file: ClientFile;
  /** Whether the safety questions let her practise. */
  open: boolean;
  onHandOver: () => void;
}

/** The three things that stand between a name and a first practice; gone when all are done. */
export function Setup({ file, open, onHandOver }: SetupProps) {
  const { program, devices, card } = file;
  const steps = [
    {
      label: words().setup.program,
      done: program.program !== null,
      href: `/desk/clients/${card.id}/program`,
    },
    { label: words().setup.screened, done: open, href: '#safety-answers' },
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
