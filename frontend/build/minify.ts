import { minify } from 'terser';
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
          ecma: 2020,
          compress: { ecma: 2020, passes: 3, inline: 1 },
          // Names are the bundler's matter.
          mangle: false,
          sourceMap: { asObject: true },
        });
        if (code === undefined) throw new Error('the minifier gave nothing back');
        return { code, map: (map as never) ?? null };
      },
    },
  };
}
