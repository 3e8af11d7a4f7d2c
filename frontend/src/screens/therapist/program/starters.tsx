import { type AdjustedStarter, adjusted } from '../../../domain/desk/adjusted';
import type { Catalogue, Starter } from '../../../domain/desk/catalogue';
import { type Draft, longestDay } from '../../../domain/desk/draft';
import { laterSeconds } from '../../../domain/desk/fill-up';
import { personal } from '../../../domain/desk/limits';
import { rowFor } from '../../../domain/desk/verdicts';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Icon, showToast } from '../../../ui';
import type { DraftProps, ForClient } from './draft-props';

const words = () => desk.builder.starter;

/** One tap puts a whole starter into the program, as far as it fits the client; another tap takes that back. */
export function Starters({ client, draft, onChange, onStarter }: DraftProps & { onStarter: () => void }) {
  const known = catalogue.value;
  if (!known) return null;
  const softer = personal(client.verdicts, known);
  const begin = (starter: Starter, { items }: AdjustedStarter, changes: string[]) => {
    const before = draft.items;
    onChange({ items });
    onStarter();
    const adjustment = changes.length > 0 && desk.safety.starter.adjusted(starter.name, changes.join(', '));
    if (before.length === 0 && !adjustment) return;
    showToast({
      text: adjustment || words().replaced(starter.name),
      action: { label: desk.undo, run: () => onChange({ items: before }) },
    });
  };
  return (
    <ul class="pick-list">
      {known.starters.map((starter) => {
        const fit = adjusted(client.verdicts, known, starter);
        return (
          <StarterLine
            key={starter.id}
            client={client}
            draft={draft}
            known={softer}
            starter={starter}
            fit={fit}
            onBegin={() => begin(starter, fit, changesOf(fit))}
          />
        );
      })}
    </ul>
  );
}

interface LineProps {
  client: ForClient;
  draft: Draft;
  /** Within her limits. */
  known: Catalogue;
  starter: Starter;
  fit: AdjustedStarter;
  onBegin: () => void;
}

function StarterLine({ client, draft, known, starter, fit, onBegin }: LineProps) {
  const nothing = fit.items.length === 0;
  const changes = changesOf(fit);
  const needs = fit.items.filter(
    (item) => rowFor(client.verdicts, item.technique_id, item.level, item.side)?.verdict === 'override',
  );
  return (
    <li>
      <button
        type="button"
        class={nothing ? 'pick pick-shut' : 'pick'}
        aria-disabled={nothing || undefined}
        onClick={nothing ? undefined : onBegin}
      >
        <span class="pick-words">
          <strong>
            {!nothing && <span class="only-heard">{words().use} </span>}
            {starter.name}
          </strong>
          <span class="small soft figures">
            {nothing ? desk.safety.starter.nothing(client.name) : lineOf(fit, draft, known)}
          </span>
          {!nothing && changes.length > 0 && <Sign text={changes.join(', ')} icon="minus" />}
          {needs.length > 0 && <Sign text={desk.safety.starter.needs(needs.length)} icon="person" />}
        </span>
        <Icon name={nothing ? 'lock' : 'next'} size={1.25} />
      </button>
    </li>
  );
}

function Sign({ text, icon }: { text: string; icon: 'minus' | 'person' }) {
  return (
    <span class="pick-sign small">
      <Icon name={icon} size={1} /> <span>{text}</span>
    </span>
  );
}

/** What was left out, and what came instead. */
function changesOf({ left }: AdjustedStarter): string[] {
  const gone = left.filter((one) => !one.instead).map((one) => one.out.name);
  const swapped = left.flatMap(({ out, instead }) =>
    instead ? [desk.safety.starter.insteadOf(out.name, instead.technique.name)] : [],
  );
  return gone.length > 0 ? [...swapped, desk.safety.starter.without(gone.join(', '))] : swapped;
}

/** Now, and at the levels that are meant later as far as they are open to her. */
function lineOf({ items }: AdjustedStarter, draft: Draft, known: Catalogue): string {
  const { dose } = longestDay({ ...draft, items });
  const later = laterSeconds({ ...draft, items }, known);
  return words().line(items.length, desk.minutes(dose), desk.minutes(later));
}
