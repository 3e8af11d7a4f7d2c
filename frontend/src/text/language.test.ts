import { afterEach, beforeEach, expect, it, vi } from 'vitest';

type Module = typeof import('./language');

/** As a page that is opened now: what was kept before counts. */
async function opened(address = '/'): Promise<Module> {
  history.replaceState(null, '', address);
  vi.resetModules();
  return import('./language');
}

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  localStorage.clear();
  history.replaceState(null, '', '/');
});

it.each([
  [['en-GB'], 'en'],
  [['fr', 'en-US', 'de'], 'en'],
  [['de-AT', 'en'], 'de'],
  [['DE'], 'de'],
  [['fr'], 'en'],
  [[null], 'en'],
  [['constructor'], 'en'],
])('speaks of %j the first that it can: %s', async (wishes, spoken) => {
  expect((await opened()).firstSpoken(wishes)).toBe(spoken);
});

it('opens in the language that the therapist’s link names', async () => {
  expect((await opened('/join?lang=de')).language()).toBe('de');
});

it('lets a choice made in this browser win over a link', async () => {
  (await opened()).keepLanguage('en');
  expect((await opened('/join?lang=de')).language()).toBe('en');
});

it('speaks one language until the page is opened again', async () => {
  const page = await opened();
  expect(page.language()).toBe('en');
  page.keepLanguage('de');
  expect([page.language(), page.locale()]).toEqual(['en', 'en-GB']);
  const next = await opened();
  expect([next.language(), next.locale()]).toEqual(['de', 'de-DE']);
});

it('follows the server when it says something new, and asks for the page to be opened again', async () => {
  expect((await opened()).followTold('ana', 'de')).toBe(true);
  const next = await opened();
  expect(next.language()).toBe('de');
  expect(next.followTold('ana', 'de')).toBe(false);
});

it('keeps what she chose here while the server has not heard of it', async () => {
  const page = await opened();
  expect(page.followTold('ana', 'en')).toBe(false);
  page.keepLanguage('de');
  const next = await opened();
  expect(next.followTold('ana', 'en')).toBe(false);
  expect((await opened()).language()).toBe('de');
});

it('follows what is said of somebody else, who is here now', async () => {
  const page = await opened();
  page.followTold('ana', 'de');
  page.keepLanguage('en');
  expect((await opened()).followTold('ben', 'de')).toBe(true);
});

it.each([null, 'xx'])('stays as it is when the server says %s', async (told) => {
  expect((await opened()).followTold('ana', told)).toBe(false);
  expect(localStorage.getItem('pith-language')).toBe(null);
});
