import { expect, it } from 'vitest';
import { clientFiles, type ViteManifest, wordFiles } from './precache';

const MANIFEST: ViteManifest = {
  'index.html': { file: 'a/index.js', isEntry: true, imports: ['_core-1.js'], css: ['a/index.css'] },
  '_core-1.js': {
    file: 'a/core.js',
    assets: ['a/rules.json', 'a/words-en.json', 'a/words-de.json'],
    dynamicImports: [
      'src/screens/client/me/screen.tsx',
      '_later-Bd-UVVmC.js',
      'src/screens/therapist/desk.tsx',
      'src/text/en/index.ts',
      'src/text/de/index.ts',
      'src/text/en/desk.ts',
      '_later-en-DvDpW0G0.js',
    ],
  },
  'src/screens/client/me/screen.tsx': { file: 'a/me.js', css: ['a/me.css'] },
  'src/screens/therapist/desk.tsx': { file: 'a/desk.js' },
  'src/text/en/index.ts': { file: 'a/en.js', imports: ['_core-1.js'] },
  'src/text/de/index.ts': { file: 'a/de.js' },
  'src/text/en/desk.ts': { file: 'a/desk-en.js' },
  'src/text/en/handover.ts': { file: 'a/handover-en.js' },
  '_later-en-DvDpW0G0.js': { file: 'a/later-en.js' },
  '_later-Bd-UVVmC.js': { file: 'a/later.js' },
  'src/domain/rules.json': { file: 'a/rules.json' },
  'src/content/words.en.gen.json': { file: 'a/words-en.json' },
  'src/content/words.de.gen.json': { file: 'a/words-de.json' },
};

it('stores what a client’s pages need, without the desk, without any language, whatever a hash looks like', () => {
  const files = [
    'a/core.js',
    'a/index.css',
    'a/index.js',
    'a/later.js',
    'a/me.css',
    'a/me.js',
    'a/rules.json',
  ];
  expect(clientFiles(MANIFEST)).toEqual(files);
});

it('lists the client’s words by language, so that a phone keeps one', () => {
  expect(wordFiles(MANIFEST)).toEqual({
    en: ['/a/en.js', '/a/later-en.js', '/a/words-en.json'],
    de: ['/a/de.js', '/a/words-de.json'],
  });
});

it('refuses a build without an entry, whose worker would store nothing', () => {
  expect(() => clientFiles({})).toThrow('no entry');
});
