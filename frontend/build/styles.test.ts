import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = 'src';
const TOKENS = join(SRC, 'styles/tokens.css');
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => join(SRC, name));
const styles = files.filter((name) => name.endsWith('.css'));
const views = files.filter((name) => name.endsWith('.tsx') && !name.endsWith('.test.tsx'));
const tokens = bare(TOKENS);

/** Colours of the first step: names that only the roles may use. */
const NAMED = [...tokens.matchAll(/^\s*--([a-z-]+): #/gm)].map((found) => found[1]);
const ROLES = [...tokens.matchAll(/^\s*--([a-z-]+): (?:light-dark|var)\(/gm)].map((found) => found[1]);

/** Sides by name turn wrong in a language that runs the other way. */
const PHYSICAL =
  /(?:^|[;{\s])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)[a-z-]*|left|right|top|bottom|float|(?:min-|max-)?(?:width|height)|(?:border-(?:top|bottom)-(?:left|right)-radius))\s*:/g;
const SIDED = /(?:text-align|justify-content|align-items|float|clear)\s*:\s*(?:left|right)\b/g;
const RAW_COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch|hwb)a?\(/gi;

describe('the styles', () => {
  it.each(styles)('%s stands in the layer of its folder', (name) => {
    const layers = [...bare(name).matchAll(/@layer\s+([a-z, ]+)/g)].map((found) => found[1]?.trim());
    expect(layers.length).toBeGreaterThan(0);
    if (name.includes('/styles/')) return;
    expect(new Set(layers)).toEqual(new Set([name.startsWith(join(SRC, 'ui/')) ? 'ui' : layerOf(name)]));
  });

  it.each(styles)('%s names no side of the page, so that it can be read from right to left', (name) => {
    const found = [...bare(name).matchAll(PHYSICAL), ...bare(name).matchAll(SIDED)];
    expect(found.map(([text]) => text.trim())).toEqual([]);
  });

  it.each(styles.filter((name) => name !== TOKENS))('%s knows colours by their role alone', (name) => {
    const css = bare(name);
    expect(css.match(RAW_COLOUR) ?? []).toEqual([]);
    const direct = [...css.matchAll(/^\s*([a-z-]+)\s*:[^;]*var\(--([a-z-]+)\)/gm)]
      .filter(([, property, colour]) => !property?.startsWith('--') && NAMED.includes(colour))
      .map(([line]) => line.trim());
    expect(direct).toEqual([]);
  });

  it.each(views)('%s carries no colour of its own', (name) => {
    expect(readFileSync(name, 'utf8').match(/['"`](?:#[0-9a-f]{3,8}|(?:rgb|hsl)a?\()/gi) ?? []).toEqual([]);
  });

  it('gives every role its colour for those who choose their own', () => {
    const forced = /@media \(forced-colors: active\)(.*?)\n {2}\}/s.exec(tokens)?.[1] ?? '';
    const kept = ROLES.filter((role) => role !== 'shade');
    expect(kept.length).toBeGreaterThan(12);
    expect(kept.filter((role) => !forced.includes(`--${role}:`))).toEqual([]);
  });
});

/** A picture's styles belong to the screens that show it. */
function layerOf(name: string): string {
  return name.includes('/pictograms/') ? 'ui' : 'screens';
}

/** A file without its comments, and without the questions to the window, which has a width in every language. */
function bare(name: string): string {
  const text = readFileSync(name, 'utf8').replace(/\/\*.*?\*\//gs, '');
  return text.replace(/(@(?:media|container)[^{]*?)\b(?:min-|max-)?(?:width|height):/g, '$1');
}
