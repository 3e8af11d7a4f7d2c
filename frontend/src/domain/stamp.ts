import { instantText, localDate, utcOffsetMin } from './days';
import type { LogCommon } from './logs';

/** What every log says of itself: its id, the instant of it, and the local date that the person lived then. */
export function stamp(id: string, atMs: number, zone: string): LogCommon {
  return {
    id,
    schema: 1,
    local_date: localDate(atMs, zone),
    tz: zone,
    utc_offset_min: utcOffsetMin(atMs, zone),
    recorded_at: instantText(atMs),
  };
}
