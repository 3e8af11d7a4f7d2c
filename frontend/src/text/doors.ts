export { doors } from './en/doors';
