import type { Technique } from '../../../domain/desk/catalogue';
import type { Alternative } from '../../../domain/desk/verdicts';
import { desk } from '../../../text/desk';
import { Icon } from '../../../ui';

const words = () => desk.safety;

export interface InsteadProps {
  /** The name of what they stand in for. */
  of: string;
  list: readonly { technique: Technique; why: Alternative['why'] }[];
  /** What is in the program already. */
  used?: ReadonlySet<string>;
  onPick: (technique: Technique) => void;
}

/** What is safe for her instead, and why it was chosen; one tap takes it. */
export function Instead({ of, list, used, onPick }: InsteadProps) {
  if (list.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div class="instead small" role="group" aria-label={words().list.insteadOf(of)}>
      <span class="soft">{words().list.instead}</span>
      {list.map(({ technique, why }) => (
        <button
          key={technique.id}
          type="button"
          aria-disabled={used?.has(technique.id) || undefined}
          onClick={used?.has(technique.id) ? undefined : () => onPick(technique)}
        >
          <Icon name={used?.has(technique.id) ? 'check' : 'plus'} size={1} />
          <span>
            {technique.name} <span class="instead-why">{words().why[why]}</span>
          </span>
        </button>
      ))}
    </div>
  );
}
