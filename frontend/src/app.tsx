import { Component, type ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ErrorBoundary, LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Join } from './screens/client/join/screen';
import { Today } from './screens/client/today/screen';
import { holdSession } from './sw-bridge';
import { text } from './text';
import { Button, Screen, Toast } from './ui';

const Entry = lazy(() => import('./screens/client/entry/screen').then((m) => m.Entry));
const Code = lazy(() => import('./screens/client/code/screen').then((m) => m.Code));
const Practice = lazy(() => import('./screens/client/practice/screen').then((m) => m.Practice));
const After = lazy(() => import('./screens/client/after/screen').then((m) => m.After));
const History = lazy(() => import('./screens/client/history/screen').then((m) => m.History));
const Me = lazy(() => import('./screens/client/me/screen').then((m) => m.Me));
const SignIn = lazy(() => import('./screens/account/sign-in/screen').then((m) => m.SignIn));
const SignUp = lazy(() => import('./screens/account/sign-up/screen').then((m) => m.SignUp));
const Desk = lazy(() => import('./screens/therapist/desk').then((m) => m.Desk));

/** Fetched after the first paint, in this order: a network that goes away in the first minute must not matter. */
export const CLIENT_PAGES = [Practice, After, History, Me, Entry, Code];

/** The table of pages: who stands where. */
export function App() {
  return (
    <LocationProvider>
      <Boundary>
        <ErrorBoundary>
          <Router>
            <Route path="/" component={Entry} />
            <Route path="/join" component={Door} />
            <Route path="/today" component={Today} />
            <Route path="/practice" component={Practice} />
            <Route path="/after" component={After} />
            <Route path="/history" component={History} />
            <Route path="/me" component={Me} />
            <Route path="/sign-in" component={SignIn} />
            <Route path="/sign-up" component={SignUp} />
            {/* One route, so that the desk stays mounted while she moves within it. */}
            <Route path="/desk/:rest*" component={Desk} />
            <Route default component={Lost} />
          </Router>
        </ErrorBoundary>
      </Boundary>
      <SessionGuard />
      <Toast />
    </LocationProvider>
  );
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
  return link === '' ? <Code /> : <Join key={link} />;
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
