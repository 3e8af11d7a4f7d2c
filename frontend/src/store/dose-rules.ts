// The rules of the dose as code, fetched beside the first page: what a phone has had once it has without a network.
import { signal } from '../signals';
import { once } from '../text/words';

type DoseRules = typeof import('../domain/dose/phone');

/** Null until they are here: no day is shown without them, for it could only become less. */
export const doseRules = signal<DoseRules | null>(null);

export const loadDoseRules: () => Promise<void> = once(async () => {
  doseRules.value = await import('../domain/dose/phone');
});
