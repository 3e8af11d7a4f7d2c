import type { Starter } from '../../../domain/desk/catalogue';
import { fromStarter } from '../../../domain/desk/draft';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Icon, showToast } from '../../../ui';
import type { DraftProps } from './draft-props';

const words = () => desk.builder.starter;

/** One tap puts a whole starter into the program, at level 1; another tap takes that back. */
export function Starters({ draft, onChange, onStarter }: DraftProps & { onStarter: () => void }) {
  const known = catalogue.value;
  if (!known) return null;
  const begin = (starter: Starter) => {
    const before = draft.items;
    onChange({
      items: fromStarter(
        known,
        starter.items.map((item) => item.technique_id),
      ),
    });
    onStarter();
    if (before.length === 0) return;
    showToast({
      text: words().replaced(starter.name),
      action: { label: desk.undo, run: () => onChange({ items: before }) },
    });
  };
  return (
    <ul class="pick-list">
      {known.starters.map((starter) => (
        <li key={starter.id}>
          <button type="button" class="pick" onClick={() => begin(starter)}>
            <span class="pick-words">
              <strong>
                <span class="only-heard">{words().use} </span>
                {starter.name}
              </strong>
              <span class="small soft figures">{lineOf(starter)}</span>
            </span>
            <Icon name="next" size={1.25} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function lineOf(starter: Starter): string {
  const { dose_s, level_1, items } = starter;
  return words().line(items.length, desk.minutes(level_1.dose_s), desk.minutes(dose_s));
}
