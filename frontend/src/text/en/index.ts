// What every page of the client stands on, in one piece.
export { client } from './client';
export { player } from './player';
export { ui } from './ui';
