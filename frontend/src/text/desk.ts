// The desk's and the accounts' words, one language loaded, apart from the client's so that her phone never carries them.
export { account } from './en/account';
export { count, desk } from './en/desk';
