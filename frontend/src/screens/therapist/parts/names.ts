/** The name of a technique: from the program's own snapshot, else from the catalogue, else its id in plain words. */
import type { Version } from '../../../domain/program';
import { catalogue } from '../../../store/desk';

export function techniqueName(id: string, program: Version | null): string {
  const item = program?.items.find((entry) => entry.technique_id === id);
  if (item) return item.snapshot.name;
  const known = catalogue.value?.techniques.find((entry) => entry.id === id);
  return known?.name ?? id.replaceAll('-', ' ');
}
