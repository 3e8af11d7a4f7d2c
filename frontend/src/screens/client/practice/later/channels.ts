import { type CueKind, overTones, shakeOf, toneOf } from '../../../../domain/cues';
import type { PhaseKind } from '../../../../domain/phases';
import { settings } from '../../../../store/settings';
import { Speaker } from '../../parts/later/speaker';
import { Tones } from './tones';

/** The ways to lead somebody whose eyes are closed. None of them is needed: the time goes on without any. */
export interface Channels {
  /** To be called within a tap: phones let nothing sound before. */
  unlock: () => void;
  cue: (kind: CueKind | 'over', phase: PhaseKind, said: string) => void;
  /** A pause, a stop, a hidden page: what sounds now ends now. */
  hush: () => void;
  close: () => void;
}

export function openChannels(): Channels {
  const tones = new Tones();
  const speaker = new Speaker();
  return {
    unlock: () => {
      const { silent, tones: sounds, voice } = settings.peek();
      if (silent) return;
      if (sounds) tones.unlock();
      if (voice) speaker.unlock();
    },
    cue: (kind, phase, said) => {
      const { silent, ...on } = settings.peek();
      if (silent) return;
      if (on.tones) tones.play(kind === 'over' ? overTones() : [toneOf(kind)]);
      if (on.voice && said !== '') speaker.say(said);
      if (on.vibration) shake(shakeOf(kind, phase));
    },
    hush: () => {
      tones.hush();
      speaker.hush();
      shake([0]);
    },
    close: () => {
      tones.close();
      speaker.hush();
    },
  };
}

function shake(pattern: number[]): void {
  if (pattern.length > 0) navigator.vibrate?.(pattern);
}
