import type { Resting as Away } from '../../../domain/dose/day';
import type { Item } from '../../../domain/types';
import { Pictogram } from '../../../pictograms';
import { text } from '../../../text';
import { Icon } from '../../../ui';
import { doseWords } from '../parts/dose-words';

export function TodayList({ items, shares }: { items: readonly Item[]; shares: readonly number[] }) {
  const words = text.client.today;
  return (
    <section>
      <h2 class="only-heard">{words.list}</h2>
      <ol class="today-list">
        {items.map((item, index) => (
          <li class={shares[index] === 1 ? 'today-item today-item-done' : 'today-item'} key={item.key}>
            <Pictogram
              technique={item.technique_id}
              level={item.level}
              side={item.side}
              photo={item.technique?.photo}
            />
            <div class="today-item-words">
              <h3>
                <a class="today-item-link" href={`/ask?technique=${item.technique_id}`}>
                  {item.snapshot.name}
                </a>
              </h3>
              <p class="soft small">{doseWords(item.dose)}</p>
              {item.note && <p class="small today-note">{item.note}</p>}
            </div>
            <Mark share={shares[index] ?? 0} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface RestingProps {
  /** What hurt. */
  items: readonly Item[];
  /** What else rests by the rules of the dose. */
  others: readonly Away[];
  therapist: string;
}

/** What stopped because it hurt stays on the page, so that nobody looks for it, and out of the count. */
export function Resting({ items, others, therapist }: RestingProps) {
  const words = text.client.today;
  const rest = others.filter(({ rule }) => rule !== 'D02').map(({ item }) => item);
  const hurt = [...items, ...others.filter(({ rule }) => rule === 'D02').map(({ item }) => item)];
  if (items.length + others.length === 0) return null;
  return (
    <section class="card stack-tight">
      <h2>{words.restingTitle}</h2>
      <ul class="today-resting">
        {[...hurt, ...rest].map((item) => (
          <li key={item.key}>{item.snapshot.name}</li>
        ))}
      </ul>
      <p class="soft small">{rest.length > 0 ? words.restingBody(therapist) : words.resting(therapist)}</p>
    </section>
  );
}

function Mark({ share }: { share: number }) {
  const words = text.client.today;
  if (share === 1) {
    return (
      <span class="today-mark today-mark-done">
        <Icon name="check" size={1.1} />
        <span class="only-heard">{words.done}</span>
      </span>
    );
  }
  return <span class="today-mark">{share > 0 && <span class="only-heard">{words.started}</span>}</span>;
}
