import { useEffect, useState } from 'preact/hooks';
import { localDate } from '../../../../domain/days';
import { deviceZone, NotSaved } from '../../../../store';
import { choice, choose, remindersOn } from '../../../../store/reminders';
import { calendarReady, endFeed, fetchFeed, makeFeed, type NewFeed } from '../../../../sync/calendar';
import { reminders } from '../../../../text/reminders';
import { Button } from '../../../../ui';
import { shortDay } from '../../parts/later/dates';
import './calendar.css';

const FILE = '/api/v1/reminders/calendar.ics';

/** What became of the last tap; '' before one. */
type Said = '' | 'asked' | 'back' | 'unsaved';

/** Her own calendar in place of pushes: it rings without a network, and then nothing else does. */
export function Calendar() {
  const words = reminders.calendar;
  const [said, setSaid] = useState<Said>('');
  const byCalendar = choice.value?.calendar === true;
  const set = async (calendar: boolean) => {
    try {
      await choose({ calendar });
      setSaid(calendar ? '' : 'back');
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      setSaid('unsaved');
    }
  };
  return (
    <>
      {remindersOn.value && (
        <section class="stack-tight">
          <h3>{words.title}</h3>
          <p class="soft">{byCalendar ? words.on : words.text}</p>
          <Take onTaken={() => setSaid('asked')} />
          {byCalendar && (
            <Button kind="link" onClick={() => void set(false)}>
              {words.here}
            </Button>
          )}
          {!byCalendar && said === 'asked' && (
            <>
              <p role="status">{words.asked}</p>
              <Button onClick={() => void set(true)}>{words.yes}</Button>
            </>
          )}
          {said === 'back' && <p role="status">{words.drop}</p>}
          {said === 'unsaved' && <p role="status">{reminders.unsaved}</p>}
        </section>
      )}
      <Feed />
    </>
  );
}

/** Her times as a file, once the practice knows the newest. */
export function Take({ onTaken }: { onTaken: () => void }) {
  const [said, setSaid] = useState<'' | 'busy' | 'offline'>('');
  const take = async () => {
    setSaid('busy');
    const ready = await calendarReady();
    setSaid(ready ? '' : 'offline');
    if (!ready) return;
    onTaken();
    download();
  };
  return (
    <>
      <Button kind="quiet" icon="download" busy={said === 'busy'} onClick={() => void take()}>
        {reminders.calendar.go}
      </Button>
      {said === 'offline' && <p role="status">{reminders.mail.offline}</p>}
    </>
  );
}

/** A private address that a calendar follows: only to look at. */
function Feed() {
  const words = reminders.calendar;
  const [since, setSince] = useState<string | null>();
  const [made, setMade] = useState<NewFeed | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    void fetchFeed().then((found) => found && setSince(found.made_at));
  }, []);
  const make = async () => {
    const now = await makeFeed();
    setFailed(now === null);
    if (now) setMade(now);
  };
  const end = async () => {
    const done = await endFeed();
    setFailed(!done);
    if (!done) return;
    setMade(null);
    setSince(null);
  };
  if (since === undefined || !(since || remindersOn.value)) return null;
  return (
    <section class="stack-tight">
      <h3>{words.feed}</h3>
      <p class="soft">{words.feedText}</p>
      {made ? (
        <Address made={made} />
      ) : (
        since && <p>{words.since(shortDay(localDate(Date.parse(since), deviceZone())))}</p>
      )}
      {!made && remindersOn.value && (
        <Button kind="quiet" onClick={() => void make()}>
          {since ? words.anew : words.make}
        </Button>
      )}
      {(made || since) && (
        <Button kind="link" onClick={() => void end()}>
          {words.end}
        </Button>
      )}
      {failed && <p role="status">{reminders.mail.offline}</p>}
    </section>
  );
}

function Address({ made }: { made: NewFeed }) {
  const words = reminders.calendar;
  const [copied, setCopied] = useState(false);
  // Where a browser does not let us copy, the address stands there to be copied by hand.
  const copy = () =>
    navigator.clipboard?.writeText(made.link).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <p class="calendar-link">{made.link}</p>
      <Button kind="quiet" onClick={() => void copy()}>
        {words.copy}
      </Button>
      <Button kind="quiet" href={made.url}>
        {words.open}
      </Button>
      <p role="status">{copied && words.copied}</p>
    </>
  );
}

/** A real address and no blob: an iPhone offers a calendar only for a file that comes from a server. */
function download(): void {
  const link = document.createElement('a');
  link.href = FILE;
  link.click();
}
