import { useEffect, useState } from 'preact/hooks';
import { unsentLogs, waitingLogs } from '../../../../store';

/** The logs that are on this phone only, by their ids; null until the phone has looked. */
export function useWaiting(): ReadonlySet<string> | null {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const waiting = waitingLogs.value;
  useEffect(() => {
    let wanted = true;
    unsentLogs().then(
      (found) => wanted && setIds(new Set(found.map(({ id }) => id))),
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, [waiting]);
  return ids;
}
