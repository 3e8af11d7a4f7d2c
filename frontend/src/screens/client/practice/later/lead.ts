import { type Cue, cuesBetween, cuesOf } from '../../../../domain/cues';
import type { Phase, PhaseKind } from '../../../../domain/phases';
import { currentItem, currentPhase, type Walk } from '../../../../domain/walk';
import { effect } from '../../../../signals';
import { guide as words } from '../../../../text/guide';
import type { Live } from '../live';
import { openChannels } from './channels';
import { type MediaKeys, showMedia, takeMediaKeys } from './media';
import { spoken } from './spoken';

export interface Lead {
  /** To be called within a tap. */
  unlock: () => void;
  /** Leads until the returned function is called. */
  follow: (live: Live, keys: MediaKeys) => () => void;
}

/** Leads somebody whose eyes are closed: the rules say which cue comes when, the channels make it heard and felt. */
export function openLead(): Lead {
  const channels = openChannels();
  return {
    unlock: channels.unlock,
    follow: (live, keys) => {
      const giveBack = takeMediaKeys(keys);
      const stop = effect(walking(live, channels));
      return () => {
        stop();
        giveBack();
        channels.hush();
      };
    },
  };
}

function walking(live: Live, channels: ReturnType<typeof openChannels>): () => void {
  let step = '';
  let cues: Cue[] = [];
  let heardS = 0;
  let kind: PhaseKind = 'setup';
  let running = false;
  const begin = (walk: Walk, phase: Phase | null) => {
    cues = phase ? cuesOf(phase, live.guide(phase)) : [];
    kind = phase?.kind ?? kind;
    heardS = 0;
    channels.cue(phase ? 'begin' : 'over', kind, phase ? spoken(walk) : words.say.over);
    showMedia(currentItem(walk)?.name ?? '', phase !== null);
  };
  return () => {
    const { walk } = live.session.value;
    const next = live.step.value;
    const { mode, elapsed_ms } = walk.clock;
    // "Running" as far as ears are concerned: a count-in is part of it, a pause or a hidden page is not.
    const moves = mode === 'running' || mode === 'counting';
    if (running && !moves) channels.hush();
    if (running !== moves) showMedia(currentItem(walk)?.name ?? '', moves);
    running = moves;
    if (!moves) return;
    if (next !== step) begin(walk, currentPhase(walk));
    step = next;
    const atS = elapsed_ms / 1000;
    for (const cue of cuesBetween(cues, heardS, atS)) {
      channels.cue(cue.kind, kind, cue.kind === 'half' ? words.say.half : '');
    }
    heardS = atS;
  };
}
