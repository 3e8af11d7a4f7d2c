import type { Plugin } from 'vite';

/**
 * Runs the chunk of one module before the app's own: it is small, and works while the rest is still on its way. A
 * browser loads all that a module imports before it runs any of it, so what the app itself asks for comes one journey
 * later.
 */
export function early(source: string): Plugin {
  return {
    name: 'pith-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const chunk = Object.values(bundle ?? {}).find(
          (file) => file.type === 'chunk' && file.moduleIds.some((id) => id.endsWith(`/${source}`)),
        );
        if (!chunk) throw new Error(`the build has no chunk with ${source}`);
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head' }];
      },
    },
  };
}
