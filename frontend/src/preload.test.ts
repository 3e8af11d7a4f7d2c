import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { __vitePreload as preload } from './preload';

/** What was put into the page's head, which here fetches nothing by itself. */
let links: HTMLLinkElement[] = [];

beforeEach(() => {
  links = [];
  vi.spyOn(document.head, 'append').mockImplementation((link) => {
    links.push(link as HTMLLinkElement);
  });
});
afterEach(() => {
  document.head.replaceChildren();
});

const tell = (what: 'load' | 'error') => links.at(-1)?.dispatchEvent(new Event(what));
const part = async () => 'part';

it('hands on a part that has no styles', async () => {
  expect(await preload(part, [])).toBe('part');
  expect(await preload(part)).toBe('part');
});

it('asks for a part and its styles at once, and waits for both', async () => {
  const load = vi.fn(part);
  const drawn = vi.fn();
  const coming = preload(load, ['assets/a.css']).then(drawn);
  expect(load).toHaveBeenCalledOnce();
  expect(links.map((link) => [link.rel, link.getAttribute('href')])).toEqual([
    ['stylesheet', '/assets/a.css'],
  ]);
  await new Promise((soon) => setTimeout(soon));
  expect(drawn).not.toHaveBeenCalled();
  tell('load');
  await coming;
  expect(drawn).toHaveBeenCalledWith('part');
});

it('asks for the same styles once, and not for those that the page itself has linked', async () => {
  const own = document.createElement('link');
  own.setAttribute('href', '/assets/page.css');
  document.head.insertBefore(own, null);
  const both = Promise.all([
    preload(part, ['assets/b.css']),
    preload(part, ['assets/b.css', 'assets/page.css']),
  ]);
  expect(links).toHaveLength(1);
  tell('load');
  expect(await both).toEqual(['part', 'part']);
});

it('is told of styles that do not come, and asks for them again the next time', async () => {
  const first = preload(part, ['assets/c.css']);
  tell('error');
  await expect(first).rejects.toThrow('no styles: assets/c.css');
  const second = preload(part, ['assets/c.css']);
  expect(links).toHaveLength(2);
  tell('load');
  expect(await second).toBe('part');
});
