import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The name under which Vite imports its own helper wherever a part is fetched later. */
const HELPER = '\0vite/preload-helper.js';

/** Has `source` in place of Vite's helper. It is written in again by each build, so a Vite that names it anew is told. */
export function ownPreload(source: string): Plugin {
  let used = false;
  return {
    name: 'pith-own-preload',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id !== HELPER) return null;
      used = true;
      return resolve(source);
    },
    buildEnd(error) {
      if (!error && !used) throw new Error('nothing asked for the helper of parts that are fetched later');
    },
  };
}
