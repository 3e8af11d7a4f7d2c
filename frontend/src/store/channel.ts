/** Tells the other tabs and the worker that the database has changed; the sender itself does not hear it. */
const NAME = 'pith';

export type News = 'changed';

let channel: BroadcastChannel | null = null;

function opened(): BroadcastChannel | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  channel ??= new BroadcastChannel(NAME);
  return channel;
}

export function announce(news: News): void {
  opened()?.postMessage(news);
}

export function listen(hear: (news: News) => void): void {
  opened()?.addEventListener('message', (event: MessageEvent<News>) => hear(event.data));
}
