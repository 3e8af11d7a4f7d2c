import 'fake-indexeddb/auto';
import { configure } from '@testing-library/preact';
import { afterEach, beforeEach, vi } from 'vitest';
import { loadAllWords } from './words';

configure({ asyncUtilTimeout: 10_000 });

// A test that reaches for the network by accident must fail loudly, not wait for a socket.
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('the tests have no network')));
});

afterEach(() => {
  document.body.replaceChildren();
});

// As a page has its words before it is drawn.
await loadAllWords();
