// The words of the practice itself and of the page after it. They come with those of the first page.
import type { FirstWords } from '.';

export type PlayerWords = FirstWords['player'];
export { player } from '.';
