// What a push says, whatever has arrived: something can always be shown.

export interface Action {
  action: string;
  title: string;
}

/** What to show, where a tap leads on this site, and the id under which it is told about. */
export interface Notice {
  title: string;
  lang?: string;
  dir: 'auto' | 'ltr' | 'rtl';
  tag: string;
  path: string;
  id: string | null;
  actions: Action[];
  badge: number;
}

type Thing = Record<string, unknown>;

const HOME = '/today';

/** Reads the message of the server; of one that cannot be read, a notice with `words` and no more. */
export function noticeOf(text: string | null, origin: string, words: string): Notice {
  const message = thing(parsed(text));
  const told = thing(message.notification);
  const { title, lang, dir, tag, navigate, actions } = told;
  const { id } = thing(told.data);
  const notice: Notice = {
    title: isText(title) ? title : words,
    dir: dir === 'ltr' || dir === 'rtl' ? dir : 'auto',
    tag: isText(tag) ? tag : 'pith',
    path: pathOn(origin, navigate),
    id: isText(id) ? id : null,
    actions: Array.isArray(actions) ? actions.flatMap(actionOf) : [],
    badge: typeof message.app_badge === 'number' ? message.app_badge : 0,
  };
  return isText(lang) ? { ...notice, lang } : notice;
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

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return null;
  }
}

function thing(value: unknown): Thing {
  return typeof value === 'object' && value !== null ? (value as Thing) : {};
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function actionOf(value: unknown): Action[] {
  const { action, title } = thing(value);
  return isText(action) && isText(title) ? [{ action, title }] : [];
}
