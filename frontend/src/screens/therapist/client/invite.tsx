import { useEffect, useState } from 'preact/hooks';
import type { ClientCard, Invitation } from '../../../api/desk';
import type { Language } from '../../../domain/language';
import { me } from '../../../store/desk';
import { type ClientFile, invite } from '../../../sync/desk/client';
import { refreshClients } from '../../../sync/desk/clients';
import type { ScreeningFile } from '../../../sync/desk/screening';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { type HandoverWords, handoverIn } from '../../../text/handover';
import { Banner, Button, Dialog } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';
import { instantWords } from '../parts/when';
import { WordForm } from './safety/word';

const words = () => desk.client.invite;

/** While the code is on screen: has the phone in the room come in? */
const LOOK_MS = 4000;

export interface InviteProps {
  file: ClientFile;
  screening: ScreeningFile | null;
  /** The safety questions keep the program closed. */
  closed: boolean;
  open: boolean;
  onClose: () => void;
  onChange: () => Promise<unknown>;
  onWord: () => Promise<unknown>;
}

/** The hand-over in the room: screen, show the code, done. */
export function Invite({ file, screening, closed, open, onClose, onChange, onWord }: InviteProps) {
  const { card, devices } = file;
  const making = useAction();
  const [door, setDoor] = useState<Invitation | null>(null);
  const make = () => making.run(async () => setDoor(await invite(card.id)));
  useEffect(() => {
    if (open && !door) void make();
  }, [open]);
  const [since, setSince] = useState(0);
  useEffect(() => {
    if (!door) return;
    setSince(devices.length);
    const timer = setInterval(() => void onChange(), LOOK_MS);
    return () => clearInterval(timer);
  }, [door]);
  const linked = door && devices.length > since ? devices[0] : undefined;
  const close = () => {
    // A code that was shown may have been used: the next hand-over gets a fresh one.
    setDoor(null);
    onClose();
    void onChange();
    void refreshClients();
  };
  return (
    <Dialog title={words().title(card.name)} open={open} onClose={close}>
      <div class="invite stack">
        <TroubleNote problem={making.problem} onRetry={() => void make()} />
        {making.busy && !door && <p class="soft">{words().making}</p>}
        {door && <Door door={door} card={card} />}
        {linked && (
          <Banner
            tone="calm"
            icon="phone"
            action={
              <Button kind="link" href="#reminders" onClick={close}>
                {desk.reminders.set}
              </Button>
            }
          >
            <p>{words().linked(linked.label || desk.client.devices.title)}</p>
          </Banner>
        )}
        {door && !linked && devices.some((device) => !device.revoked_at) && (
          <p class="small soft">{words().rePair}</p>
        )}
        {closed && (
          <section class="invite-word card stack" aria-label={desk.screening.word.open}>
            <p>{desk.screening.word.invite}</p>
            <WordForm id={card.id} file={screening} onChange={onWord} />
          </section>
        )}
        {door && (
          <div class="row invite-actions">
            <Button kind="quiet" onClick={() => print()}>
              {words().print}
            </Button>
            <Button kind="link" busy={making.busy} onClick={() => void make()}>
              {words().again}
            </Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function Door({ door, card }: { door: Invitation; card: ClientCard }) {
  const said = useHandoverWords(card.language);
  const picture = useBlob(door.installable ? door.qr_svg : null);
  return (
    <>
      <div class="invite-print" lang={card.language}>
        <h3>{said?.title(me.value?.practice.name ?? desk.brand)}</h3>
        <p>{said?.about}</p>
      </div>
      {picture ? (
        <>
          <img class="invite-code" src={picture} alt={words().code(card.name)} width="264" height="264" />
          <ol class="invite-steps" lang={card.language}>
            {said?.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </>
      ) : (
        !door.installable && (
          <Banner tone="warn" icon="warning" title={words().noCode}>
            <p>{door.why_not}</p>
          </Banner>
        )
      )}
      <Link url={door.url} />
      <p class="small soft figures" lang={card.language}>
        {said?.until(instantWords(door.expires_at, card.timezone))}
      </p>
    </>
  );
}

/** What the client reads here is in her language, whatever the desk speaks. */
function useHandoverWords(language: Language): HandoverWords | null {
  const [said, setSaid] = useState<HandoverWords | null>(null);
  useEffect(() => {
    handoverIn(language).then(setSaid, (error: unknown) => reportError(error));
  }, [language]);
  return said;
}

function Link({ url }: { url: string }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setCopied('yes');
    } catch {
      // Refused by the browser, or not a secure place: the link is selectable beside the button.
      setCopied('no');
    }
  };
  return (
    <div class="stack-tight">
      <p class="field-label">{words().link}</p>
      <div class="invite-link">
        <code>{url}</code>
        <Button kind="quiet" onClick={copy}>
          {copied === 'yes' ? words().copied : words().copy}
        </Button>
      </div>
      <p role="status" class="small soft">
        {copied === 'no' ? words().copyByHand : ''}
      </p>
    </div>
  );
}

/** The picture as a blob address: the content security policy lets no markup from the server become part of the page. */
function useBlob(svg: string | null): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === null) {
      setAddress(null);
      return;
    }
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}
