/** Reads the modules of words as a client would see them: every sentence by its place, functions called with samples. */

export interface Said {
  /** File and key, as in `en/player.ts hurt.title`. */
  place: string;
  text: string;
}

/** What a function of words is called with, where a name and a number alone tell it nothing. */
type Samples = Record<string, readonly (readonly unknown[])[]>;

const NAMES = ['Marit', 'Marit', 'Marit', 'Marit'];
const NUMBERS = [3, 2, 3, 2];
/** Words for machines, or to be found by, not to be read. */
const NOT_READ = /(^|\.)(locale|fileName|attentionFile|unsentFile|search|also)$/;

/** All that the module says, and the functions that need samples of their own to say anything. */
export function readModule(file: string, module: Record<string, unknown>, samples: Samples) {
  const said: Said[] = [];
  const unread: string[] = [];
  const walk = (value: unknown, key: string): void => {
    const place = `${file} ${key}`;
    if (NOT_READ.test(key)) return;
    if (typeof value === 'string') said.push({ place, text: value });
    else if (typeof value === 'function') {
      const answers = callAll(value as (...given: unknown[]) => unknown, samples[key]);
      if (answers.some((answer) => answer === undefined)) unread.push(place);
      else for (const answer of answers) walk(answer, `${key}()`);
    } else if (typeof value === 'object' && value !== null)
      for (const [name, inner] of Object.entries(value)) walk(inner, key === '' ? name : `${key}.${name}`);
  };
  for (const [name, exported] of Object.entries(module)) walk(exported, name);
  return { said, unread };
}

function callAll(say: (...given: unknown[]) => unknown, own: Samples[string] | undefined): unknown[] {
  return (own ?? [NAMES, NUMBERS]).map((given) => {
    try {
      return say(...given);
    } catch {
      // Told to the reader of the test as a function without samples.
      return undefined;
    }
  });
}
