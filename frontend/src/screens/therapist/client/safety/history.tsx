import type { FlagTold } from '../../../../domain/desk/flags';
import { desk } from '../../../../text/desk';
import { flagName, placesWords } from '../../parts/flag-words';
import { plainDay } from '../../parts/when';
import { toldWords, whenWords } from './told-words';

const words = () => desk.screening.history;

export interface FlagHistoryProps {
  history: readonly FlagTold[];
  today: string;
  zone: string;
}

/** All that was ever told and done, newest first. */
export function FlagHistory({ history, today, zone }: FlagHistoryProps) {
  if (history.length === 0) return null;
  return (
    <details>
      <summary>{words().title(history.length)}</summary>
      <p class="small soft">{words().about}</p>
      <ol class="flag-history">
        {history.map((told) => (
          <li key={told.id}>
            <p>
              <strong>{words().act(told.act)}</strong>: {whatWords(told, today)}
            </p>
            <p class="small soft figures">{whoWords(told, zone)}</p>
            {told.reason && (
              <blockquote class="small">
                <q>{told.reason}</q>
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function whatWords({ act, flag_id, label, sites, since }: FlagTold, today: string): string {
  const day = since === null ? null : plainDay(since, today);
  const parts = [
    flagName({ id: flag_id, label }),
    placesWords(sites),
    day && (act === 'confirm' ? words().until(day) : desk.screening.flags.since(day)),
  ];
  return parts.filter(Boolean).join(' · ');
}

function whoWords(told: FlagTold, zone: string): string {
  if (told.act === 'raise' || told.by === null) return toldWords(told, zone);
  return [words().by(told.by.name), ...whenWords(told, zone)].join(', ');
}
