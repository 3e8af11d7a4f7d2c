import { loadGuideWords } from '../../../text/guide';
import { part } from '../parts/later-part';
import { fetchLead } from './eyes-closed';

// What the first hold does not need. All of it is fetched as soon as the practice is here, and kept by the worker.
export const advice = part(() => import('./later/advice').then((it) => it.Advice), loadGuideWords);
export const gate = part(() => import('./later/gate').then((it) => it.Gate), loadGuideWords);
export const pathSteps = part(() => import('./later/tender').then((it) => it.PathSteps), loadGuideWords);
export const skippedWhy = part(() => import('./later/skipped').then((it) => it.SkippedWhy));
export const swapChoice = part(() => import('./later/swaps').then((it) => it.Swaps));
export const tender = part(() => import('./later/tender').then((it) => it.Tender), loadGuideWords);
export const settings = part(
  () => import('../parts/later/settings-panel').then((it) => it.SettingsPanel),
  loadGuideWords,
);

/** Nothing waits for these; one that does not come is asked for again where it is needed. */
export function fetchPieces(): void {
  void fetchLead();
  for (const { load } of [swapChoice, advice, gate, pathSteps, tender, skippedWhy, settings])
    load().catch(() => undefined);
}
