import { useEffect, useState } from 'preact/hooks';
import { pushState, renewPush } from '../../../push';
import { me } from '../../../store/desk';
import { type Alerts as AlertsFile, readAlerts, writeAlerts } from '../../../sync/desk/reminders';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Check } from '../parts/check';
import { Section } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { deviceZone, instantWords } from '../parts/when';
import { ThisBrowser } from './this-browser';

const words = () => desk.reminders.alerts;

/** How she hears of red flags and stops at once: in this browser, by e-mail; and whether the last one reached her. */
export function Alerts() {
  const action = useAction();
  const [file, setFile] = useState<AlertsFile | null>(null);
  const load = () => action.run(async () => setFile(await readAlerts()));
  useEffect(() => {
    void load();
    if (pushState.peek() === 'unknown') renewPush().catch((error: unknown) => reportError(error));
  }, []);
  return (
    <Section title={words().title} class="alerts">
      <p class="small soft">{words().about}</p>
      <TroubleNote problem={action.problem} onRetry={() => void load()} />
      <ThisBrowser onTold={load} />
      {file && (
        <>
          <Mail file={file} onChange={setFile} />
          <Warning file={file} />
          <Last last={file.last} />
        </>
      )}
    </Section>
  );
}

function Mail({ file, onChange }: { file: AlertsFile; onChange: (file: AlertsFile) => void }) {
  const saving = useAction();
  if (!file.mail_available) return <p class="small soft">{words().noMail}</p>;
  const choose = async (mail: boolean) => {
    onChange({ ...file, mail });
    if (!(await saving.run(async () => onChange(await writeAlerts(mail))))) onChange(file);
  };
  return (
    <>
      <Check
        label={words().mail(me.value?.email ?? '')}
        checked={file.mail}
        onChange={(on) => void choose(on)}
      />
      <TroubleNote problem={saving.problem} />
    </>
  );
}

/** Nothing is turned on: that has to be seen here, before a flag waits for hours. */
function Warning({ file }: { file: AlertsFile }) {
  const isReached = pushState.value === 'on' || (file.mail && file.mail_available);
  return isReached || pushState.value === 'unknown' ? null : <p class="alerts-nothing">{words().nothing}</p>;
}

function Last({ last }: { last: AlertsFile['last'] }) {
  if (!last?.at) return <p class="small soft">{words().none}</p>;
  const when = instantWords(last.at, deviceZone());
  const said =
    last.state === 'failed'
      ? words().last.failed(when, words().why(last.reason ?? ''))
      : words().last[last.state](when);
  return <p class="small figures">{said}</p>;
}
