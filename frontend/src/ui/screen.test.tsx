import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Screen } from './screen';

const root = document.createElement('div');

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  document.body.append(root);
});
afterEach(() => {
  render(null, root);
  root.remove();
  vi.restoreAllMocks();
});

const page = (title: string) =>
  render(
    <Screen title={title} key={title}>
      <button type="button">Start</button>
    </Screen>,
    root,
  );
const focused = () => document.activeElement?.textContent;

test('a page that is moved to has the focus at its heading as soon as it is seen, and takes it no later', async () => {
  page('Today');
  page('Before you start');
  // Nothing was waited for: somebody quick with Tab finds it there, and is not called back.
  expect(focused()).toBe('Before you start');
  root.querySelector('button')?.focus();
  await new Promise((later) => setTimeout(later, 200));
  expect(focused()).toBe('Start');
});
