import { useEffect, useState } from 'preact/hooks';
import { askToPersist, isPersisted } from '../../../store/persist';
import { photosAway } from '../../../store/photos';
import { me } from '../../../text/me';
import { Button } from '../../../ui';

/** A phone without room says so: only then does a picture of hers need the network. */
export function PhotosAway() {
  if (photosAway.value !== 'full') return null;
  return (
    <p class="small" role="status">
      {me.photosFull}
    </p>
  );
}

/** Whether the phone has promised not to clear the notes by itself. */
export function KeepStorage() {
  const words = me;
  const [kept, setKept] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    void isPersisted().then(setKept);
  }, []);
  const ask = async () => {
    setKept(await askToPersist());
    setAsked(true);
  };
  if (kept === null) return null;
  return (
    <section class="me-part">
      <h2>{words.storage}</h2>
      <p class="soft">{kept ? words.storageKept : words.storageMay}</p>
      {!kept && (
        <Button kind="quiet" onClick={() => void ask()}>
          {words.storageAsk}
        </Button>
      )}
      {!kept && asked && (
        <p class="small" role="status">
          {words.storageRefused}
        </p>
      )}
    </section>
  );
}
