import { useEffect, useRef, useState } from 'preact/hooks';
import type { Photo } from '../../../domain/program';
import { shrunk } from '../../../sync/desk/shrink';
import { desk } from '../../../text/desk';
import { Button, Field } from '../../../ui';
import { Section } from '../parts/page';

const words = () => desk.content.editor;

/** What was chosen here and is not kept yet. `url` shows it meanwhile. */
export interface NewPhoto {
  picture: Blob;
  url: string;
}

interface PhotoProps {
  kept: Photo | null;
  fresh: NewPhoto | null;
  alt: string;
  wrongPhoto: string;
  wrongAlt: string;
  onFresh: (photo: NewPhoto | null) => void;
  onAlt: (alt: string) => void;
  onRemove: () => void;
}

/** The photo that stands where others have a drawing: from the camera or from a file, with words for who cannot see it. */
export function PhotoPart({ kept, fresh, alt, wrongPhoto, wrongAlt, onFresh, onAlt, onRemove }: PhotoProps) {
  const [busy, setBusy] = useState(false);
  const shown = fresh?.url ?? kept?.url ?? null;
  const take = async (file: File) => {
    setBusy(true);
    const picture = await shrunk(file);
    onFresh({ picture, url: URL.createObjectURL(picture) });
    setBusy(false);
  };
  useEffect(() => () => (fresh ? URL.revokeObjectURL(fresh.url) : undefined), [fresh]);
  return (
    <Section title={words().photo}>
      <p class="small soft">{words().photoAbout}</p>
      {shown && (
        <figure class="technique-figure">
          <img class="technique-photo" src={shown} alt={fresh ? alt : (kept?.alt ?? '')} />
          <figcaption class="small soft">{fresh ? words().photoNew : kept?.alt}</figcaption>
        </figure>
      )}
      <div class="row" aria-busy={busy}>
        <Pick label={words().photoTake} camera onFile={take} />
        <Pick label={shown ? words().photoReplace : words().photoChoose} onFile={take} />
        {shown && (
          <Button kind="link" onClick={() => (fresh ? onFresh(null) : onRemove())}>
            {words().photoRemove}
          </Button>
        )}
      </div>
      {wrongPhoto && (
        <p class="field-error" role="alert">
          {wrongPhoto}
        </p>
      )}
      {fresh && (
        <Field
          label={words().photoAlt}
          name="photo-alt"
          hint={words().photoAltHint}
          maxlength={200}
          value={alt}
          error={wrongAlt}
          onInput={onAlt}
        />
      )}
    </Section>
  );
}

/** A file field that looks like a button. `camera`: a phone opens its camera at once. */
function Pick({
  label,
  camera,
  onFile,
}: {
  label: string;
  camera?: boolean;
  onFile: (file: File) => Promise<void>;
}) {
  const field = useRef<HTMLInputElement>(null);
  const chosen = () => {
    const file = field.current?.files?.[0];
    if (!file || !field.current) return;
    // The same file chosen again must be news.
    void onFile(file);
    field.current.value = '';
  };
  return (
    <label class="button button-quiet technique-pick">
      <input
        ref={field}
        class="only-heard"
        type="file"
        accept="image/*"
        {...(camera ? { capture: 'environment' } : {})}
        onChange={chosen}
      />
      <span>{label}</span>
    </label>
  );
}
