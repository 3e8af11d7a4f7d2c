import { localDate, utcOffsetMin } from './days';
import type { ConsentLog, VoidLog } from './types';

function stamp(id: string, now: number, tz: string) {
  return {
    id,
    schema: 1 as const,
    local_date: localDate(now, tz),
    tz,
    utc_offset_min: utcOffsetMin(now, tz),
    recorded_at: new Date(now).toISOString(),
  };
}

/** The client agrees to what version `version` of the consent text says. */
export function consentLog(version: number, id: string, now: number, tz: string): ConsentLog {
  return { ...stamp(id, now, tz), kind: 'consent', version, given: true };
}

/** Takes `voids` back; the log itself stays as it was written. */
export function voidLog(voids: string, id: string, now: number, tz: string): VoidLog {
  return { ...stamp(id, now, tz), kind: 'void', voids };
}
