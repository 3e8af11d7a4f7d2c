import { useState } from 'preact/hooks';
import { type FlagSheet, redStanding } from '../../../../domain/desk/flags';
import { actOf, numberToCall } from '../../../../domain/emergency';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { desk } from '../../../../text/desk';
import { Banner, Button, Dialog, showToast } from '../../../../ui';
import { flagName } from '../../parts/flag-words';
import { LiftForm } from './lift-form';
import { toldWords } from './told-words';

const words = () => desk.screening.red;

export interface RedBannerProps {
  id: string;
  file: ScreeningFile;
  zone: string;
  /** The number that the practice has set, for a zone of which none is known. */
  practiceNumber: string;
  onSheet: (sheet: FlagSheet) => void;
}

/** Above everything: which sign, when it was told and arrived, and the two next steps. */
export function RedBanner({ id, file, zone, practiceNumber, onSheet }: RedBannerProps) {
  const [lifting, setLifting] = useState(false);
  const { sheet, words: said } = file;
  const red = redStanding(sheet);
  const close = () => setLifting(false);
  const done = (next: FlagSheet) => {
    onSheet(next);
    close();
    showToast({ text: desk.screening.act.lifted });
  };
  const active = red.map((flag) => ({ flag: flag.flag_id, sites: [], log: flag.id }));
  const emergency = actOf(active, said.red_flags) === 'emergency';
  const number = numberToCall(said.numbers, zone, [], practiceNumber);
  return (
    <>
      {red.length > 0 && (
        <Banner
          tone="urgent"
          title={words().title(red.length)}
          action={<Button onClick={() => setLifting(true)}>{words().liftDo}</Button>}
        >
          <ul class="red-signs">
            {red.map((flag) => (
              <li key={flag.id}>
                <strong>{flagName({ id: flag.flag_id, label: flag.label })}</strong>
                <span class="figures"> {toldWords(flag, zone)}</span>
              </li>
            ))}
          </ul>
          <p>{words().paused}</p>
          <ol class="red-steps">
            <li>
              <strong>{words().call}</strong> {emergency ? words().emergency(number) : words().urgent}
            </li>
            <li>{words().lift}</li>
          </ol>
        </Banner>
      )}
      <Dialog title={desk.screening.act.liftTitle} open={lifting} onClose={close}>
        <LiftForm
          id={id}
          red={red}
          meant={red.map((flag) => flag.id)}
          zone={zone}
          onStep={onSheet}
          onDone={done}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}
