/** What the therapist does with one client. */
import * as api from '../../api/desk';
import type { Language } from '../../domain/language';
import { dropDraftOf } from '../../store/desk';
import { refreshClients } from './clients';
import type { Named } from './use-action';

/** Adds a client and resolves with her id. */
export async function addClient(
  name: string,
  timezone: string,
  language: Language,
  named: Named,
): Promise<string> {
  const card = await api.addClient(named({ name: name.trim(), timezone, language }));
  await refreshClients();
  return card.id;
}

/** Everything about one client that does not stream in: card, program, phones. */
export interface ClientFile {
  card: api.ClientCard;
  program: api.ProgramView;
  devices: api.Device[];
}

export async function readFile(id: string): Promise<ClientFile> {
  const [card, program, { devices }] = await Promise.all([
    api.readClient(id),
    api.readProgram(id),
    api.listDevices(id),
  ]);
  return { card, program, devices };
}

export async function clear(id: string, note: string, named: Named): Promise<void> {
  await api.clear(id, named({ note }));
  await refreshClients();
}

export async function withdrawClearance(id: string): Promise<void> {
  await api.withdrawClearance(id);
  await refreshClients();
}

export async function revokeDevice(id: string, device: string): Promise<void> {
  await api.revokeDevice(id, device);
  await refreshClients();
}

export async function changeClient(
  id: string,
  change: Parameters<typeof api.changeClient>[1],
): Promise<void> {
  await api.changeClient(id, change);
  await refreshClients();
}

export async function setAccess(id: string, therapist: string, has: boolean): Promise<void> {
  await (has ? api.giveAccess(id, therapist) : api.takeAccess(id, therapist));
}

/** Erases her for good; the server compares the name that was typed. */
export async function eraseClient(id: string, typed: string): Promise<void> {
  await api.eraseClient(id, typed);
  dropDraftOf(id);
  await refreshClients();
}

export { exportAddress, invite, listMembers, readDiff, readVersion } from '../../api/desk';
