/** Every zone that the browser knows, and its own one even where the list lacks it. */
export function zoneOptions(own: string): { value: string; label: string }[] {
  const all = Intl.supportedValuesOf('timeZone');
  const list = all.includes(own) ? all : [own, ...all];
  return list.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}
