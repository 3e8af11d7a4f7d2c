import { defineConfig } from 'vitest/config';
import { layerOrder } from './build/layer-order';
import { serviceWorker } from './build/precache.ts';

export default defineConfig({
  // Not a preset plugin: the compiler's own JSX gives the same bundle without Babel.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: ['es2022', 'safari16.4'],
    manifest: true,
    // Inlined files would be data: addresses, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Many small files of one first day would each be compressed alone, and asked for one after the other.
            { name: 'practice', test: /src\/(screens\/client\/(practice|after)|text\/en\/player)/, priority: 2 },
            { name: 'core', test: /src\/(domain\/(?!desk)|store\/(?!desk)|ui|api\/client|sync\/(?!desk))|screens\/client\/(parts|today|join)|node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
  plugins: [layerOrder(), serviceWorker('src/sw/sw.ts')],
  test: {
    environment: 'happy-dom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    restoreMocks: true,
  },
});
