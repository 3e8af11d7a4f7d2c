// Words of the client's app, one language loaded. The player's and the desk's words stand in `en/player`, `en/account`
// and `en/desk`, re-exported by `text/player` and `text/desk`, so that each chunk carries only its own.
import { client } from './en/client';
import { ui } from './en/ui';

export const text = { ui, client };
