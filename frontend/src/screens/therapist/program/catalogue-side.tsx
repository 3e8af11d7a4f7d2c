import { useState } from 'preact/hooks';
import { desk } from '../../../text/desk';
import type { DraftProps } from './draft-props';
import { Starters } from './starters';
import { Techniques } from './techniques';

const words = () => desk.builder.catalogue;

/** Thirteen starters to begin from, or all techniques one by one. */
export function CatalogueSide({
  client,
  draft,
  onChange,
  onStarter,
}: DraftProps & { onStarter: () => void }) {
  const [shown, setShown] = useState<'starters' | 'techniques'>(
    draft.items.length === 0 ? 'starters' : 'techniques',
  );
  return (
    <section class="builder-catalogue" aria-label={words().label}>
      {/* biome-ignore lint/a11y/useSemanticElements: two buttons that choose what is listed, not a form */}
      <div class="switch" role="group" aria-label={words().label}>
        {(['starters', 'techniques'] as const).map((name) => (
          <button key={name} type="button" aria-pressed={shown === name} onClick={() => setShown(name)}>
            {words()[name]}
          </button>
        ))}
      </div>
      {shown === 'starters' ? (
        <Starters client={client} draft={draft} onChange={onChange} onStarter={onStarter} />
      ) : (
        <Techniques client={client} draft={draft} onChange={onChange} />
      )}
    </section>
  );
}
