import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { consentLog } from '../../../domain/client-logs';
import { deviceZone, newLogId, saveLog, view } from '../../../store';
import { syncNow } from '../../../sync';
import { join } from '../../../sync/join';
import { deviceLabel } from './device-label';
import { type Trouble, troubleOf } from './join-trouble';

const CONSENT_VERSION = 1;

/** One tap: links this phone, keeps the agreement, opens the program. */
export function useJoin() {
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const start = async (key: { token: string } | { code: string }) => {
    setBusy(true);
    setTrouble(null);
    try {
      await join(key, deviceLabel(navigator.userAgent));
      await giveConsent();
      route('/today', true);
    } catch (error) {
      setTrouble(troubleOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { busy, trouble, start };
}

/** The tap was the agreement; a client who has agreed on another phone is not asked again. */
async function giveConsent(): Promise<void> {
  const required = view.value?.me.consent_required ?? CONSENT_VERSION;
  if ((view.value?.me.consent_version ?? 0) >= required) return;
  await saveLog(consentLog(required, newLogId(), Date.now(), deviceZone()));
  await syncNow();
}
