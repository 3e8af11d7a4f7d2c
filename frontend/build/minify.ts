import { minify } from '@swc/core';
import type { Plugin } from 'vite';

/** Minifies each chunk before the bundler's own minifier does: each finds what the other leaves (docs/performance.md). */
export function minifyFirst(): Plugin {
  return {
    name: 'pith-minify-first',
    apply: 'build',
    renderChunk: {
      order: 'post',
      async handler(source) {
        const { code, map } = await minify(source, {
          module: true,
          ecma: 2022,
          // Again and again until nothing more is found.
          compress: { ecma: 2022, passes: 0 },
          mangle: true,
          sourceMap: true,
        });
        return { code, map: map ?? null };
      },
    },
  };
}
