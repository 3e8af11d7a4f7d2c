/**
 * Whether somebody may be signed in at a desk in this browser. The sign-in itself is a cookie that no script can see;
 * this mark only spares phones, which never have one, a question whose answer would be a refusal.
 */
const MARK = 'pith-desk';

export function markDesk(open: boolean): void {
  if (open) localStorage.setItem(MARK, '1');
  else localStorage.removeItem(MARK);
}

export function deskMayBeHere(): boolean {
  return localStorage.getItem(MARK) !== null;
}
