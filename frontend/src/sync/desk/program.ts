/** Writing a program: the catalogue, the draft's start, and saving it as the next version. */
import * as api from '../../api/desk';
import type { DoseKept } from '../../api/desk-dose';
import type { Draft } from '../../domain/desk/draft';
import { draftOf, emptyDraft, toWire } from '../../domain/desk/version';
import type { Version } from '../../domain/program';
import { catalogue, drafts, dropDraftOf, keepDraft, programTick } from '../../store/desk';
import { refreshClients } from './clients';
import { inEffect, readDose } from './dose';
import type { Named } from './use-action';
import { loadVerdicts } from './verdicts';

/** What the builder needs to begin. */
export interface Bench {
  card: api.ClientCard;
  newest: Version | null;
  linked: boolean;
  /** What the rules have laid over the newest version: it ends with the next. */
  softened: DoseKept[];
}

/** Loads the catalogue (once a visit), the rules' word on it for her and the newest version, and lays a draft out. */
export async function openBench(id: string, today: (zone: string) => string): Promise<Bench> {
  const [card, program, { devices }, dose] = await Promise.all([
    api.readClient(id),
    api.readProgram(id),
    api.listDevices(id),
    readDose(id),
    loadCatalogue(),
    loadVerdicts(id),
  ]);
  if (!drafts.value[id]) beginFrom(id, program.program, today(card.timezone));
  const linked = devices.some((device) => !device.revoked_at);
  return { card, newest: program.program, linked, softened: inEffect(dose) };
}

export async function loadCatalogue(): Promise<void> {
  catalogue.value ??= await api.readCatalogue();
}

/** Starts over from a version, or from nothing. */
export function beginFrom(id: string, version: Version | null, today: string): void {
  keepDraft(id, version ? draftOf(version, today) : emptyDraft(today));
}

/**
 * Saves the draft on top of the version it began from; `over` puts it over a newer one that she has seen. `seen`: the
 * decisions of the rules that she had before her, which end with it.
 */
export async function saveDraft(
  id: string,
  draft: Draft,
  seen: readonly DoseKept[],
  named: Named,
  over?: number,
): Promise<Version> {
  const base_version = over ?? draft.base_version;
  const seen_decisions = seen.map((one) => one.id);
  const saved = await api.writeVersion(id, named({ ...toWire(draft), base_version, seen_decisions }));
  dropDraftOf(id);
  programTick.value += 1;
  await refreshClients();
  return saved;
}

export { readProgram } from '../../api/desk';
