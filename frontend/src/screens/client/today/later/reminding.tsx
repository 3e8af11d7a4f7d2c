import { useEffect, useState } from 'preact/hooks';
import { unreadReplies } from '../../../../domain/history/replies';
import { nextPractice, validSessions } from '../../../../domain/today';
import { laterAsked, pushState, snooze } from '../../../../push';
import { logs, view } from '../../../../store';
import { pushWanted } from '../../../../store/push';
import { choice, news, remindersOn } from '../../../../store/reminders';
import { reminders as words } from '../../../../text/reminders';
import { Button, Dialog, Icon, showToast } from '../../../../ui';
import { clock } from '../../parts/dates';
import { Trouble } from '../../parts/later/reminders/here';
import { useTurnOn } from '../../parts/later/reminders/turn-on';
import '../../parts/later/reminders/reminders.css';

const SPANS = [30, 60, 120];

interface RemindingProps {
  /** Above the day stands what is broken, below it what may wait. */
  at: 'top' | 'foot';
  date: string;
}

export function Reminding({ at, date }: RemindingProps) {
  if (at === 'foot') return <Later date={date} />;
  return (
    <>
      <TimesNews />
      <Answered />
      <Broken />
    </>
  );
}

/** Her times are others without a tap of hers: said once. */
function TimesNews() {
  const came = news.value;
  useEffect(() => {
    if (!came) return;
    news.value = null;
    showToast({ text: words[came] });
  }, [came]);
  return null;
}

/** One quiet line until she has read what her practice answered. */
function Answered() {
  const [newest] = unreadReplies(view.value?.replies, logs.value, Date.now());
  if (!newest) return null;
  return (
    <Button kind="link" icon="next" iconEnd href="/history">
      {words.answered(newest.by)}
    </Button>
  );
}

/** Her phone has let go of its link, or of her permission: seen on the next open, and mended with one tap. */
function Broken() {
  const { busy, outcome, run } = useTurnOn();
  const [wanted, setWanted] = useState(false);
  const state = pushState.value;
  useEffect(() => void pushWanted().then((said) => setWanted(said === true)), [state]);
  // A browser takes the permission of a site back that it thinks is not used; she has not.
  const isBroken = state === 'broken' || (wanted && (state === 'ask' || state === 'denied'));
  if (!isBroken || !remindersOn.value || choice.value?.calendar) return null;
  const mend = async () => {
    if ((await run()) === 'on') showToast({ text: words.mended });
  };
  return (
    <div class="rem-row">
      <Icon name="warning" />
      <p>{words.here.broken.title}</p>
      {state === 'denied' ? (
        <Button kind="quiet" href="/reminders">
          {words.after.look}
        </Button>
      ) : (
        <Button kind="quiet" busy={busy} onClick={() => void mend()}>
          {words.here.broken.go}
        </Button>
      )}
      <Trouble outcome={outcome} />
    </div>
  );
}

/** Not now: once more in a while. Also where a notification has no such button. */
function Later({ date }: { date: string }) {
  const [open, setOpen] = useState(false);
  const asked = laterAsked.value;
  const close = () => {
    setOpen(false);
    laterAsked.value = null;
  };
  const wait = async (minutes: number) => {
    const came = await snooze(minutes, asked ?? undefined);
    const at = clock(new Date(Date.now() + minutes * 60_000).toISOString());
    showToast({ text: came === 'ok' ? words.later.ok(at) : words.later[came] });
    close();
  };
  return (
    <>
      {mayWait(date) && (
        <Button kind="link" icon="waiting" onClick={() => setOpen(true)}>
          {words.later.title}
        </Button>
      )}
      <Dialog title={words.later.title} open={open || asked !== null} onClose={close}>
        <div class="stack-tight">
          {SPANS.map((minutes) => (
            <Button key={minutes} kind="quiet" wide onClick={() => void wait(minutes)}>
              {words.later.span(minutes)}
            </Button>
          ))}
        </div>
      </Dialog>
    </>
  );
}

/** Something is planned, nothing of it is done, and this phone would be reached. */
function mayWait(date: string): boolean {
  const practised = validSessions(logs.value).some((session) => session.local_date === date);
  const planned = view.value && nextPractice(view.value, [date]);
  return Boolean(planned) && !practised && remindersOn.value && pushState.value === 'on';
}
