import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { OwnTechnique } from '../../../domain/desk/own-technique';
import { retireOwn } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Banner, Button, Confirm, showToast } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';
import { deviceZone, instantWords } from '../parts/when';
import type { Saving } from './use-saving';

const words = () => desk.content.editor;

interface FootProps {
  own: OwnTechnique | null;
  saving: Saving;
  /** Places that still need a look. */
  count: number;
  changed: boolean;
  onDrop: () => void;
}

/** Saving, dropping, retiring; and what stands in the way. */
export function Foot({ own, saving, count, changed, onDrop }: FootProps) {
  const { stale, save, busy, tried, note } = saving;
  const retired = own?.retired ?? false;
  return (
    <div class="technique-foot stack-tight">
      <TroubleNote problem={note} onRetry={() => void save()} />
      {stale !== null && (
        <Banner
          tone="warn"
          action={
            <Button kind="link" busy={busy} onClick={() => void save(stale)}>
              {words().over(stale)}
            </Button>
          }
        >
          <p>{words().stale(stale)}</p>
        </Banner>
      )}
      <p role="alert" class="field-error">
        {tried && (count > 0 || Object.keys(saving.fields).length > 0) && words().blocked}
      </p>
      {count > 0 && <p class="small soft">{words().hints(count)}</p>}
      <div class="row">
        <Button busy={busy} onClick={() => void save()}>
          {retired ? desk.content.own.bringBack : words().save}
        </Button>
        {changed && (
          <Button kind="link" onClick={onDrop}>
            {words().drop}
          </Button>
        )}
        {own && !retired && <Retire own={own} />}
      </div>
      {own && (
        <p class="small soft figures">
          {words().versionLine(own.version, own.by.name, instantWords(own.at, deviceZone()))}
        </p>
      )}
    </div>
  );
}

function Retire({ own }: { own: OwnTechnique }) {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const action = useAction();
  const retire = async () => {
    if (!(await action.run(() => retireOwn(own.id)))) return;
    showToast({ text: words().retiredDone(own.name) });
    route('/desk/content');
  };
  return (
    <>
      <Button kind="link" onClick={() => setAsking(true)}>
        {words().retire}
      </Button>
      <Confirm
        title={words().retireTitle(own.name)}
        open={asking}
        onClose={() => setAsking(false)}
        yes={words().retireDo}
        no={desk.cancel}
        onYes={() => void retire()}
        busy={action.busy}
      >
        <p>{words().retireAbout}</p>
        <TroubleNote problem={action.problem} />
      </Confirm>
    </>
  );
}
