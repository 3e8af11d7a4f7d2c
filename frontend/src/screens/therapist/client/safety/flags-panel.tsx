import { useRef, useState } from 'preact/hooks';
import {
  type FlagOn,
  type FlagSheet,
  redStanding,
  type Standing,
  standing,
} from '../../../../domain/desk/flags';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { desk } from '../../../../text/desk';
import { Button, Dialog, showToast } from '../../../../ui';
import { Section } from '../../parts/page';
import { ActForm } from './act-form';
import { FlagRow, RedRow } from './flag-row';
import { FlagHistory } from './history';
import { LiftForm } from './lift-form';
import { RaiseForm } from './raise-form';
import './safety.css';

const words = () => desk.screening;

type Doing =
  | { what: 'raise' }
  | { what: 'lower' | 'confirm'; standing: Standing }
  | { what: 'lift'; flag: FlagOn };

export interface FlagsPanelProps {
  id: string;
  file: ScreeningFile;
  zone: string;
  onSheet: (sheet: FlagSheet) => void;
}

/** What is on today, red flags first, with what she may do about each; below it all that ever was. */
export function FlagsPanel({ id, file, zone, onSheet }: FlagsPanelProps) {
  const { sheet, policy, words: said } = file;
  const [doing, setDoing] = useState<Doing | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const red = redStanding(sheet);
  const others = standing(sheet, policy);
  const done = (text: string) => (next: FlagSheet) => {
    onSheet(next);
    setDoing(null);
    showToast({ text });
    // The button that began it may be gone with its flag.
    setTimeout(() => list.current?.focus(), 0);
  };
  return (
    <Section
      title={words().flags.title}
      class="flags-panel"
      aside={
        <Button kind="quiet" icon="plus" onClick={() => setDoing({ what: 'raise' })}>
          {words().flags.raise}
        </Button>
      }
    >
      <div class="stack" ref={list} tabIndex={-1}>
        {red.length + others.length === 0 && <p class="soft">{words().flags.none}</p>}
        {red.length + others.length > 0 && (
          <ul class="flag-list">
            {red.map((flag) => (
              <RedRow key={flag.id} flag={flag} zone={zone} onLift={() => setDoing({ what: 'lift', flag })} />
            ))}
            {others.map((one) => (
              <FlagRow
                key={`${one.flag} ${one.since}`}
                standing={one}
                today={sheet.today}
                zone={zone}
                labels={said.flags}
                onAct={(what, of) => setDoing({ what, standing: of })}
              />
            ))}
          </ul>
        )}
      </div>
      <FlagHistory history={sheet.history} today={sheet.today} zone={zone} />
      <Dialog title={titleOf(doing)} open={doing !== null} onClose={() => setDoing(null)}>
        {doing && (
          <DoingForm
            doing={doing}
            id={id}
            file={file}
            zone={zone}
            onSheet={onSheet}
            done={done}
            onCancel={() => setDoing(null)}
          />
        )}
      </Dialog>
    </Section>
  );
}

interface DoingFormProps {
  doing: Doing;
  id: string;
  file: ScreeningFile;
  zone: string;
  onSheet: (sheet: FlagSheet) => void;
  done: (text: string) => (sheet: FlagSheet) => void;
  onCancel: () => void;
}

function DoingForm({ doing, id, file, zone, onSheet, done, onCancel }: DoingFormProps) {
  const { sheet, policy, words: said } = file;
  const acts = words().act;
  if (doing.what === 'raise') {
    const red = Object.entries(said.red_flags).map(([flag, { ask }]) => [flag, ask]);
    const labels = { ...said.flags, ...Object.fromEntries(red) };
    return (
      <RaiseForm
        id={id}
        policy={policy}
        labels={labels}
        today={sheet.today}
        onDone={done(words().raise.raised)}
      />
    );
  }
  if (doing.what === 'lift') {
    return (
      <LiftForm
        id={id}
        red={redStanding(sheet)}
        meant={[doing.flag.id]}
        zone={zone}
        onStep={onSheet}
        onDone={done(acts.lifted)}
        onCancel={onCancel}
      />
    );
  }
  return (
    <ActForm
      id={id}
      what={doing.what}
      standing={doing.standing}
      today={sheet.today}
      onDone={done(doing.what === 'lower' ? acts.lowered : acts.confirmed)}
      onCancel={onCancel}
    />
  );
}

function titleOf(doing: Doing | null): string {
  if (doing === null) return '';
  if (doing.what === 'raise') return words().raise.title;
  const titles = {
    lower: words().act.lowerTitle,
    confirm: words().act.confirmTitle,
    lift: words().act.liftTitle,
  };
  return titles[doing.what];
}
