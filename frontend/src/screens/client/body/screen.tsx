import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { Mark } from '../../../domain/body-places';
import { bodyLog, markSets, marksOfDay } from '../../../domain/bodymap';
import { voidedIds } from '../../../domain/logs';
import { deviceZone, logs, NotSaved, newLogId, profile, saveLog, todayDate } from '../../../store';
import { body as words } from '../../../text/body';
import { Banner, Button, Screen, showToast } from '../../../ui';
import { BodyPicker } from '../../../ui/body-map';
import { shortDay } from '../parts/later/dates';

/** From where she came, and goes back to. */
const BACK: Record<string, string> = { after: '/after', me: '/me' };

/** Where it hurts today. What is saved replaces the marks before it; nothing marked says that nothing hurts. */
export function Body() {
  const { route, query } = useLocation();
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const home = BACK[query.from ?? ''] ?? '/history';
  const { today, last } = marksOfDay(markSets(logs.value, voidedIds(logs.value)), todayDate());
  const [marks, setMarks] = useState<Mark[]>(today?.marks ?? []);
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<'open' | 'saving' | 'unsaved'>('open');
  const save = async () => {
    setState('saving');
    try {
      await saveLog(bodyLog(marks, newLogId(), Date.now(), deviceZone()));
    } catch (error) {
      if (!(error instanceof NotSaved)) throw error;
      setState('unsaved');
      return;
    }
    showToast({ text: words.saved });
    route(home, true);
  };
  const foot = (
    <Button wide busy={state === 'saving'} onClick={() => void save()}>
      {marks.length === 0 ? words.saveNothing : words.save}
    </Button>
  );
  return (
    <Screen
      title={words.title}
      eyebrow={words.eyebrow}
      aside={
        <Button kind="link" icon="close" href={home}>
          {words.close}
        </Button>
      }
      foot={!asking && foot}
    >
      {state === 'unsaved' && (
        <Banner tone="urgent" title={words.unsaved}>
          {words.unsavedHint}
        </Banner>
      )}
      <BodyPicker
        value={marks}
        onChange={setMarks}
        last={last && { marks: last.marks, named: words.lastMarks(shortDay(last.date)) }}
        onAsking={setAsking}
      />
    </Screen>
  );
}
