import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKept } from './precache';

interface Picture {
  src: string;
  sizes: string;
  type: string;
  purpose?: string;
  form_factor?: string;
  label?: string;
}
interface Manifest {
  id: string;
  lang: string;
  dir: string;
  categories: string[];
  background_color: string;
  theme_color: string;
  icons: Picture[];
  screenshots: Picture[];
  shortcuts: { name: string; url: string; icons?: Picture[] }[];
}

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as Manifest;
const page = readFileSync('index.html', 'utf8');
const tokens = readFileSync('src/styles/tokens.css', 'utf8');
const pictures = [
  ...manifest.icons,
  ...manifest.screenshots,
  ...manifest.shortcuts.flatMap((one) => one.icons ?? []),
];

describe('the app on a home screen', () => {
  it.each(pictures.filter(({ type }) => type === 'image/png'))('has $src in its size', ({ src, sizes }) => {
    expect(sizeOf(join('public', src))).toBe(sizes);
  });

  it('has an icon to show, one to cut, and one to tint, large enough for a splash', () => {
    for (const purpose of ['any', 'maskable', 'monochrome'])
      expect(
        manifest.icons.find((icon) => icon.purpose === purpose && icon.sizes === '512x512'),
      ).toBeTruthy();
  });

  it('shows itself before it is installed, on a phone and on a desk, in words too', () => {
    const forms = manifest.screenshots.map((one) => one.form_factor);
    expect(new Set(forms)).toEqual(new Set(['narrow', 'wide']));
    expect(manifest.screenshots.every((one) => (one.label ?? '') !== '')).toBe(true);
  });

  it('starts a practice from its own menu', () => {
    expect(manifest.shortcuts[0]).toMatchObject({ name: 'Start practice', url: '/practice' });
  });

  it('says who it is', () => {
    expect(manifest).toMatchObject({
      id: '/',
      lang: 'en',
      dir: 'ltr',
      categories: expect.arrayContaining(['health']),
    });
  });

  it('has the colours of the page around it, by day and by night', () => {
    const named = (name: string) => new RegExp(`--${name}: (#[0-9a-f]+);`).exec(tokens)?.[1];
    expect([manifest.background_color, manifest.theme_color]).toEqual([named('cream'), named('cream')]);
    expect(page).toContain(`content="${named('cream')}" media="(prefers-color-scheme: light)"`);
    expect(page).toContain(`content="${named('night')}" media="(prefers-color-scheme: dark)"`);
  });

  it('has every picture that the page names, an iPhone’s and a favicon among them', () => {
    const named = [...page.matchAll(/href="(\/[^"]+\.(?:png|svg|ico))"/g)].map(([, href]) => href ?? '');
    expect(named.some((href) => href.includes('apple-touch-icon-180'))).toBe(true);
    expect(named.filter((href) => !existsSync(join('public', href)))).toEqual([]);
    expect(existsSync('public/favicon.ico')).toBe(true);
  });

  it('keeps no picture on the phone that only an install prompt shows', () => {
    expect(manifest.screenshots.filter(({ src }) => isKept(src))).toEqual([]);
    expect(isKept('/icons/icon-192.png')).toBe(true);
  });
});

/** Width and height stand at a fixed place of every PNG. */
function sizeOf(path: string): string {
  const header = readFileSync(path).subarray(16, 24);
  return `${header.readUInt32BE(0)}x${header.readUInt32BE(4)}`;
}
