import { useEffect, useState } from 'preact/hooks';
import type { Refused } from '../../../api/desk-call';
import { clients, me, openLogs, programTick, rowOf } from '../../../store/desk';
import { type ClientFile, readFile } from '../../../sync/desk/client';
import { markSeen, openLogsOf } from '../../../sync/desk/clients';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { TroubleNote } from '../parts/trouble-note';
import { todayIn } from '../parts/when';
import { Access } from './access';
import './client.css';
import { ClientCourse } from './course/lazy';
import { Devices } from './devices';
import { Dose } from './dose/section';
import { ClientHeader } from './header';
import { Invite } from './invite';
import { Keep } from './keep';
import { Logs } from './logs';
import { OverWeeksPart } from './measures/section';
import { ProgramList } from './program-list';
import { Reminders } from './reminders/section';
import { AnswersPanel } from './safety/answers-panel';
import { FlagsPanel } from './safety/flags-panel';
import { RedBanner } from './safety/red-banner';
import { Setup, Stopped } from './setup';
import { useScreening } from './use-screening';
import { Versions } from './versions';
import { Visits } from './visits/section';

/** One client on one page. */
export function ClientPage({ id }: { id: string }) {
  const opening = useAction();
  const [file, setFile] = useState<ClientFile | null>(null);
  const [inviting, setInviting] = useState(() => new URLSearchParams(location.search).has('handover'));
  const reload = () => opening.run(async () => setFile(await readFile(id)));
  const [fresh, setFresh] = useState(0);
  const tick = programTick.value;
  useEffect(() => {
    void reload();
  }, [id, tick]);
  useLogs(id, setFresh);
  const screening = useScreening(id);
  useAnchor(file !== null);
  if (!file) return <Waiting problem={opening.problem} onRetry={() => void reload()} />;
  const { card, program, devices } = file;
  const today = todayIn(card.timezone);
  const rows = openLogs.value?.client_id === id ? openLogs.value.rows : null;
  const row = clients.value ? rowOf(id) : null;
  const open = screening.file?.intake.open ?? row?.safety.open ?? program.clearance !== null;
  const reloadAll = () => Promise.all([reload(), screening.reload()]);
  return (
    <>
      <Back />
      <ClientHeader file={file} row={row} rows={rows} onHandOver={() => setInviting(true)} />
      <TroubleNote problem={opening.problem} onRetry={() => void reload()} />
      {screening.file && (
        <RedBanner
          id={id}
          file={screening.file}
          zone={card.timezone}
          practiceNumber={me.value?.practice.settings.emergency_number ?? ''}
          onSheet={screening.setSheet}
        />
      )}
      {row?.stopped && (
        <Stopped stopped={row.stopped} rows={rows ?? []} program={program.program} zone={card.timezone} />
      )}
      <Setup file={file} open={open} onHandOver={() => setInviting(true)} />
      <TroubleNote problem={screening.problem} onRetry={() => void screening.reload()} />
      <Visits card={card} />
      <ClientCourse file={file} rows={rows}>
        {screening.file && (
          <div class="client-safety">
            <FlagsPanel id={id} file={screening.file} zone={card.timezone} onSheet={screening.setSheet} />
            <AnswersPanel file={screening.file} client={file} onChange={reloadAll} />
          </div>
        )}
      </ClientCourse>
      <OverWeeksPart card={card} rows={rows} />
      <div id="dose" tabIndex={-1}>
        <Dose card={card} program={program.program} news={rows?.[0]?.seq ?? 0} />
      </div>
      <ProgramList program={program.program} today={today} clientId={id} rows={rows ?? []} />
      <div id="reminders" tabIndex={-1}>
        <Reminders card={card} row={row} news={rows?.[0]?.seq ?? 0} />
      </div>
      <Logs id={id} card={card} program={program.program} fresh={fresh} />
      <Versions id={id} program={program} zone={card.timezone} />
      <Devices id={id} devices={devices} zone={card.timezone} onChange={reload} />
      <Access card={card} onChange={reload} />
      <Keep card={card} onChange={reload} />
      <Invite
        file={file}
        screening={screening.file}
        closed={!open}
        open={inviting}
        onClose={() => setInviting(false)}
        onChange={reload}
        onWord={reloadAll}
      />
    </>
  );
}

/** What somebody does who looks for something herself. */
const OWN_WAY = ['wheel', 'pointerdown', 'keydown'] as const;

/**
 * Where the address names a part of the page, it opens there: the inbox leads to the dose. What arrives above it later
 * moves it down; it is kept in sight until somebody goes her own way.
 */
function useAnchor(shown: boolean): void {
  useEffect(() => {
    const place = shown ? document.getElementById(location.hash.slice(1)) : null;
    const page = place?.parentElement;
    if (!place || !page) return;
    const watch = new ResizeObserver(() => place.scrollIntoView());
    const end = () => {
      watch.disconnect();
      for (const way of OWN_WAY) removeEventListener(way, end);
    };
    watch.observe(page);
    place.focus({ preventScroll: true });
    for (const way of OWN_WAY) addEventListener(way, end, { passive: true });
    return end;
  }, [shown]);
}

/** Loads the logs, and tells the server that they were seen; `note` gets how many of them were new. */
function useLogs(id: string, note: (fresh: number) => void): void {
  const loading = useAction();
  const newest = openLogs.value?.client_id === id ? openLogs.value.rows[0]?.seq : undefined;
  useEffect(() => {
    void loading.run(() => openLogsOf(id));
  }, [id]);
  useEffect(() => {
    const unread = rowOf(id)?.unread ?? 0;
    if (newest === undefined || unread === 0) return;
    note(unread);
    void loading.run(() => markSeen(id));
  }, [id, newest, clients.value === null]);
}

function Waiting({ problem, onRetry }: { problem: Refused | null; onRetry: () => void }) {
  return (
    <>
      <Back />
      {problem ? <TroubleNote problem={problem} onRetry={onRetry} /> : <p class="soft">{desk.loading}</p>}
    </>
  );
}

function Back() {
  return (
    <div class="desk-back">
      <Button kind="link" icon="back" href="/desk/clients">
        {desk.back}
      </Button>
    </div>
  );
}
