import type { Tone } from '../../../../domain/cues';

/** A tone that begins or ends at once clicks. */
const SOFTLY_S = 0.04;

/** Soft tones out of nothing but the phone itself: no file, no network. */
export class Tones {
  #context: AudioContext | null = null;
  #out: GainNode | null = null;

  /** Phones let a page sound only after a tap, and some take it back when a call comes in. */
  unlock(): void {
    if (!('AudioContext' in globalThis)) return;
    this.#context ??= new AudioContext();
    if (this.#context.state !== 'running') this.#context.resume().catch(() => undefined);
  }

  play(tones: readonly Tone[]): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
    this.#out ??= this.#connect(context);
    let at = context.currentTime;
    for (const tone of tones) {
      this.#sound(context, this.#out, tone, at);
      at += tone.seconds;
    }
  }

  hush(): void {
    this.#out?.disconnect();
    this.#out = null;
  }

  close(): void {
    this.hush();
    void this.#context?.close();
    this.#context = null;
  }

  #connect(context: AudioContext): GainNode {
    const out = context.createGain();
    out.connect(context.destination);
    return out;
  }

  #sound(context: AudioContext, out: GainNode, tone: Tone, at: number): void {
    const ends = at + tone.seconds;
    const wave = context.createOscillator();
    wave.frequency.setValueAtTime(tone.from_hz, at);
    wave.frequency.linearRampToValueAtTime(tone.to_hz, ends);
    const volume = context.createGain();
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(tone.loud, at + SOFTLY_S);
    volume.gain.setValueAtTime(tone.loud, Math.max(at + SOFTLY_S, ends - tone.seconds / 2));
    volume.gain.linearRampToValueAtTime(0, ends);
    wave.connect(volume).connect(out);
    wave.start(at);
    wave.stop(ends);
  }
}
