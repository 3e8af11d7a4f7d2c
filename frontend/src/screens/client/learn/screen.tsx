import { useLocation } from 'preact-iso';
import {
  CARD_GROUPS,
  type CardGroup,
  type CardId,
  type CardPart,
  cardAfter,
  cardAt,
  cardGroups,
} from '../../../domain/learn';
import { draft, profile } from '../../../store';
import { learn } from '../../../text/learn';
import { Button, Icon, Screen } from '../../../ui';
import { ClientNav } from '../parts/nav';
import { useNumberHere } from '../parts/number-here';
import { Drawing } from './drawing';
import './screen.css';

/** The cards to read: all of them, or the one that the address names. */
export function Learn() {
  const card = cardAt(useLocation().path);
  return card ? <Card key={card} card={card} /> : <Cards />;
}

function Cards() {
  return (
    <Screen title={learn.title} foot={<BackToPractice />} nav={<Nav />} class={reading()}>
      <p class="soft learn-intro">{learn.intro}</p>
      {cardGroups().map((group) => (
        <Group key={group} group={group} />
      ))}
      {profile.value && (
        <Button kind="quiet" icon="ask" href="/ask">
          {learn.ask}
        </Button>
      )}
    </Screen>
  );
}

function Group({ group }: { group: CardGroup }) {
  return (
    <section>
      <h2>{learn.groups[group]}</h2>
      <ul>
        {CARD_GROUPS[group].map((card) => (
          <li key={card}>
            <a class="learn-line" href={`/learn/${card}`}>
              <span class="learn-line-words">
                <strong>{learn.cards[card].title}</strong>
                <span class="soft small">{learn.cards[card].about}</span>
              </span>
              <Icon name="next" size={1.25} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ card }: { card: CardId }) {
  const { title, parts } = learn.cards[card];
  const next = cardAfter(card);
  return (
    <Screen
      title={title}
      eyebrow={<Up />}
      foot={<BackToPractice />}
      nav={<Nav />}
      class={`${reading()} learn-${card}`}
    >
      <Drawing card={card} />
      {parts.map((part) => (
        <Part key={part.title ?? part.text} part={part} />
      ))}
      <div class="learn-on">
        <Button kind="quiet" href={`/learn/${next}`} icon="next" iconEnd>
          {learn.next(learn.cards[next].title)}
        </Button>
        <Button kind="link" href="/learn">
          {learn.all}
        </Button>
      </div>
    </Screen>
  );
}

function Part({ part: { title, text, list, call } }: { part: CardPart }) {
  return (
    <section class="learn-part">
      {title && <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {list && (
        <ul class="learn-list">
          {list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {call && <Call />}
    </section>
  );
}

function Up() {
  return (
    <a class="learn-up" href="/learn">
      <Icon name="back" size={1.25} />
      {learn.eyebrow}
    </a>
  );
}

function Call() {
  const number = useNumberHere();
  if (number === '') return null;
  return (
    <Button kind="danger" wide icon="phone" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
      {learn.call(number)}
    </Button>
  );
}

/** Who looked something up in the middle of a practice finds the way back. */
function BackToPractice() {
  if (!draft.value) return null;
  return (
    <Button wide href="/practice">
      {learn.backToPractice}
    </Button>
  );
}

/** Only a way back has to stay in sight; otherwise the whole window is for reading, and the bar stands at the end. */
function reading(): string {
  return draft.value ? '' : 'learn-calm';
}

/** The cards may be read by anybody; the other pages need a person. */
function Nav() {
  return profile.value ? <ClientNav current={null} /> : null;
}
