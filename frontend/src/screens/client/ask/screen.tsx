import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { hangsAt, type Place, questionLog, questionsIn } from '../../../domain/history/questions';
import { therapistOf, versionsOf } from '../../../domain/today';
import type { Item, Side } from '../../../domain/types';
import { deviceZone, draft, logs, newLogId, profile, view } from '../../../store';
import { care } from '../../../text/care';
import { Banner, Button, Chip, Chips, Field, Screen } from '../../../ui';
import { AskedAt, placeName } from '../parts/later/asked';
import { AwayNote } from '../parts/later/away-note';
import { useReading } from '../parts/later/reply-words';
import { useKeeping } from '../parts/later/use-keeping';
import { Whereabouts } from '../parts/later/whereabouts';
import { ClientNav } from '../parts/nav';
import { useNumberHere } from '../parts/number-here';
import { Technique } from './technique';
import './screen.css';

const MOST = 4000;
const SIDES: readonly Side[] = ['left', 'right', 'both'];

/** A place to ask at: a technique, one practice, or nothing special. The answer comes back here. */
export function Ask() {
  const { route, query } = useLocation();
  const place: Place = { technique_id: query.technique, session_id: query.session };
  const key = `${query.technique} ${query.session}`;
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const here = questionsIn(logs.value).filter((log) => hangsAt(log, place));
  useReading((log) => here.some(({ id }) => id === log));
  const who = view.value?.me ?? profile.value;
  if (!who) return null;
  const item = itemOf(query.technique);
  const name = item ? null : placeName(place);
  return (
    <Screen
      title={item?.snapshot.name ?? care.ask.title(therapistOf(who))}
      eyebrow={name && care.ask.of(name)}
      foot={<BackToPractice />}
      nav={<ClientNav current={null} />}
    >
      {item && <Technique item={item} />}
      <Form key={key} place={place} item={item} side={sideOf(query.side)} who={therapistOf(who)} />
      {here.length > 0 && (
        <section class="stack-tight">
          <h2>{care.ask.here}</h2>
          <AskedAt place={place} />
        </section>
      )}
    </Screen>
  );
}

interface FormProps {
  place: Place;
  item: Item | undefined;
  /** The one at which she was when she came here. */
  side: Side | null;
  who: string;
}

function Form({ place, item, side: cameFrom, who }: FormProps) {
  const words = care.ask;
  const [text, setText] = useState('');
  const [side, setSide] = useState(cameFrom);
  const [isEmpty, setEmpty] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const [state, keep] = useKeeping();
  const send = async (event: Event) => {
    event.preventDefault();
    if (state === 'saving') return;
    setEmpty(text.trim() === '');
    if (text.trim() === '') return;
    const log = questionLog(text, place, side, newLogId(), Date.now(), deviceZone());
    if (!(await keep([log]))) return;
    setText('');
    setSent(log.id);
  };
  const write = (said: string) => {
    setText(said);
    setEmpty(false);
  };
  const number = useNumberHere();
  return (
    <form class="stack-tight" noValidate onSubmit={(event) => void send(event)}>
      {item && <h2>{words.title(who)}</h2>}
      {item?.dose.left && item.dose.right && <Sides side={side} onSide={setSide} />}
      <Field
        label={words.field}
        name="question"
        multiline
        maxlength={MOST}
        value={text}
        onInput={write}
        hint={words.where}
        error={isEmpty ? words.empty : undefined}
      />
      {state === 'unsaved' && <Banner tone="urgent">{care.unsaved}</Banner>}
      <Button wide type="submit" busy={state === 'saving'}>
        {words.send}
      </Button>
      <div role="status">{sent && <Whereabouts ids={[sent]} who={who} />}</div>
      {!sent && <p class="soft small">{words.notChat(who)}</p>}
      <AwayNote />
      {number !== '' && (
        <a class="ask-call" href={`tel:${number.replace(/[^\d+]/g, '')}`}>
          {words.urgent(number)}
        </a>
      )}
    </form>
  );
}

interface SidesProps {
  side: Side | null;
  onSide: (side: Side | null) => void;
}

/** Only of a technique that is done on each side. */
function Sides({ side, onSide }: SidesProps) {
  const words = care.ask;
  return (
    <Chips label={words.side}>
      {SIDES.map((one) => (
        <Chip key={one} pressed={side === one} onToggle={() => onSide(side === one ? null : one)}>
          {words.sides[one]}
        </Chip>
      ))}
    </Chips>
  );
}

function sideOf(named: string | undefined): Side | null {
  return named === 'left' || named === 'right' ? named : null;
}

function itemOf(technique_id: string | undefined): Item | undefined {
  const items = view.value ? versionsOf(view.value).flatMap((version) => version.items) : [];
  return items.find((item) => item.technique_id === technique_id);
}

/** Who came here in the middle of a practice finds the way back. */
function BackToPractice() {
  if (!draft.value) return null;
  return (
    <Button wide href="/practice">
      {care.ask.backToPractice}
    </Button>
  );
}
