import { useState } from 'preact/hooks';
import { type Fault, faultsOf } from '../../../domain/desk/own-faults';
import { lastLevel, type OwnDraft, type OwnTechnique } from '../../../domain/desk/own-technique';
import type { Level } from '../../../domain/screening';
import { dropOwnDraft, keepOwnDraft, ownDrafts } from '../../../store/desk-content';
import { dropPhoto, type Table } from '../../../sync/desk/content';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import { language } from '../../../text/language';
import { showToast } from '../../../ui';
import { Heading } from '../parts/page';
import { TroubleNote } from '../parts/trouble-note';
import { Basics, Where } from './basics';
import { Care } from './care';
import { Foot } from './foot';
import { type FormProps, wrongAt } from './form';
import { Levels } from './levels';
import { type NewPhoto, PhotoPart } from './photo';
import { Preview } from './preview';
import { Template } from './template';
import { type Saving, useSaving } from './use-saving';

const words = () => desk.content.editor;

interface EditorProps {
  table: Table;
  own: OwnTechnique | null;
  draftKey: string;
  draft: OwnDraft;
  onOwn: (own: OwnTechnique) => void;
  onDone: (saved: OwnTechnique) => void;
}

/** The whole technique on one page, and beside it what the client will see. */
export function Editor({ table, own, draftKey, draft, onOwn, onDone }: EditorProps) {
  const { catalogue, policy, said } = table;
  const [shown, setShown] = useState(0);
  const [fresh, setFresh] = useState<NewPhoto | null>(null);
  const [alt, setAlt] = useState('');
  const faults = faultsOf(draft, catalogue.tools, own?.language ?? language());
  const saving = useSaving({
    id: own?.id ?? null,
    base: own?.version ?? 0,
    ...{ draft, faults, fresh, alt },
    onWords: onOwn,
    onAll: onDone,
  });
  const keep = (next: OwnDraft) => keepOwnDraft(draftKey, next);
  const form: FormProps = {
    draft,
    catalogue,
    wrong: wrongAt(faults, saving.fields, saving.tried),
    onChange: (part) => keep({ ...draft, ...part }),
  };
  const at = Math.min(shown, draft.levels.length - 1);
  const level = Math.min(at + 1, lastLevel(draft)) as Level;
  const photo = fresh ? { url: fresh.url, alt } : (own?.photo ?? null);
  const drop = () => {
    dropOwnDraft(draftKey);
    setFresh(null);
  };
  return (
    <>
      <Heading
        title={own?.name ?? words().newTitle}
        eyebrow={own ? words().next(own.version + 1) : undefined}
      />
      <div class="technique">
        <div class="technique-form">
          {!own && <Template draft={draft} catalogue={catalogue} onChange={keep} />}
          <Basics {...form} />
          <Photo own={own} saving={saving} {...{ fresh, alt, onOwn }} onFresh={setFresh} onAlt={setAlt} />
          <Where {...form} />
          <Levels {...form} shown={at} onShow={setShown} />
          <Care {...form} policy={policy} said={said} level={level} />
        </div>
        <div class="technique-side">
          <Preview draft={draft} catalogue={catalogue} level={at} photo={photo} />
          <Foot
            own={own}
            saving={saving}
            count={marked(faults, fresh, alt)}
            changed={draftKey in ownDrafts.value || fresh !== null}
            onDrop={drop}
          />
        </div>
      </div>
    </>
  );
}

function marked(faults: readonly Fault[], fresh: NewPhoto | null, alt: string): number {
  return new Set(faults.map(({ path }) => path)).size + (fresh && alt.trim() === '' ? 1 : 0);
}

interface PhotoProps {
  own: OwnTechnique | null;
  saving: Saving;
  fresh: NewPhoto | null;
  alt: string;
  onFresh: (photo: NewPhoto | null) => void;
  onAlt: (alt: string) => void;
  onOwn: (own: OwnTechnique) => void;
}

/** What the server said about the photo, in words; taking one away is done at once. */
function Photo({ own, saving, fresh, alt, onFresh, onAlt, onOwn }: PhotoProps) {
  const removing = useAction();
  const remove = async () => {
    if (!own) return;
    if (!(await removing.run(async () => onOwn(await dropPhoto(own.id))))) return;
    showToast({ text: words().photoRemoved });
  };
  const { photo: problem, tried } = saving;
  return (
    <>
      <TroubleNote problem={removing.problem} />
      <PhotoPart
        kept={own?.photo ?? null}
        fresh={fresh}
        alt={alt}
        wrongPhoto={problem ? photoWords(problem) : ''}
        wrongAlt={tried && fresh && alt.trim() === '' ? words().photoAltMissing : (problem?.fields.alt ?? '')}
        onFresh={onFresh}
        onAlt={onAlt}
        onRemove={() => void remove()}
      />
    </>
  );
}

function photoWords({ code, trouble, fields }: NonNullable<Saving['photo']>): string {
  if (code === 'too_large') return words().photoTooLarge;
  return trouble === 'invalid' ? (fields.photo ?? words().photoRefused) : words().photoFailed;
}
