import type { Question } from '../../../domain/questions';
import { stamp } from '../../../domain/stamp';
import type { IntakeLog } from '../../../domain/types';
import { deviceZone, newLogId, saveLogs } from '../../../store';
import { safety } from '../../../store/screening';
import { isDue, NO_PAIN, PAIN, RED_FLAGS, SINCE, STRENGTH } from './round';

/**
 * Saves an answer, and with it what it answers too. What nobody asked anew and what is as it was is not saved again.
 * Throws NotSaved.
 */
export async function keepAnswer({ id }: Question, answer: unknown): Promise<void> {
  const known = safety.value;
  const same = JSON.stringify(known?.said[id]?.answer) === JSON.stringify(answer);
  if (known && same && !isDue(known, id)) return;
  const logs = [told(id, answer)];
  // Where nothing hurts, nobody asks how much and since when.
  if (id === PAIN && answer === 'no') logs.push(told(STRENGTH, 0), told(SINCE, NO_PAIN));
  await saveLogs(logs);
}

/** A red flag that another question brought up, beside those that were told before. */
export async function keepRedFlag(flag: string): Promise<void> {
  const before = safety.value?.said[RED_FLAGS]?.answer;
  const known = Array.isArray(before) ? before.filter((one) => one !== 'none') : [];
  await saveLogs([told(RED_FLAGS, [...known, flag])]);
}

function told(question_id: string, answer: unknown): IntakeLog {
  return { ...stamp(newLogId(), Date.now(), deviceZone()), kind: 'intake', question_id, answer };
}
