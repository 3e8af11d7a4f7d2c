import * as api from '../../api/desk';
import { Refused } from '../../api/desk-call';
import * as desk from '../../store/desk';
import { openLogsOf } from './clients';

/** Answers one log of the open client. Throws Refused; where a colleague was quicker, her answer stands there then. */
export async function answerLog(log: string, text: string): Promise<void> {
  const open = desk.openLogs.value;
  if (!open) return;
  try {
    const reply = await api.answerLog(open.client_id, log, text);
    const now = desk.openLogs.value;
    if (now?.client_id !== open.client_id) return;
    const rows = now.rows.map((row) => (row.log.id === log ? { ...row, reply } : row));
    desk.openLogs.value = { ...now, rows };
  } catch (error) {
    if (error instanceof Refused && error.code === 'answered') await openLogsOf(open.client_id);
    throw error;
  }
}
