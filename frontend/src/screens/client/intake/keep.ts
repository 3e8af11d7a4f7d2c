import type { Question } from '../../../domain/questions';
import { stamp } from '../../../domain/stamp';
import type { IntakeLog } from '../../../domain/types';
import { deviceZone, newLogId } from '../../../store';
import { safety, tell, unkept } from '../../../store/screening';
import { isDue, NO_PAIN, PAIN, RED_FLAGS, SINCE, STRENGTH } from './round';

/**
 * Saves an answer, and with it what it answers too. What nobody asked anew and what is as it was is not saved again.
 * It counts at once, also where it throws NotSaved.
 */
export async function keepAnswer({ id }: Question, answer: unknown): Promise<void> {
  const known = safety.value;
  const same = JSON.stringify(known?.said[id]?.answer) === JSON.stringify(answer);
  // Told before and refused by the disk, it is tried again as it was told.
  if (known && same && !isDue(known, id)) return unkept.value ? tell([]) : undefined;
  const logs = [told(id, answer)];
  // Where nothing hurts, nobody asks how much and since when.
  if (id === PAIN && answer === 'no') logs.push(told(STRENGTH, 0), told(SINCE, NO_PAIN));
  await tell(logs);
}

/** A red flag that another question brought up, beside those that were told before. */
export async function keepRedFlag(flag: string): Promise<void> {
  const before = safety.value?.said[RED_FLAGS]?.answer;
  const known = Array.isArray(before) ? before.filter((one) => one !== 'none') : [];
  await tell([told(RED_FLAGS, [...known, flag])]);
}

function told(question_id: string, answer: unknown): IntakeLog {
  return { ...stamp(newLogId(), Date.now(), deviceZone()), kind: 'intake', question_id, answer };
}
