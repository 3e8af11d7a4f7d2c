import { useState } from 'preact/hooks';
import { labelOf } from '../../../domain/desk/catalogue';
import { nearChoices, stopChoices } from '../../../domain/desk/choices';
import { doseOf, type OwnDraft } from '../../../domain/desk/own-technique';
import type { Photo } from '../../../domain/program';
import { Pictogram } from '../../../pictograms';
import { desk } from '../../../text/desk';
import { Chip, Chips, Icon } from '../../../ui';
import { doseWords } from '../parts/dose-words';
import type { FormProps } from './form';

const words = () => desk.content.editor;

interface PreviewProps {
  draft: OwnDraft;
  catalogue: FormProps['catalogue'];
  level: number;
  photo: Photo | null;
}

/** The technique on a phone: as a line of the day, and as it stands there while it is done. */
export function Preview(props: PreviewProps) {
  const [part, setPart] = useState<'list' | 'play'>('list');
  return (
    <section class="technique-preview" aria-label={words().preview}>
      <h2>{words().preview}</h2>
      <Chips label={words().preview}>
        {(['list', 'play'] as const).map((one) => (
          <Chip key={one} pressed={one === part} onToggle={() => setPart(one)}>
            {words().previewPart[one]}
          </Chip>
        ))}
      </Chips>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not everybody scrolls with a finger */}
      <div class="technique-scroll" tabIndex={0}>
        {part === 'list' ? <InList {...props} /> : <AtPlay {...props} />}
      </div>
    </section>
  );
}

function InList({ draft, level, photo }: PreviewProps) {
  const dose = draft.levels[level]?.dose;
  return (
    <div class="technique-phone">
      <div class="technique-line">
        <Pictogram technique="own" level={1} photo={photo} />
        <div>
          <p class="content-name">{draft.name || words().previewName}</p>
          {dose &&
            doseWords(doseOf(draft.side, dose)).map((line) => (
              <p key={line} class="small soft figures">
                {line}
              </p>
            ))}
        </div>
      </div>
    </div>
  );
}

function AtPlay({ draft, catalogue, level, photo }: PreviewProps) {
  const shown = draft.levels[level];
  if (!shown) return null;
  const needed = [
    ...shown.tools.map((id) => labelOf(catalogue.tools, id)),
    ...shown.props.map((id) => labelOf(catalogue.props, id)),
  ];
  return (
    <div class="technique-phone">
      <p class="technique-title">{draft.name || words().previewName}</p>
      <p class="small soft">{needed.join(', ')}</p>
      <Pictogram technique="own" level={1} photo={photo} />
      <ol class="technique-shown">
        {shown.steps.filter(Boolean).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {shown.near.map((id) => (
        <p class="technique-near" key={id}>
          <Icon name="warning" size={1.125} />
          <span>{labelOf(nearChoices(catalogue), id)}</span>
        </p>
      ))}
      {draft.feel && (
        <p class="small">
          <span class="soft">{words().previewFeel}:</span> {draft.feel}
        </p>
      )}
      {draft.stop.length > 0 && (
        <p class="small">
          <span class="soft">{words().previewStop}:</span>{' '}
          {draft.stop.map((id) => labelOf(stopChoices(catalogue), id)).join(', ')}
        </p>
      )}
    </div>
  );
}
