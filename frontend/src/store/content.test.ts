import { beforeEach, expect, it, vi } from 'vitest';
import { contentOr } from '../testing/content';

const NO_NETWORK = () => Promise.reject(new TypeError('no network'));

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
});

it('brings the rules and their words once for all who ask', async () => {
  const fetched = vi.fn(contentOr(NO_NETWORK));
  vi.stubGlobal('fetch', fetched);
  const { loadPolicy, loadScreeningWords } = await import('./content');
  const [policy, words] = await Promise.all([loadPolicy(), loadScreeningWords(), loadPolicy()]);
  expect(Object.keys(policy.flags)).toEqual(Object.keys(words.flags));
  expect(policy.rules.map(({ id }) => id)).toEqual(Object.keys(words.rules));
  expect(fetched).toHaveBeenCalledTimes(2);
});

it('says it in the language of the page', async () => {
  localStorage.setItem('pith-language', 'de');
  vi.stubGlobal('fetch', contentOr(NO_NETWORK));
  const { loadScreeningWords } = await import('./content');
  expect((await loadScreeningWords()).flags.minor).toBe('Unter 18 Jahren');
});

it('asks again for what did not come', async () => {
  vi.stubGlobal('fetch', NO_NETWORK);
  const { loadPolicy } = await import('./content');
  await expect(loadPolicy()).rejects.toThrow('no network');
  vi.stubGlobal('fetch', async () => new Response('', { status: 404 }));
  await expect(loadPolicy()).rejects.toThrow('404');
  vi.stubGlobal('fetch', contentOr(NO_NETWORK));
  expect((await loadPolicy()).rules.length).toBeGreaterThan(80);
});
