import 'fake-indexeddb/auto';
import { configure } from '@testing-library/preact';
import { afterAll, afterEach, vi } from 'vitest';
import { loadPolicy, loadScreeningWords } from '../store/content';
import { noNetwork } from './no-network';
import { loadAllWords } from './words';

configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  document.body.replaceChildren();
});

// Every browser has it, this document does not. What is reported fails the run; but a part that was still being fetched
// when the file's last test ended is no fault of anybody's.
let isOver = false;
afterAll(() => {
  isOver = true;
});
globalThis.reportError = (error: unknown) => {
  if (isOver) return;
  queueMicrotask(() => {
    throw error;
  });
};

// As a page has its words before it is drawn, and soon its rules.
vi.stubGlobal('fetch', noNetwork);
await Promise.all([loadAllWords(), loadPolicy(), loadScreeningWords()]);
