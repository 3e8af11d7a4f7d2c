import { expect, it } from 'vitest';
import { classic, classicJsx } from './jsx.ts';

type Transform = (code: string, id: string) => { code: string } | null;
const transform = classicJsx().transform as unknown as Transform;

it('gives what tags become to every file of tags, and moves no line of it', () => {
  const { code } = transform('const a = 1;\nconst b = <p />;', '/src/a.tsx') ?? { code: '' };
  expect(code.split('\n')).toHaveLength(2);
  expect(code).toMatch(new RegExp(`as ${classic.pragma}, .* as ${classic.pragmaFrag} `));
});

it('leaves every other file as it is', () => {
  expect(transform('export const a = 1;', '/src/a.ts')).toBeNull();
});
