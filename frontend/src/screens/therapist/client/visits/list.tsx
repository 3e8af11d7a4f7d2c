import { useState } from 'preact/hooks';
import type { ClientCard } from '../../../../api/desk';
import { gentleAfter, isStanding, type Visit } from '../../../../domain/desk/visits';
import { useAction } from '../../../../sync/desk/use-action';
import { takeBack } from '../../../../sync/desk/visits';
import { desk } from '../../../../text/desk';
import { Button, Confirm } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';
import { deviceZone, instantWords, plainDay } from '../../parts/when';
import { placesOf, untilWords } from './words';

const words = () => desk.visits;
export interface VisitListProps {
  card: ClientCard;
  /** The newest first. */
  visits: readonly Visit[];
  today: string;
  onCorrect: (visit: Visit) => void;
  onStale: () => Promise<unknown>;
}

/** The newest visit; those before and what stands no more, for whoever looks. */
export function VisitList({ visits, ...rest }: VisitListProps) {
  const standing = visits.filter(isStanding);
  const earlier = standing.slice(1);
  const gone = visits.filter((visit) => !isStanding(visit));
  const more = [
    ...(earlier.length > 0 ? [words().earlier(earlier.length)] : []),
    ...(gone.length > 0 ? [words().gone(gone.length)] : []),
  ];
  return (
    <>
      <Lines visits={standing.slice(0, 1)} {...rest} />
      {more.length > 0 && (
        <details>
          <summary class="small">{more.join(', ')}</summary>
          <Lines visits={earlier} {...rest} />
          <Gone visits={gone} today={rest.today} />
        </details>
      )}
    </>
  );
}

function Gone({ visits, today }: Pick<VisitListProps, 'visits' | 'today'>) {
  if (visits.length === 0) return null;
  return (
    <ul class="desk-rows">
      {visits.map((visit) => (
        <li key={visit.id} class="visit-line soft">
          <div class="visit-words">
            <Said visit={visit} today={today} />
            <p class="small">{whyGone(visit)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function whyGone({ withdrawn }: Visit): string {
  if (!withdrawn) return words().corrected;
  return words().takenBack(withdrawn.by.name, instantWords(withdrawn.at, deviceZone()));
}

function Lines({ visits, ...rest }: VisitListProps) {
  if (visits.length === 0) return null;
  return (
    <ul class="desk-rows">
      {visits.map((visit) => (
        <Line key={visit.id} visit={visit} {...rest} />
      ))}
    </ul>
  );
}

type LineProps = Omit<VisitListProps, 'visits'> & { visit: Visit };

function Line({ visit, card, today, onCorrect, onStale }: LineProps) {
  const [asking, setAsking] = useState(false);
  const until = gentleAfter(visit, Date.now());
  const day = plainDay(visit.on, today);
  return (
    <li class="visit-line">
      <div class="visit-words">
        <Said visit={visit} today={today} />
        {until !== null && <p class="small visit-gentle">{words().gentle(untilWords(until, card))}</p>}
      </div>
      <div class="visit-acts">
        <Button kind="link" label={words().correctOf(day)} onClick={() => onCorrect(visit)}>
          {words().correct}
        </Button>
        <Button kind="link" label={words().removeOf(day)} onClick={() => setAsking(true)}>
          {words().remove}
        </Button>
      </div>
      <TakeBack
        client={card.id}
        visit={visit}
        open={asking}
        onClose={() => setAsking(false)}
        onStale={onStale}
      />
    </li>
  );
}

function Said({ visit, today }: { visit: Visit; today: string }) {
  const places = placesOf(visit);
  return (
    <>
      <p class="figures">
        <strong>{words().line(plainDay(visit.on, today), visit.minutes, visit.kind)}</strong>{' '}
        <span class="small soft">{words().by(visit.by.name)}</span>
      </p>
      {places !== '' && <p class="small">{words().places(places)}</p>}
      {visit.note !== '' && <p class="visit-note">{visit.note}</p>}
      {visit.reaction !== '' && <p class="small visit-note">{words().reaction(visit.reaction)}</p>}
    </>
  );
}

interface TakeBackProps {
  client: string;
  visit: Visit;
  open: boolean;
  onClose: () => void;
  onStale: () => Promise<unknown>;
}

function TakeBack({ client, visit, open, onClose, onStale }: TakeBackProps) {
  const action = useAction();
  const remove = async () => {
    if (await action.run(() => takeBack(client, visit.id))) onClose();
  };
  const close = () => {
    const stale = action.problem?.trouble === 'conflict';
    action.clear();
    onClose();
    if (stale) void onStale();
  };
  return (
    <Confirm
      title={words().removeTitle}
      open={open}
      onClose={close}
      yes={words().remove}
      no={desk.cancel}
      onYes={() => void remove()}
      busy={action.busy}
    >
      <p>{words().removeAbout}</p>
      {action.problem?.trouble === 'conflict' ? (
        <p role="alert">{words().changed}</p>
      ) : (
        <TroubleNote problem={action.problem} />
      )}
    </Confirm>
  );
}
