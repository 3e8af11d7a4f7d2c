import { loadBodyWords } from '../../../text/body';
import { loadDoseWords } from '../../../text/dose';
import { loadGuideWords } from '../../../text/guide';
import { loadIntakeWords } from '../../../text/intake';
import { loadSafetyWords } from '../../../text/safety';
import { part } from '../parts/later-part';
import { withSaid } from '../parts/with-said';
import { fetchLead } from './eyes-closed';

// What the first hold does not need. All of it is fetched as soon as the practice is here, and kept by the worker.
export const advice = part(
  withSaid(() => import('./later/advice').then((it) => it.Advice)),
  loadGuideWords,
  loadSafetyWords,
);
export const different = part(
  withSaid(() => import('./later/different').then((it) => it.Different)),
  loadSafetyWords,
  loadIntakeWords,
  loadBodyWords,
  loadGuideWords,
);
export const dayWords = part(
  withSaid(() => import('./later/day-words').then((it) => it.DayWords)),
  loadSafetyWords,
  loadDoseWords,
);
export const gate = part(() => import('./later/gate').then((it) => it.Gate), loadGuideWords);
export const options = part(() => import('./later/options').then((it) => it.Options), loadGuideWords);
export const pathSteps = part(() => import('./later/tender').then((it) => it.PathSteps), loadGuideWords);
export const skippedWhy = part(() => import('./later/skipped').then((it) => it.SkippedWhy), loadGuideWords);
export const tender = part(() => import('./later/tender').then((it) => it.Tender), loadGuideWords);
export const settings = part(
  () => import('../parts/later/settings-panel').then((it) => it.SettingsPanel),
  loadGuideWords,
);

/** Nothing waits for these; one that does not come is asked for again where it is needed. */
export function fetchPieces(): void {
  void fetchLead();
  for (const { load } of [
    options,
    dayWords,
    advice,
    different,
    gate,
    pathSteps,
    tender,
    skippedWhy,
    settings,
  ])
    load().catch(() => undefined);
}

/** How long the start sheet waits for its pieces, in ms: from the phone's own store they come in a tenth of that. */
const PATIENCE_MS = 1000;

/** What stands on the start sheet: awaited a moment, so that nothing moves under a finger when it comes. */
export function forStart(): Promise<unknown> {
  const late = new Promise((over) => setTimeout(over, PATIENCE_MS));
  return Promise.race([late, Promise.allSettled([options.load(), dayWords.load()])]);
}
