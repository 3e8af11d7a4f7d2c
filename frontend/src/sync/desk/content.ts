/** The practice's content: what is in force and who reviewed it, the numbers it moved, techniques of its own. */
import * as api from '../../api/desk-content';
import type { Catalogue } from '../../domain/desk/catalogue';
import { type OwnDraft, type OwnTechnique, toWire } from '../../domain/desk/own-technique';
import { type Policy, withThresholds } from '../../domain/screening';
import { loadPolicy, loadScreeningWords } from '../../store/content';
import { catalogue } from '../../store/desk';
import { dropOwnDraft } from '../../store/desk-content';
import { loadCatalogue } from './program';
import type { Named } from './use-action';

export type { ContentPart, Signature, SignOffs, ThresholdChange, Thresholds } from '../../api/desk-content';

export interface ContentFile {
  catalogue: Catalogue;
  policy: Policy;
  signOffs: api.SignOffs;
  thresholds: api.Thresholds;
  own: OwnTechnique[];
}

export async function readContent(): Promise<ContentFile> {
  const [known, policy, signOffs, thresholds, { techniques }] = await Promise.all([
    knownCatalogue(),
    loadPolicy(),
    api.readSignOffs(),
    api.readThresholds(),
    api.readOwn(),
  ]);
  return { catalogue: known, policy, signOffs, thresholds, own: techniques };
}

/** What an author needs on her table. */
export interface Table {
  catalogue: Catalogue;
  /** With the practice's own numbers. */
  policy: Policy;
  /** What flags and rules are called. */
  said: Awaited<ReturnType<typeof loadScreeningWords>>;
  own: OwnTechnique | null;
}

/** Null where there is no technique of this id. */
export async function openTable(id: string | null): Promise<Table | null> {
  const [known, policy, said, { thresholds }, { techniques }] = await Promise.all([
    knownCatalogue(),
    loadPolicy(),
    loadScreeningWords(),
    api.readThresholds(),
    id === null ? { techniques: [] } : api.readOwn(),
  ]);
  const own = techniques.find((technique) => technique.id === id) ?? null;
  if (id !== null && own === null) return null;
  const moved = Object.fromEntries(thresholds.map((one) => [one.id, one.value]));
  return { catalogue: known, policy: withThresholds(policy, moved), said, own };
}

/** Saves the words as a new version; `base` is the version that she began from, null for a new technique. */
export async function saveOwn(
  id: string | null,
  draft: OwnDraft,
  base: number,
  named: Named,
): Promise<OwnTechnique> {
  const saved = await (id === null ? api.writeOwn(named(toWire(draft))) : api.changeOwn(id, draft, base));
  dropOwnDraft(id ?? 'new');
  forgetCatalogue();
  return saved;
}

export async function retireOwn(id: string): Promise<void> {
  await api.retireOwn(id);
  dropOwnDraft(id);
  forgetCatalogue();
}

export async function sendPhoto(id: string, picture: Blob, alt: string): Promise<void> {
  await api.sendPhoto(id, picture, alt);
  forgetCatalogue();
}

export async function dropPhoto(id: string): Promise<OwnTechnique> {
  const left = await api.dropPhoto(id);
  forgetCatalogue();
  return left;
}

export { moveThresholds, signOff } from '../../api/desk-content';

/** The builder asks for it anew: it has the practice's own techniques in it. */
function forgetCatalogue(): void {
  catalogue.value = null;
}

async function knownCatalogue(): Promise<Catalogue> {
  await loadCatalogue();
  return catalogue.value as Catalogue;
}
