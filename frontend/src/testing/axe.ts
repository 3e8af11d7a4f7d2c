import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with the list of what a screen reader or a keyboard would stumble over. Colours need a real browser. */
export async function expectAccessible(root: Element = document.body): Promise<void> {
  const result = await axe.run(root, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  const found = result.violations.map((v) => `${v.id}: ${v.help} ${v.nodes.map((n) => n.html).join(' | ')}`);
  expect(found).toEqual([]);
}
