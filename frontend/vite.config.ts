import { defineConfig } from 'vitest/config';
import { early } from './build/early.ts';
import { classic, classicJsx } from './build/jsx.ts';
import { layerOrder } from './build/layer-order.ts';
import { minifyFirst } from './build/minify.ts';
import { serviceWorker } from './build/precache.ts';
import { ownPreload } from './build/preload.ts';

/** What every page of the client stands on, and the pages of her day: together they are smaller than apart. */
const CORE =
  /src\/(domain\/(?!desk|dose|questions|body|history|adherence|learn|asks|calibrate|cues|emergency|gentler|push|harm-|reactions|reminders|softer-|spot|measures|consistency)|store\/(?!desk|outbox|arrived|leaving|photos|push|reminders|told|measures)|ui\/(?!select|questions|body-map|field|labelled|confirm|course|day|dialog)|api\/client|sync\/(index|join|lock|who-is-here)\.|screens\/client\/(parts\/(?!file|days|later)|(?:today|practice|after)\/(?!later)|join)|pictograms\/(index|pictogram)\.|sw-bridge|signals|styles|(app|main|pages)\.tsx)|node_modules\/(?!d3-|internmap)/;
/** What runs first: which language it is, and the way to its words. */
const BEGIN = /src\/(begin|preload|text\/(?!handover)\w+)\.ts/;
const PICTURES = /src\/(pictograms\/(?!index|pictogram)|screens\/client\/learn\/(drawing|strokes))/;
const SYNC =
  /src\/(sync\/(?!desk|account|calendar|owner|leave\.|reminders)|(store|domain|api)\/push|push\/|store\/(outbox|arrived|leaving|photos))/;
/** The rules of the dose, and how days are counted: beside the first page, which waits a moment for them. */
const DOSE = /src\/domain\/(dose|adherence|history\/(calendar|filled))/;
const LATER = /src\/(screens\/client|ui|domain|store|sync)\/(?!desk|body-map\/mark-table)/;
const laterWords = (language: string) =>
  new RegExp(`src/text/${language}/(?!index|client|ui|player|desk|account|handover)`);
/** Tests of what needs no document. */
const PURE = [
  'src/domain/**/*.test.ts',
  'src/pictograms/**/*.test.ts',
  'src/sync/{backoff,head}.test.ts',
  'src/ui/body-map/geometry.test.ts',
  'src/store/ids.test.ts',
  'src/text/{german,plain-words,pseudo}.test.ts',
  'build/*.test.ts',
];

export default defineConfig({
  // Not a preset plugin: the compiler's own JSX gives the same bundle without Babel.
  oxc: { jsx: classic },
  // The page of all pictograms reads the table of techniques that the tests share.
  server: { fs: { allow: ['..'] } },
  build: {
    target: ['es2022', 'safari16.4'],
    manifest: true,
    // Inlined files would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // A part that is fetched later stands on what is here already: only its styles have to be named beside it.
      resolveDependencies: (_file, needed, { hostType }) =>
        hostType === 'html' ? needed : needed.filter((file) => file.endsWith('.css')),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'begin', test: BEGIN, priority: 3 },
            // Many small files of one first day would each be compressed alone, and asked for one after the other.
            { name: 'core', test: CORE, priority: 2 },
            { name: 'pictures', test: PICTURES, priority: 1 },
            { name: 'sync', test: SYNC, priority: 1 },
            { name: 'dose', test: DOSE, priority: 1 },
            // What a client opens later, and its words in one language, are fetched together when the page is idle.
            { name: 'later', test: LATER, priority: 0 },
            { name: 'later-en', test: laterWords('en'), priority: 1 },
            { name: 'later-de', test: laterWords('de'), priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [
    classicJsx(),
    early('src/begin.ts'),
    layerOrder(),
    ownPreload('src/preload.ts'),
    minifyFirst(),
    serviceWorker('src/sw/sw.ts'),
  ],
  test: {
    restoreMocks: true,
    // Left to itself it keeps a core free for a person who watches: on two cores that is half of them.
    maxWorkers: '100%',
    projects: [
      {
        // The rules are pure, and so is some of the rest: no document, and no file leaves anything behind for the next,
        // so they share a process.
        extends: true,
        test: {
          name: 'rules',
          environment: 'node',
          isolate: false,
          setupFiles: ['src/testing/no-network.ts'],
          include: PURE,
        },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          environment: 'happy-dom',
          setupFiles: ['src/testing/setup.ts'],
          include: ['src/**/*.test.{ts,tsx}'],
          exclude: PURE,
        },
      },
    ],
    coverage: {
      // The rules are held to every branch; what stands around them is held by its tests and the browser's.
      include: ['src/domain/**/*.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { branches: 100 },
    },
    // Generous, because two cores may be building and testing everything else at the same time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
