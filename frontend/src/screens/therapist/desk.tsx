import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { clients, inbox, listStale, me } from '../../store/desk';
import { signOut } from '../../sync/desk/account';
import { LOOK_EVERY_MS, look, openDesk } from '../../sync/desk/clients';
import { useAction } from '../../sync/desk/use-action';
import { desk } from '../../text/desk';
import { followTold } from '../../text/language';
import { Banner, Button } from '../../ui';
import { PrintPage, ReportPage } from './client/course/lazy';
import { IntakeRoom } from './client/room/screen';
import { ClientPage } from './client/screen';
import { FirstRun } from './clients/first-run';
import { Clients } from './clients/screen';
import { ContentPage } from './content/screen';
import './desk.css';
import { Inbox } from './inbox/screen';
import { TroubleNote } from './parts/trouble-note';
import { PracticePage } from './practice/screen';
import { Builder } from './program/screen';
import { TechniquePage } from './technique/screen';

type Place =
  | { page: 'inbox' }
  | { page: 'clients' }
  | { page: 'client'; id: string }
  | { page: 'program'; id: string }
  | { page: 'intake'; id: string }
  | { page: 'print'; id: string }
  | { page: 'report'; id: string }
  | { page: 'practice' }
  | { page: 'content' }
  | { page: 'technique'; id: string | null };

/** Which page of the desk an address means. */
export function placeOf(path: string): Place {
  const [, , area, id, part] = path.split('/');
  if (area === 'practice') return { page: 'practice' };
  if (area === 'content') return id === 'techniques' && part ? techniqueOf(part) : { page: 'content' };
  if (area !== 'clients') return { page: 'inbox' };
  if (!id) return { page: 'clients' };
  return { page: part && isPart(part) ? part : 'client', id };
}

/** The pages of one client beside her own. */
const PARTS = ['program', 'intake', 'print', 'report'] as const;

function isPart(part: string): part is (typeof PARTS)[number] {
  return PARTS.some((one) => one === part);
}

function techniqueOf(part: string): Place {
  return { page: 'technique', id: part === 'new' ? null : part };
}

/** The therapist's desk: one lazy part of the application, with its own pages. */
export function Desk() {
  const { path, route } = useLocation();
  const opening = useAction();
  const known = me.value;
  useEffect(() => {
    void opening.run(openDesk);
  }, []);
  useEffect(() => {
    if (known === null) route(`/sign-in?next=${encodeURIComponent(path)}`, true);
  }, [known]);
  useEffect(() => {
    // Chosen at another desk of hers: nothing is being written yet when this one opens.
    if (known && followTold(known.id, known.language)) location.reload();
  }, [known?.id]);
  useLooking(known !== null && known !== undefined);
  if (!known) return <TroubleNote problem={opening.problem} onRetry={() => void opening.run(openDesk)} />;
  const place = placeOf(path);
  return (
    <div class={`desk desk-${place.page}`}>
      <a class="desk-skip" href="#desk-page">
        {desk.skip}
      </a>
      <DeskBar place={place} practice={known.practice.name} />
      <DeskBody place={place} />
    </div>
  );
}

function DeskBody({ place }: { place: Place }) {
  if (place.page === 'practice') {
    return (
      <main id="desk-page" class="desk-page">
        <PracticePage />
      </main>
    );
  }
  if (place.page === 'content') {
    return (
      <main id="desk-page" class="desk-page">
        <ContentPage />
      </main>
    );
  }
  if (place.page === 'technique') {
    return (
      <main id="desk-page" class="desk-page desk-wide">
        <TechniquePage key={place.id} id={place.id} />
      </main>
    );
  }
  if (place.page === 'intake') {
    return (
      <main id="desk-page" class="desk-page">
        <IntakeRoom key={place.id} id={place.id} />
      </main>
    );
  }
  if (place.page === 'print' || place.page === 'report') {
    const Paper = place.page === 'print' ? PrintPage : ReportPage;
    return (
      <main id="desk-page" class="desk-page">
        <Paper key={place.id} id={place.id} />
      </main>
    );
  }
  if (place.page === 'program') {
    return (
      <main id="desk-page" class="desk-page desk-wide">
        <Builder key={place.id} id={place.id} />
      </main>
    );
  }
  if (clients.value?.length === 0 && place.page !== 'client') {
    return (
      <main id="desk-page" class="desk-page">
        <FirstRun />
      </main>
    );
  }
  return <ListAndClient place={place.page} openId={place.page === 'client' ? place.id : null} />;
}

/** Wide: side by side. Narrow: one after the other, by style alone, so that turning a tablet loses nothing. */
function ListAndClient({ place, openId }: { place: Place['page']; openId: string | null }) {
  return (
    <main id="desk-page" class="desk-pair">
      <Clients openId={openId} alone={place === 'clients'} />
      <div class="desk-page desk-open">
        {listStale.value && (
          <Banner tone="warn">
            <p>{desk.list.failed}</p>
          </Banner>
        )}
        {openId === null ? <Inbox first={place === 'inbox'} /> : <ClientPage key={openId} id={openId} />}
      </div>
    </main>
  );
}

/** Pages of the practice as a whole. */
const PRACTICE: readonly Place['page'][] = ['practice', 'content', 'technique'];

function DeskBar({ place, practice }: { place: Place; practice: string }) {
  const { route } = useLocation();
  const leaving = useAction();
  const leave = async () => {
    if (await leaving.run(signOut)) route('/sign-in', true);
  };
  const here = (page: boolean) => (page ? ('page' as const) : undefined);
  return (
    <header class="desk-bar">
      <p class="desk-brand">{practice}</p>
      <nav aria-label={desk.nav.label}>
        <a href="/desk" aria-current={here(place.page === 'inbox')}>
          {desk.inbox.nav(inbox.value?.counts.open ?? 0)}
        </a>
        <a href="/desk/clients" aria-current={here(place.page !== 'inbox' && !PRACTICE.includes(place.page))}>
          {desk.nav.clients}
        </a>
        <a href="/desk/practice" aria-current={here(PRACTICE.includes(place.page))}>
          {desk.nav.practice}
        </a>
      </nav>
      <Button kind="link" onClick={leave} busy={leaving.busy}>
        {desk.nav.signOut}
      </Button>
    </header>
  );
}

/** Looks for news now, every 20 s while the page is on screen, and at once when it comes back. */
function useLooking(signedIn: boolean): void {
  useEffect(() => {
    if (!signedIn) return;
    const glance = () => {
      if (document.visibilityState === 'visible') void look();
    };
    void look();
    const timer = setInterval(glance, LOOK_EVERY_MS);
    document.addEventListener('visibilitychange', glance);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', glance);
    };
  }, [signedIn]);
}
