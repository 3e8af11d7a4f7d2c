import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

interface ManifestChunk {
  file: string;
  src?: string;
  isEntry?: boolean;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
}
export type ViteManifest = Record<string, ManifestChunk>;

/** Screens of the therapist and of the account doors, and their words: lazy, and never stored on a client's phone. */
const DESK = /^src\/(screens\/(therapist|account)|text\/\w\w\/(desk|account|handover))/;

/**
 * Chunks and files of words: of the languages a phone keeps one. The hash of a chunk has eight characters, a dash may be
 * the third of them: `_later-Bd-UVVmC.js` is code, and no phone can do without it.
 */
const WORDS = /^src\/text\/(\w\w)\/|^_later-(\w\w)-[\w-]{8}\.|^src\/content\/\w+\.(\w\w)\./;

/** The app's own start is merged into this chunk, which the manifest then calls no entry. */
const FIRST = /^_core-/;

/** Files (relative to dist) that the client's app needs to open every one of its screens, apart from its words. */
export function clientFiles(manifest: ViteManifest): string[] {
  const seen = new Set<string>();
  const files = new Set<string>();
  const worded = new Set(Object.keys(manifest).map((key) => WORDS.test(key) && manifest[key]?.file));
  const walk = (key: string): void => {
    if (seen.has(key) || DESK.test(key) || WORDS.test(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`the build manifest lacks ${key}`);
    files.add(chunk.file);
    for (const file of [...(chunk.css ?? []), ...(chunk.assets ?? [])]) {
      if (!worded.has(file)) files.add(file);
    }
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) walk(next);
  };
  const starts = Object.keys(manifest).filter((key) => manifest[key]?.isEntry || FIRST.test(key));
  // A worker that stores nothing would look well until the network is gone.
  if (starts.length === 0) throw new Error('the build manifest names no entry');
  for (const key of starts) walk(key);
  return [...files].sort();
}

/** The words of every client's page, by language. */
export function wordFiles(manifest: ViteManifest): Record<string, string[]> {
  const files: Record<string, string[]> = {};
  for (const [key, { file }] of Object.entries(manifest)) {
    const language = WORDS.exec(key)
      ?.slice(1)
      .find((it) => it !== undefined);
    if (!language || DESK.test(key) || !/\.js(on)?$/.test(file)) continue;
    files[language] = [...(files[language] ?? []), `/${file}`];
  }
  return files;
}

/** Of the icons a page without a network shows only these; a launcher and an install prompt ask for theirs once. */
export function isKept(icon: string): boolean {
  return /\/icon(-192)?\.\w+$/.test(icon);
}

function manifestOf(dist: string): ViteManifest {
  return JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as ViteManifest;
}

function entries(dist: string): { url: string; revision: string | null }[] {
  const icons = readdirSync(join(dist, 'icons')).map((name) => `icons/${name}`);
  const plain = ['index.html', 'manifest.webmanifest', ...icons.filter(isKept)].map((file) => ({
    url: `/${file}`,
    revision: createHash('sha256')
      .update(readFileSync(join(dist, file)))
      .digest('hex')
      .slice(0, 16),
  }));
  const hashed = clientFiles(manifestOf(dist)).map((file) => ({ url: `/${file}`, revision: null }));
  return [...plain, ...hashed];
}

const PACKED = new Set(['.html', '.js', '.json', '.css', '.svg', '.webmanifest']);

/** Writes `file.br` and `file.gz` beside each text of the build, so that the server never packs the same file twice. */
function packAll(dist: string): void {
  for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    if (!PACKED.has(extname(name))) continue;
    const plain = readFileSync(join(dist, name));
    writeFileSync(join(dist, `${name}.br`), brotliCompressSync(plain));
    writeFileSync(join(dist, `${name}.gz`), gzipSync(plain, { level: 9 }));
  }
}

/** After the page is built: builds the worker as one classic script with the list of what it stores. */
export function serviceWorker(source: string): Plugin {
  let root = '';
  let outDir = '';
  let failed = false;
  return {
    name: 'pith-service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    async closeBundle() {
      if (failed || !existsSync(join(outDir, '.vite/manifest.json'))) return;
      await build({
        configFile: false,
        root,
        publicDir: false,
        logLevel: 'warn',
        define: {
          'self.__WB_MANIFEST': JSON.stringify(entries(outDir)),
          'self.__WORDS': JSON.stringify(wordFiles(manifestOf(outDir))),
          'process.env.NODE_ENV': '"production"',
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: 'es2022',
          lib: {
            entry: resolve(root, source),
            formats: ['iife'],
            name: 'pithWorker',
            fileName: () => 'sw.js',
          },
        },
      });
      packAll(outDir);
    },
  };
}
