// What a push says, whatever has arrived: something can always be shown.

/** What to show, where a tap leads on this site, and the id under which it is told about. */
export interface Notice {
  title: string;
  lang: string;
  tag: string;
  path: string;
  id: string | null;
  actions: { action: string; title: string }[];
  badge: number;
}

interface Leading {
  navigate?: string;
  data?: { id?: string };
}

interface Message {
  notification: Partial<Pick<Notice, 'title' | 'lang' | 'tag' | 'actions'>> & Leading;
  app_badge?: number;
}

const HOME = '/today';

/** Reads the message of the server; of one that cannot be read, a notice with `words` and no more. */
export function noticeOf(text: string | null, origin: string, words: string): Notice {
  const plain = { title: words, lang: '', tag: 'pith', path: HOME, id: null, actions: [], badge: 0 };
  try {
    const { notification: said, app_badge } = JSON.parse(text ?? '') as Message;
    if (!isText(said.title)) return plain;
    const id = said.data?.id ?? null;
    return { ...plain, ...said, path: pathOn(origin, said.navigate), id, badge: app_badge ?? 0 };
  } catch {
    return plain;
  }
}

/** The address below our own origin; any other leads home. */
export function pathOn(origin: string, address: unknown): string {
  if (!isText(address)) return HOME;
  try {
    const url = new URL(address, origin);
    return url.origin === origin ? url.pathname + url.search + url.hash : HOME;
  } catch {
    return HOME;
  }
}

/** A practice under way is not torn down for a notification. */
export function mayLeave(path: string): boolean {
  return path !== '/practice' && path !== '/after';
}

/** The push that an address was opened from, and whether by its "Later"; null for any other address. */
export function openedBy(search: string): { id: string; later: boolean } | null {
  const query = new URLSearchParams(search);
  const id = query.get('r');
  return id ? { id, later: query.has('later') } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
