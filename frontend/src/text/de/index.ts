// What every page of the client stands on, in one piece.
export { client } from './client';
export { ui } from './ui';
