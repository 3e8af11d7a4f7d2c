/** What an author may choose from: the lists that the catalogue's own techniques are made of. */
import type { Catalogue, Labelled } from './catalogue';

/** Places near which nothing presses, by the sentence that stands under the picture. */
export function nearChoices(catalogue: Catalogue): Labelled[] {
  const levels = catalogue.techniques.flatMap(({ levels: all }) => Object.values(all));
  return once(levels.flatMap(({ near }) => near.map(({ id, say }) => ({ id, label: say }))));
}

export function stopChoices(catalogue: Catalogue): Labelled[] {
  return once(catalogue.techniques.flatMap(({ stop }) => stop.map(({ id, text }) => ({ id, label: text }))));
}

/** The flags that a list of one's own may name. */
export function flagChoices(flags: Readonly<Record<string, string>>, known: readonly string[]): Labelled[] {
  return known.map((id) => ({ id, label: flags[id] ?? id.replaceAll('_', ' ') }));
}

/** Of each id the first, by the alphabet of its label. */
function once(list: readonly Labelled[]): Labelled[] {
  const found = new Map([...list].reverse().map((entry) => [entry.id, entry]));
  return [...found.values()].sort((a, b) => a.label.localeCompare(b.label));
}
