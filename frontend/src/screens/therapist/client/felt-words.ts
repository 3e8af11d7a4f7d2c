import type { Felt } from '../../../domain/desk/felt';
import { desk } from '../../../text/desk';

/** "tender 6 to 3, peak 5": what was told, the number that stopped it in place of the highest one. */
export function feltWords({ start, end, peak, stop }: Felt): string {
  const words = desk.client.logs;
  const parts: string[] = [];
  if (start !== null && end !== null) parts.push(words.tender(start, end));
  else if (start !== null) parts.push(words.tenderAtFirst(start));
  else if (end !== null) parts.push(words.tenderInTheEnd(end));
  if (stop !== null) parts.push(words.stoppedAt(stop));
  else if (peak !== null) parts.push(words.peak(peak));
  return parts.join(', ');
}
