// What a part that is fetched later has beside its code: its styles. The bundler's own way does more than this app asks
// of it (scripts to fetch ahead, nonces, an event of its own) and fetches the code only when the styles have come.

/** By address: styles that were asked for. */
const coming: Record<string, Promise<unknown> | undefined> = {};

/** Called wherever the app imports a part later (`build/preload.ts`): over when the part and its styles are here. */
export async function __vitePreload<T>(load: () => Promise<T>, styles: readonly string[] = []): Promise<T> {
  const [part] = await Promise.all([load(), ...styles.map(style)]);
  return part;
}

/** What the page itself has linked is here; what did not come is asked for again by who asks next. */
function style(file: string): unknown {
  const href = `/${file}`;
  if (!coming[file] && document.querySelector(`link[href="${href}"]`)) return;
  coming[file] ??= new Promise((loaded, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.crossOrigin = '';
    link.href = href;
    link.onload = loaded;
    link.onerror = () => {
      delete coming[file];
      link.remove();
      failed(new Error(`no styles: ${file}`));
    };
    document.head.append(link);
  });
  return coming[file];
}
