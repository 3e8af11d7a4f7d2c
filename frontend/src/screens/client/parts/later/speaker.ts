import { language, locale } from '../../../../text/language';

/** A little slower than usual: the listener lies down. */
const RATE = 0.92;

/** Speaks with a voice of the phone itself. A voice that would send its words to a server is not one of them. */
export class Speaker {
  unlock(): void {
    if (!('speechSynthesis' in globalThis) || speechSynthesis.speaking) return;
    // Some phones speak later only if they have "spoken" within the tap.
    const nothing = new SpeechSynthesisUtterance(' ');
    nothing.volume = 0;
    speechSynthesis.speak(nothing);
  }

  /** What was being said gives way: the newest is what counts now. */
  say(words: string): void {
    const voice = ownVoice();
    if (!voice) return;
    const saying = new SpeechSynthesisUtterance(words);
    saying.voice = voice;
    saying.lang = locale();
    saying.rate = RATE;
    speechSynthesis.cancel();
    speechSynthesis.speak(saying);
  }

  hush(): void {
    if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
  }
}

/** A voice on this phone for the language of the page; null where there is none. */
export function ownVoice(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in globalThis)) return null;
  const fits = speechSynthesis.getVoices().filter((voice) => voice.localService && speaks(voice));
  return fits.find((voice) => voice.lang.replace('_', '-') === locale()) ?? fits[0] ?? null;
}

function speaks(voice: SpeechSynthesisVoice): boolean {
  return voice.lang.toLowerCase().split(/[-_]/)[0] === language();
}
