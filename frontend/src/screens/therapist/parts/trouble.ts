/** What went wrong, in words. */
import type { Refused } from '../../../api/desk-call';
import { desk } from '../../../text/desk';

export function troubleWords(problem: Refused): string {
  const words: Record<Refused['trouble'], string> = {
    offline: desk.errors.offline,
    signed_out: '',
    invalid: desk.errors.fields,
    conflict: desk.errors.server,
    not_found: desk.errors.notFound,
    not_allowed: desk.errors.notAllowed,
    limited: desk.errors.limited,
    server: desk.errors.server,
  };
  return words[problem.trouble];
}
