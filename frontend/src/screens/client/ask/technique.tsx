import type { Item } from '../../../domain/types';
import { Pictogram } from '../../../pictograms';
import { mayDo } from '../../../store/dose';
import { care } from '../../../text/care';
import { player } from '../../../text/player';
import { Icon } from '../../../ui';
import { doseWords } from '../parts/dose-words';

/**
 * What there is to know of a technique of hers, for a quiet moment: the picture, how it goes, where not to press. As it
 * may be done today; of one that pauses today it is not said how.
 */
export function Technique({ item: planned }: { item: Item }) {
  const day = mayDo([planned]);
  const item = day?.items[0] ?? planned;
  const { snapshot, level, side, dose, note } = item;
  return (
    <>
      <div class="ask-technique">
        <Pictogram technique={item.technique_id} level={level} side={side} photo={item.technique?.photo} />
        <div class="stack-tight">
          <p>{doseWords(dose)}</p>
          <p class="soft small">{player.needs(snapshot.tools, snapshot.props)}</p>
          {note && <p class="small">{note}</p>}
        </div>
      </div>
      {day?.items.length !== 0 && <How snapshot={snapshot} />}
    </>
  );
}

function How({ snapshot }: { snapshot: Item['snapshot'] }) {
  return (
    <section class="stack-tight">
      <h2>{care.ask.how}</h2>
      <ol class="ask-steps">
        {snapshot.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {snapshot.near.map((near) => (
        <p class="ask-near" key={near.id}>
          <Icon name="warning" size={1.25} />
          <span>{near.say}</span>
        </p>
      ))}
      {snapshot.feel !== '' && (
        <p class="small">
          <span class="soft">{care.ask.feel}: </span>
          {snapshot.feel}
        </p>
      )}
    </section>
  );
}
