export interface MediaKeys {
  play: () => void;
  pause: () => void;
  previoustrack: () => void;
  nexttrack: () => void;
}

const ACTIONS = ['play', 'pause', 'previoustrack', 'nexttrack'] as const;

/** The keys of headphones and of the lock screen, where the phone gives them to a page. Returns how to give them back. */
export function takeMediaKeys(keys: MediaKeys): () => void {
  if (!('mediaSession' in navigator)) return () => undefined;
  for (const action of ACTIONS) listen(action, keys[action]);
  return () => {
    for (const action of ACTIONS) listen(action, null);
    navigator.mediaSession.metadata = null;
    navigator.mediaSession.playbackState = 'none';
  };
}

/** What the lock screen shows: the technique, and whether time runs. */
export function showMedia(title: string, running: boolean): void {
  if (!('mediaSession' in navigator)) return;
  if ('MediaMetadata' in globalThis) {
    navigator.mediaSession.metadata = new MediaMetadata({ title, artist: 'Pith' });
  }
  navigator.mediaSession.playbackState = running ? 'playing' : 'paused';
}

function listen(action: (typeof ACTIONS)[number], act: (() => void) | null): void {
  try {
    navigator.mediaSession.setActionHandler(action, act);
  } catch {
    // An action that this browser does not know: its key does nothing.
  }
}
