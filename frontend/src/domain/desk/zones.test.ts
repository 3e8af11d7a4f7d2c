import { expect, it } from 'vitest';
import { zoneOptions } from './zones';

it('offers every zone that the browser knows, in words', () => {
  const options = zoneOptions('Europe/Berlin');
  expect(options).toContainEqual({ value: 'America/New_York', label: 'America/New York' });
  expect(options.filter(({ value }) => value === 'Europe/Berlin')).toHaveLength(1);
});

it("puts the phone's own zone first where the list lacks it", () => {
  expect(zoneOptions('Mars/Olympus')[0]).toEqual({ value: 'Mars/Olympus', label: 'Mars/Olympus' });
});
