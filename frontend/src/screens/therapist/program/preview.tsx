import { useState } from 'preact/hooks';
import type { ClientCard } from '../../../api/desk';
import { weekday } from '../../../domain/days';
import type { Technique } from '../../../domain/desk/catalogue';
import type { Draft, DraftItem } from '../../../domain/desk/draft';
import { dayLength } from '../../../domain/length';
import { Pictogram } from '../../../pictograms';
import { catalogue, me } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { Dialog, Slice } from '../../../ui';
import { DayChips } from '../parts/day-chips';
import { doseWords } from '../parts/dose-words';
import './preview.css';

const words = () => desk.builder;

export interface PreviewProps {
  card: ClientCard;
  draft: Draft;
  open: boolean;
  onClose: () => void;
}

/** The client's page of that day, as wide as a phone, from the draft itself. */
export function Preview({ card, draft, open, onClose }: PreviewProps) {
  const [day, setDay] = useState<number | null>(null);
  const shown = day ?? firstDay(draft);
  return (
    <Dialog title={words().previewTitle(card.name)} open={open} onClose={onClose}>
      <DayChips
        label={words().phone.day}
        days={[shown]}
        onChange={(days) => setDay(days.find((one) => one !== shown) ?? shown)}
      />
      <Phone card={card} items={draft.items.filter((item) => (item.days ?? draft.days).includes(shown))} />
    </Dialog>
  );
}

function firstDay(draft: Draft): number {
  const start = weekday(draft.starts_on);
  const days = Array.from({ length: 7 }, (_, at) => (start + at) % 7);
  return days.find((day) => draft.items.some((item) => (item.days ?? draft.days).includes(day))) ?? start;
}

function Phone({ card, items }: { card: ClientCard; items: readonly DraftItem[] }) {
  const { dose_s } = dayLength(items);
  const core = { value: String(Math.max(1, Math.round(dose_s / 60))), unit: 'min' };
  return (
    <div class="phone-frame">
      <p class="small soft">{words().phone.from(me.value?.practice.name ?? desk.brand)}</p>
      <p class="phone-hello">{words().phone.morning(card.name)}</p>
      {items.length === 0 ? (
        <p class="soft">{words().phone.rest}</p>
      ) : (
        <>
          <p class="soft small">{words().phone.line(desk.minutesSeconds(dose_s), items.length)}</p>
          <div class="phone-slice">
            <Slice
              parts={items.map(() => 0)}
              size={9}
              label={words().phone.line(desk.minutes(dose_s), items.length)}
              core={core}
            />
          </div>
          <ul class="desk-rows">
            {items.map((item) => (
              <PhoneLine key={item.key} item={item} />
            ))}
          </ul>
          <p class="phone-start" aria-hidden="true">
            {words().phone.start}
          </p>
        </>
      )}
    </div>
  );
}

function PhoneLine({ item }: { item: DraftItem }) {
  const technique: Technique | undefined = catalogue.value?.techniques.find(
    (entry) => entry.id === item.technique_id,
  );
  return (
    <li class="phone-line">
      <Pictogram technique={item.technique_id} level={item.level} side={item.side} photo={technique?.photo} />
      <div>
        <p class="program-name">{technique?.name}</p>
        {doseWords(item.dose).map((line) => (
          <p key={line} class="small soft figures">
            {line}
          </p>
        ))}
        {item.note && <p class="small">{item.note}</p>}
      </div>
    </li>
  );
}
