import { afterEach, expect, it, vi } from 'vitest';
import { shrunk } from './shrink';

const camera = new Blob(['x'.repeat(1000)], { type: 'image/jpeg' });
const drawn: number[][] = [];

/** A browser that reads a picture of this size and writes one of so many bytes. */
function browser(width: number, height: number, bytes: number): void {
  drawn.length = 0;
  vi.stubGlobal('createImageBitmap', async () => ({ width, height, close: () => undefined }));
  const canvas = {
    getContext: () => ({ drawImage: (_: unknown, ...place: number[]) => drawn.push(place) }),
    toBlob: (done: (blob: Blob) => void, type: string) => done(new Blob(['y'.repeat(bytes)], { type })),
  };
  vi.spyOn(document, 'createElement').mockReturnValue(canvas as unknown as HTMLCanvasElement);
}

afterEach(() => vi.unstubAllGlobals());

it('sends a picture of at most 1024 pixels', async () => {
  browser(4000, 3000, 100);
  expect((await shrunk(camera)).size).toBe(100);
  expect(drawn).toEqual([[0, 0, 1024, 768]]);
});

it('sends the picture itself where the new one would be larger', async () => {
  browser(300, 200, 5000);
  expect(await shrunk(camera)).toBe(camera);
});

it('lets the server judge what this browser cannot read', async () => {
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('', 'InvalidStateError')));
  expect(await shrunk(camera)).toBe(camera);
});
