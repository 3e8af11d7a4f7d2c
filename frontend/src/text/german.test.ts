import { expect, it } from 'vitest';

type Module = Record<string, unknown>;
const files = import.meta.glob<Module>(['./{en,de}/*.ts', '../content/learn.{en,de}.json']);
const names = Object.keys(files).filter((path) => /\Wen\W/.test(path));

/** What is the same in both languages, and is meant to be. */
const SHARED = /^(Pith|Start|Code|Name|Version|Region|Android|iPhone|iPad|Computer|Pause|Vibration)$/;

it.each(names)('says everything of %s in German too', async (name) => {
  const english = await sentences(name);
  const german = await sentences(name.replace(/(?<=\W)en(?=\W)/, 'de'));
  expect([...english.keys()].filter((key) => !german.has(key))).toEqual([]);
  const same = [...english].filter(([key, words]) => german.get(key) === words && isProse(words));
  expect(same).toEqual([]);
});

/** Every sentence by its place; one that is put together stands as the code that does it. */
async function sentences(file: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const walk = (value: unknown, place: string): void => {
    if (typeof value === 'string') found.set(place, `\`${value}\``);
    else if (typeof value === 'function') found.set(place, String(value));
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) walk(inner, `${place}.${key}`);
  };
  walk(await files[file]?.(), '');
  return found;
}

/** Whether there are words between the quotes, apart from what is filled in. */
function isProse(code: string): boolean {
  const quoted = code.match(/`[^`]*`|"[^"]*"/g) ?? [];
  return quoted.some((part) => {
    const words = part.slice(1, -1).replace(/\$\{.*?\}/g, '');
    // A single word between double quotes is a code of the program, such as an id.
    if (part.startsWith('"') && !words.includes(' ')) return false;
    return /\p{L}{4}/u.test(words) && !SHARED.test(words.trim());
  });
}
