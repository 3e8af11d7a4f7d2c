import { useState } from 'preact/hooks';
import type { DoseFile, DoseKept } from '../../../../api/desk-dose';
import type { Version } from '../../../../domain/program';
import { undoDecision } from '../../../../sync/desk/dose';
import { desk } from '../../../../text/desk';
import { Button } from '../../../../ui';
import { changeWords, targetWords } from '../../parts/dose-decisions';
import { deviceZone, instantWords, plainDay, todayIn } from '../../parts/when';
import { AskWhy } from './ask-why';
import { fateWords, whyWords } from './words';

const words = () => desk.dose;

export interface DecisionsProps {
  id: string;
  file: DoseFile;
  program: Version;
  onFile: (file: DoseFile) => void;
  onStale: () => Promise<unknown>;
}

/** What lies over the program now; what did before, and what only her phone decided, for whoever looks. */
export function Decisions({ file, ...rest }: DecisionsProps) {
  const now = file.decisions.filter((one) => one.in_effect);
  const before = file.decisions.filter((one) => !one.in_effect);
  return (
    <>
      <Lines decisions={now} {...rest} />
      {before.length > 0 && (
        <details>
          <summary class="small">{words().earlier(before.length)}</summary>
          <Lines decisions={before} {...rest} />
        </details>
      )}
      {file.on_phone.length > 0 && <OnPhone told={file.on_phone} program={rest.program} />}
    </>
  );
}

type LinesProps = Omit<DecisionsProps, 'file'> & { decisions: readonly DoseKept[] };

function Lines({ decisions, ...rest }: LinesProps) {
  if (decisions.length === 0) return null;
  return (
    <ul class="desk-rows">
      {decisions.map((one) => (
        <Line key={one.id} decision={one} {...rest} />
      ))}
    </ul>
  );
}

function Line({ decision, id, program, onFile }: Omit<LinesProps, 'decisions'> & { decision: DoseKept }) {
  const [asking, setAsking] = useState(false);
  const { rule, on, acted, in_effect } = decision;
  const target = targetWords(decision, program);
  const fate = fateWords(decision);
  return (
    <li class={in_effect ? 'dose-line' : 'dose-line soft'}>
      <div class="dose-words">
        <p>
          <strong>{target}</strong> <span class="figures">{changeWords(decision)}</span>
        </p>
        <p class="small">{whyWords(decision)}</p>
        <p class="small soft figures">
          {words().rule(rule)}, {words().when(plainDay(on, todayIn(deviceZone())))}
        </p>
        {fate !== '' && <p class="small">{fate}</p>}
        {acted?.reason && <p class="small dose-reason">{words().because(acted.reason)}</p>}
      </div>
      {in_effect && rule !== 'D01' && (
        <Button kind="link" label={words().undo.of(target)} onClick={() => setAsking(true)}>
          {words().undo.tap}
        </Button>
      )}
      <AskWhy
        open={asking}
        title={words().undo.title}
        about={[...(rule === 'D02' ? [words().undo.hurt] : []), words().undo.about]}
        label={words().undo.reason}
        yes={words().undo.yes}
        gone={words().undo.gone}
        required
        act={(reason) => undoDecision(id, decision.id, reason)}
        onFile={onFile}
        onClose={() => setAsking(false)}
      />
    </li>
  );
}

function OnPhone({ told, program }: { told: DoseFile['on_phone']; program: Version }) {
  return (
    <details>
      <summary class="small">{words().onPhone(told.length)}</summary>
      <p class="small">{words().onPhoneAbout}</p>
      <ul class="desk-rows">
        {told.map((one) => (
          <li key={one.id} class="dose-line soft small figures">
            {targetWords(one, program)}: {words().rule(one.rule)}, {instantWords(one.at, deviceZone())}
          </li>
        ))}
      </ul>
    </details>
  );
}
