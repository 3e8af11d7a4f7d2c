import type { Refused } from '../../../api/desk-call';
import { account } from '../../../text/account';

/** What went wrong at a door, in words. */
export function troubleWords(problem: Refused): string {
  if (problem.code === 'wrong_credentials') return account.signIn.wrong;
  if (problem.code === 'sign_up_closed') return account.signUp.closed;
  if (problem.trouble === 'limited') return account.errors.limited(problem.wait || 60);
  if (problem.trouble === 'offline') return account.errors.offline;
  return problem.trouble === 'invalid' ? account.errors.fields : account.errors.server;
}
