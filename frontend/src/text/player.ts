// The words of the practice itself, one language loaded, in the chunk of the player and of the page after it.
export { player } from './en/player';
