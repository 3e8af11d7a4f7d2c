import { beforeEach, vi } from 'vitest';
import { contentOr } from './content';

/** A test that reaches for the network by accident must fail loudly, not wait for a socket. */
export const noNetwork = contentOr(() => Promise.reject(new TypeError('the tests have no network')));

beforeEach(() => {
  vi.stubGlobal('fetch', noNetwork);
});
