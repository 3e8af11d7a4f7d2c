import { useEffect } from 'preact/hooks';
import { loadGuideWords } from '../../../text/guide';
import type { Lead } from './later/lead';
import type { Live } from './live';

let lead: Lead | null = null;
let coming: Promise<void> | null = null;

/** Brings what sounds, speaks and shakes; a practice never waits for it. */
export function fetchLead(): Promise<void> {
  coming ??= Promise.all([import('./later/lead'), loadGuideWords()]).then(
    ([module]) => {
      lead = module.openLead();
    },
    () => {
      // Not on this phone yet: asked for again by the next practice.
      coming = null;
    },
  );
  return coming;
}

/** Within a tap, because phones let nothing sound before one. */
export function unlockLead(): void {
  lead?.unlock();
}

export interface LeadKeys {
  toggle: () => void;
  back: () => void;
  next: () => void;
}

const TAPS = ['pointerup', 'keydown'] as const;

/** Leads through a session as soon as it can; taps keep it unlocked, as after a call or a reload. */
export function useLead(live: Live, keys: LeadKeys): void {
  useEffect(() => {
    let stop: (() => void) | null = null;
    let open = true;
    const media = {
      play: () => live.mode.peek() === 'paused' && keys.toggle(),
      pause: () => live.mode.peek() !== 'paused' && keys.toggle(),
      previoustrack: keys.back,
      nexttrack: keys.next,
    };
    void fetchLead().then(() => {
      if (open && lead) stop = lead.follow(live, media);
    });
    for (const tap of TAPS) addEventListener(tap, unlockLead, true);
    return () => {
      open = false;
      stop?.();
      for (const tap of TAPS) removeEventListener(tap, unlockLead, true);
    };
  }, [live]);
}
