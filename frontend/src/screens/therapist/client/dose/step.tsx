import { useState } from 'preact/hooks';
import type { DoseFile, DoseProposal } from '../../../../api/desk-dose';
import type { Version } from '../../../../domain/program';
import { declineStep, takeStep } from '../../../../sync/desk/dose';
import { useAction } from '../../../../sync/desk/use-action';
import { desk } from '../../../../text/desk';
import { Button, showToast } from '../../../../ui';
import { techniqueName } from '../../parts/names';
import { TroubleNote } from '../../parts/trouble-note';
import { AskWhy } from './ask-why';

const words = () => desk.dose.step;

export interface StepProps {
  id: string;
  proposal: DoseProposal;
  program: Version;
  onFile: (file: DoseFile) => void;
  onStale: () => Promise<unknown>;
}

/** A step that waits for a yes: what it is, what it would change of each technique, and one tap. */
export function Step({ id, proposal, program, onFile, onStale }: StepProps) {
  const action = useAction();
  const [declining, setDeclining] = useState(false);
  const changed = proposal.items.filter((item) => isChanged(item, program));
  const stale = action.problem?.trouble === 'conflict';
  const accept = async () => {
    const taken = await action.run(async () => onFile(await takeStep(id, proposal.id)));
    if (taken) showToast({ text: words().taken });
  };
  return (
    <div class="dose-step stack-tight">
      <h3>{title(proposal, program)}</h3>
      <p class="small soft">{words().why}</p>
      <ul class="dose-changes" aria-label={words().changes}>
        {changed.map(({ key, technique_id, before_s, after_s, level }) => (
          <li key={key}>
            <span>{techniqueName(technique_id, program)}</span>
            <span class="figures">
              {words().line(desk.minutesSeconds(before_s), desk.minutesSeconds(after_s))}
              {level !== levelOf(key, program) && `, ${words().toLevel(level)}`}
            </span>
          </li>
        ))}
      </ul>
      {stale ? <p role="alert">{words().gone}</p> : <TroubleNote problem={action.problem} />}
      {Object.values(action.problem?.fields ?? {}).map((why) => (
        <p key={why} class="field-error" role="alert">
          {why}
        </p>
      ))}
      <div class="row">
        <Button busy={action.busy} onClick={() => void (stale ? onStale() : accept())}>
          {stale ? desk.retry : words().accept}
        </Button>
        <Button kind="link" onClick={() => setDeclining(true)}>
          {words().decline}
        </Button>
      </div>
      <AskWhy
        open={declining}
        title={words().declineTitle}
        about={[words().declineAbout]}
        label={words().declineWhy}
        yes={words().decline}
        gone={words().gone}
        act={(reason) => declineStep(id, proposal.id, reason)}
        onFile={onFile}
        onClose={() => setDeclining(false)}
      />
    </div>
  );
}

function title({ rule, target, items }: DoseProposal, program: Version): string {
  if (rule === 'D13') return words().level(techniqueName(target, program));
  const more = items.reduce((sum, { before_s, after_s }) => sum + after_s - before_s, 0);
  return more === 60 ? words().minute : words().seconds(desk.minutesSeconds(more));
}

function isChanged(item: DoseProposal['items'][number], program: Version): boolean {
  return item.before_s !== item.after_s || item.level !== levelOf(item.key, program);
}

function levelOf(key: string, program: Version): number | undefined {
  return program.items.find((item) => item.key === key)?.level;
}
