import { Component, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LocationProvider, useLocation } from 'preact-iso';
import { here, later, type Page, Shown } from './pages';
import { Join } from './screens/client/join/screen';
import { withSaid } from './screens/client/parts/with-said';
import { Today } from './screens/client/today/screen';
import { holdSession } from './sw-bridge';
import { text } from './text';
import { loadAccountWords } from './text/account';
import { loadBodyWords } from './text/body';
import { loadCareWords } from './text/care';
import { loadDeskWords } from './text/desk';
import { loadDoorsWords } from './text/doors';
import { loadGuideWords } from './text/guide';
import { loadHistoryWords } from './text/history';
import { loadIntakeWords } from './text/intake';
import { loadLearnWords } from './text/learn';
import { loadMeWords } from './text/me';
import { loadMeasuresWords } from './text/measures';
import { loadRemindersWords } from './text/reminders';
import { loadSafetyWords } from './text/safety';
import { Button, Screen, Toast } from './ui';

const Code = later(() => import('./screens/client/code/screen').then((m) => m.Code), loadDoorsWords);
const Learn = later(() => import('./screens/client/learn/screen').then((m) => m.Learn), loadLearnWords);
const Desk = later(
  () => import('./screens/therapist/desk').then((m) => m.Desk),
  loadDeskWords,
  loadBodyWords,
);

/** The pages a client may come to; the first two are in the first load. */
const CLIENT: Record<string, Page> = {
  '/today': here(Today),
  '/join': here(Door),
  '/practice': later(() =>
    import('./screens/client/practice/screen').then((m) => {
      m.fetchPieces();
      return m.Practice;
    }),
  ),
  '/after': later(() => import('./screens/client/after/screen').then((m) => m.After)),
  '/history': later(
    () => import('./screens/client/history/screen').then((m) => m.History),
    loadHistoryWords,
    loadCareWords,
  ),
  '/body': later(() => import('./screens/client/body/screen').then((m) => m.Body), loadBodyWords),
  '/intake': later(
    () => import('./screens/client/intake/screen').then((m) => m.loadIntake()),
    loadIntakeWords,
    loadBodyWords,
  ),
  '/me': later(
    () => import('./screens/client/me/screen').then((m) => m.Me),
    loadMeWords,
    loadRemindersWords,
    loadCareWords,
    loadMeasuresWords,
  ),
  '/reminders': later(
    () => import('./screens/client/reminders/screen').then((m) => m.Reminders),
    loadRemindersWords,
  ),
  '/ask': later(
    () => import('./screens/client/ask/screen').then((m) => m.Ask),
    loadCareWords,
    loadHistoryWords,
  ),
  '/calm': later(
    withSaid(() => import('./screens/client/calm/screen').then((m) => m.Calm)),
    loadCareWords,
    loadSafetyWords,
  ),
  '/signs': later(
    withSaid(() => import('./screens/client/signs/screen').then((m) => m.Signs)),
    loadCareWords,
    loadGuideWords,
    loadSafetyWords,
  ),
  '/measures': later(
    () => import('./screens/client/measures/screen').then((m) => m.Measures),
    loadMeasuresWords,
    loadIntakeWords,
  ),
  '/learn': Learn,
  '/': later(() => import('./screens/client/entry/screen').then((m) => m.Entry), loadDoorsWords),
};

/** The table of pages: who stands where. */
const PAGES: Record<string, Page> = {
  ...CLIENT,
  '/sign-in': later(() => import('./screens/account/sign-in/screen').then((m) => m.SignIn), loadAccountWords),
  '/sign-up': later(() => import('./screens/account/sign-up/screen').then((m) => m.SignUp), loadAccountWords),
};
const LOST = here(Lost);

/** Fetched after the first paint, in this order: a network that goes away in the first minute must not matter. */
export const CLIENT_PAGES: readonly Page[] = [...Object.values(CLIENT), Code];

export function App() {
  return (
    <LocationProvider>
      <Boundary>
        <Place />
      </Boundary>
      <SessionGuard />
      <Toast />
    </LocationProvider>
  );
}

function Place() {
  const { path } = useLocation();
  return <Shown page={deep(path) ?? PAGES[path] ?? LOST} />;
}

/** Pages with addresses below their own: one page for all of them, so that it stays mounted while one moves within. */
function deep(path: string): Page | null {
  if (path === '/desk' || path.startsWith('/desk/')) return Desk;
  return path.startsWith('/learn/') ? Learn : null;
}

/** While a practice runs, or is being told about, no tab takes a new version of the app. */
function SessionGuard() {
  const { path } = useLocation();
  const inSession = path === '/practice' || path === '/after';
  useEffect(() => (inSession ? holdSession() : undefined), [inSession]);
  return null;
}

/** `/join#TOKEN` is a link from the therapist, `/join` alone asks for a code; a second link may follow in the same tab. */
function Door() {
  const [link, setLink] = useState(() => location.hash);
  useEffect(() => {
    const look = () => setLink((before) => (location.hash === '' ? before : location.hash));
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  return link === '' ? <Shown page={Code} /> : <Join key={link} />;
}

function Lost() {
  const words = text.client.lost;
  return (
    <Screen
      title={words.title}
      foot={
        <Button wide href="/">
          {words.home}
        </Button>
      }
    >
      <p>{words.text}</p>
    </Screen>
  );
}

/** A page that fails shows a way on; the browser's own report still has the error. */
class Boundary extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    reportError(error);
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const words = text.client.broken;
    return (
      <Screen
        title={words.title}
        foot={
          <Button wide onClick={() => location.reload()}>
            {words.reload}
          </Button>
        }
      >
        <p>{words.text}</p>
      </Screen>
    );
  }
}
