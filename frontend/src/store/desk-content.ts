/** What is being written about the practice's own content: it outlives a walk to another page and a sign-in that ended. */

import type { OwnDraft } from '../domain/desk/own-technique';
import { signal } from '../signals';

/** Techniques being written, by their id; `new` is the one that has none yet. */
export const ownDrafts = signal<Record<string, OwnDraft>>({});

export function keepOwnDraft(id: string, draft: OwnDraft): void {
  ownDrafts.value = { ...ownDrafts.value, [id]: draft };
}

export function dropOwnDraft(id: string): void {
  const { [id]: _gone, ...others } = ownDrafts.value;
  ownDrafts.value = others;
}
