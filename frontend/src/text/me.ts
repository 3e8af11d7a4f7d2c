export { me } from './en/me';
