import { useEffect } from 'preact/hooks';
import { loadKept } from '../../../store/reminders';
import { fetchProof } from '../../../sync/reminders';
import { reminders as words } from '../../../text/reminders';
import { Button } from '../../../ui';
import { nextWords } from '../parts/later/reminders/when';

/** When the next one comes, and the way to change it. */
export function RemindersRow() {
  useEffect(() => void loadKept().then(fetchProof), []);
  return (
    <section class="me-part">
      <h2>{words.title}</h2>
      <p class="soft">{nextWords()}</p>
      <Button kind="quiet" icon="waiting" href="/reminders">
        {words.open}
      </Button>
    </section>
  );
}
