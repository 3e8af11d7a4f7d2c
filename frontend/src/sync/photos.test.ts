import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { View } from '../domain/types';
import { photosAway } from '../store/photos';
import { view } from '../store/state';
import { anItem, aVersion } from '../testing/program';
import { followPhotos, keepPhotos, photosOf } from './photos';

const ORIGIN = 'https://pith.example';
const stored = new Map<string, string[]>();
let refuse: Error | null = null;

/** A browser's store of answers, as far as photos need one. */
const caches = {
  open: async (name: string) => {
    const urls = stored.get(name) ?? [];
    stored.set(name, urls);
    return {
      keys: async () => urls.map((url) => ({ url: ORIGIN + url })),
      delete: async (url: string) => urls.splice(urls.indexOf(url), 1).length > 0,
      add: async (url: string) => {
        if (refuse) throw refuse;
        urls.push(url);
      },
    };
  },
  delete: async (name: string) => stored.delete(name),
};
const kept = () => stored.get('pith-photos');

beforeEach(() => {
  stored.clear();
  refuse = null;
  photosAway.value = null;
  view.value = null;
  vi.stubGlobal('caches', caches);
});
afterEach(() => vi.unstubAllGlobals());

const own = (url: string) => anItem({ key: url, technique: { photo: { url, alt: 'A ball at the wall' } } });
const showing = (...urls: string[]) =>
  ({ program: aVersion({ items: [anItem(), ...urls.map(own)] }), earlier: [] }) as unknown as View;

test('a photo is named once, also by a version that is still in force', () => {
  const now = showing('/a', '/b', '/a');
  expect(photosOf({ ...now, earlier: [aVersion({ items: [own('/c')] })] })).toEqual(['/a', '/b', '/c']);
  expect(photosOf(null)).toEqual([]);
});

test('what is named is stored, what is named no longer is dropped', async () => {
  expect(await keepPhotos(['/a', '/b'])).toBeNull();
  expect(await keepPhotos(['/b', '/c'])).toBeNull();
  expect(kept()).toEqual(['/b', '/c']);
  await keepPhotos([]);
  expect(kept()).toBeUndefined();
});

test('a phone without room is told apart from one without a network', async () => {
  refuse = new TypeError('no network');
  expect(await keepPhotos(['/a'])).toBe('network');
  refuse = new DOMException('no room', 'QuotaExceededError');
  expect(await keepPhotos(['/a'])).toBe('full');
});

test('a browser that stores nothing shows photos from the network', async () => {
  vi.stubGlobal('caches', undefined);
  Reflect.deleteProperty(globalThis, 'caches');
  expect(await keepPhotos(['/a'])).toBeNull();
});

test('what the network did not bring is asked for again with the next view; who leaves leaves no photo behind', async () => {
  refuse = new TypeError('no network');
  followPhotos();
  view.value = showing('/a');
  await vi.waitFor(() => expect(photosAway.value).toBe('network'));
  refuse = null;
  view.value = showing('/a');
  await vi.waitFor(() => expect(kept()).toEqual(['/a']));
  await vi.waitFor(() => expect(photosAway.value).toBeNull());
  view.value = null;
  await vi.waitFor(() => expect(kept()).toBeUndefined());
});
