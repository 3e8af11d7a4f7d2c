import { useState } from 'preact/hooks';
import { unsent } from '../../../store';
import { text } from '../../../text';
import { loadMeWords } from '../../../text/me';
import { Icon } from '../../../ui';
import { slot } from './later-part';
import './save-state.css';

const Waiting = slot(() => import('./later/send-now').then((it) => it.Waiting), loadMeWords);

/** Always there and always true: whether anything is on this phone only. */
export function SaveState() {
  const [open, setOpen] = useState(false);
  const words = text.client.saved;
  const count = unsent.value;
  if (count === 0 && !open) {
    return (
      <p class="save-state save-state-all" role="status">
        <Icon name="check" size={1} />
        {words.all}
      </p>
    );
  }
  return (
    <>
      <button class="save-state save-state-waiting" type="button" onClick={() => setOpen(true)}>
        <Icon name={count === 0 ? 'check' : 'waiting'} size={1} />
        {count === 0 ? words.all : words.unsent(count)}
      </button>
      <Waiting open={open} onClose={() => setOpen(false)} />
    </>
  );
}
