import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';

// A test that reaches for the network by accident must fail loudly, not wait for a socket.
beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('the tests have no network')));
});

afterEach(() => {
  document.body.replaceChildren();
});
