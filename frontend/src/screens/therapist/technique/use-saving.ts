import { useState } from 'preact/hooks';
import type { Refused } from '../../../api/desk-call';
import type { Fault } from '../../../domain/desk/own-faults';
import type { OwnDraft, OwnTechnique } from '../../../domain/desk/own-technique';
import { saveOwn, sendPhoto } from '../../../sync/desk/content';
import { type Named, useAction } from '../../../sync/desk/use-action';
import type { NewPhoto } from './photo';

export interface Saving {
  busy: boolean;
  /** She has pressed "Save" once: what is missing is marked from now on. */
  tried: boolean;
  /** What the server marked, by its paths. */
  fields: Record<string, string>;
  note: Refused | null;
  /** Why the photo was not kept, when the words were. */
  photo: Refused | null;
  /** The version that a colleague saved meanwhile. */
  stale: number | null;
  save: (over?: number) => Promise<void>;
}

interface Work {
  id: string | null;
  draft: OwnDraft;
  faults: readonly Fault[];
  base: number;
  fresh: NewPhoto | null;
  alt: string;
  onWords: (saved: OwnTechnique) => void;
  onAll: (saved: OwnTechnique) => void;
}

/** Saves the words, then the photo: words that are kept stay kept when the photo is refused. */
export function useSaving(work: Work): Saving {
  const words = useAction();
  const photo = useAction();
  const [tried, setTried] = useState(false);
  const { fresh, alt } = work;
  const save = async (over?: number) => {
    setTried(true);
    photo.clear();
    if (work.faults.length > 0 || (fresh && alt.trim() === '')) return;
    let saved: OwnTechnique | null = null;
    const write = async (named: Named) => {
      saved = await saveOwn(work.id, work.draft, over ?? work.base, named);
    };
    if (!(await words.run(write)) || !saved) return;
    work.onWords(saved);
    const { id } = saved as OwnTechnique;
    if (fresh && !(await photo.run(() => sendPhoto(id, fresh.picture, alt.trim())))) return;
    work.onAll(saved);
  };
  const stale = words.problem?.code === 'base_version_stale' ? words.problem : null;
  return {
    busy: words.busy || photo.busy,
    tried,
    fields: words.problem?.fields ?? {},
    note: stale || words.problem?.trouble === 'invalid' ? null : words.problem,
    photo: photo.problem,
    stale: stale ? Number(stale.body.current) : null,
    save,
  };
}
