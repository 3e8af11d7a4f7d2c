import './begin';
import './styles/layers.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/utilities.css';
import { render } from 'preact';
import { App, CLIENT_PAGES } from './app';
import { effect } from './signals';
import { onSaved, openStore, profile, view } from './store';
import { startDecisions } from './store/decisions';
import { askToPersist } from './store/persist';
import { fetchRules, startScreening } from './store/screening';
import { noteLanguage, startWorker, watchInstall, whenNoSession } from './sw-bridge';
import { startSync } from './sync';
import { loadFirstWords, text } from './text';
import { followTold, language } from './text/language';
import { showToast } from './ui';

/** From its own store a phone has the rules in a tenth of that. */
const PATIENCE_MS = 300;

async function start(): Promise<void> {
  watchInstall();
  const root = document.getElementById('app');
  if (!root) throw new Error('the page has no place for the app');
  await Promise.all([openStore().then(rulesAtOnce), loadFirstWords()]);
  render(<App />, root);
  startSync();
  startForClients();
  followHerLanguage();
}

/** Her day is drawn as it may be done from the first on, where the phone has the rules: nothing becomes less later. */
async function rulesAtOnce(): Promise<void> {
  const late = new Promise<void>((over) => setTimeout(over, PATIENCE_MS));
  if (profile.value) await Promise.race([late, fetchRules()]);
}

/** Her therapist, or another phone of hers, may have chosen another one. */
function followHerLanguage(): void {
  effect(() => {
    const me = view.value?.me;
    if (me && followTold(me.client_id, me.language)) void whenNoSession(() => location.reload());
  });
}

/** What only a client's phone needs: the worker, her pages kept ready, the promise to keep her notes. */
function startForClients(): void {
  let started = false;
  effect(() => {
    if (!profile.value || started) return;
    started = true;
    startScreening();
    startDecisions();
    // Noted first, for the worker stores the words of one language as soon as it is installed.
    noteLanguage(language())
      .catch((error: unknown) => reportError(error))
      .then(() => startWorker(offerUpdate))
      .catch((error: unknown) => reportError(error));
    whenIdle(() => {
      for (const page of CLIENT_PAGES) page.load().catch(() => undefined);
      import('./store/reminders').then((it) => it.followTravel()).catch(() => undefined);
    });
  });
  const stop = onSaved(() => {
    stop();
    void askToPersist();
  });
}

function offerUpdate(apply: () => void): void {
  const words = text.client.contact;
  showToast({ text: words.updateReady, action: { label: words.updateNow, run: apply }, sticky: true });
}

function whenIdle(run: () => void): void {
  // Not in every engine of a phone.
  if ('requestIdleCallback' in window) requestIdleCallback(run);
  else setTimeout(run, 1500);
}

start().catch((error: unknown) => reportError(error));
