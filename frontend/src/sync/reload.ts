import { settled } from '../store/db';
import { alone } from './lock';

/** A page that waits for a slow network to end its exchange is opened again all the same. */
const PATIENCE_MS = 3000;

/**
 * Opens the page again once nothing is on its way. WebKit loses a transaction whose page ends under it: what it held
 * stays locked for every page after it, and logs would wait on the phone until the browser itself is closed.
 */
export async function reloadPage(): Promise<void> {
  const quiet = alone(settled);
  await Promise.race([quiet, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  location.reload();
}
