import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => {
  vi.resetModules();
});
afterEach(() => {
  localStorage.clear();
});

it('reads no words while a module is being loaded, because they come later', async () => {
  // Fresh modules, whose words nobody has loaded: one that reads them too early fails here.
  const pages = import.meta.glob(['../screens/**/*.{ts,tsx}', '../ui/**/*.{ts,tsx}', '!../**/*.test.*']);
  for (const load of Object.values(pages)) await load();
  expect(Object.keys(pages).length).toBeGreaterThan(50);
  expect((await import('.')).text).toBeUndefined();
});

it('asks for the words once, and again after they did not come', async () => {
  const { words } = await import('./words');
  let asked = 0;
  let got = '';
  const load = words<string>(
    {
      en: async () => {
        asked += 1;
        if (asked === 1) throw new Error('no network');
        return 'Hello';
      },
      de: async () => 'Hallo',
    },
    (it) => {
      got = it;
    },
  );
  await expect(load()).rejects.toThrow('no network');
  await Promise.all([load(), load()]);
  await load();
  expect([asked, got]).toEqual([2, 'Hello']);
});
