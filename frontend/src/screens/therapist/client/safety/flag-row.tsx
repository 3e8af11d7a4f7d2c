import { canConfirm, type FlagOn, type Standing, waitsForWord } from '../../../../domain/desk/flags';
import { desk } from '../../../../text/desk';
import { Button, Icon } from '../../../../ui';
import { flagName, placesWords } from '../../parts/flag-words';
import { plainDay } from '../../parts/when';
import { courseWords, toldWords } from './told-words';

const words = () => desk.screening.flags;

export interface FlagRowProps {
  standing: Standing;
  today: string;
  zone: string;
  labels: Readonly<Record<string, string>>;
  onAct: (what: 'lower' | 'confirm', standing: Standing) => void;
}

/** A flag that is on: what, where, since when, who told it, and what its date does next. */
export function FlagRow({ standing, today, zone, labels, onAct }: FlagRowProps) {
  const { phases, sites, since, dated, tellings, placeless } = standing;
  const [first, ...others] = phases;
  const label = first?.label ?? standing.label;
  const { waits, next } = courseWords(standing, today, labels);
  return (
    <li class={waitsForWord(standing) ? 'flag flag-waits' : 'flag'}>
      <div class="flag-words">
        <p>
          <strong>{label}</strong>
          {sites.length > 0 && <span> · {placesWords(sites)}</span>}
          {since && <span class="soft"> · {words().since(plainDay(since, today))}</span>}
        </p>
        {others.map((phase) => (
          <p key={phase.flag}>{words().also(phase.label)}</p>
        ))}
        {placeless && <p class="small">{words().placeless}</p>}
        {waits && (
          <p class="flag-word small">
            <Icon name="waiting" size={1.125} />
            {waits}
          </p>
        )}
        {next && <p class="small">{next}</p>}
        {dated && since === null && <p class="small">{words().undated}</p>}
        <p class="small soft figures">{tellingWords(tellings, zone)}</p>
        {tellings[0]?.reason && (
          <p class="small">
            <q>{tellings[0].reason}</q>
          </p>
        )}
      </div>
      <div class="flag-acts">
        {canConfirm(standing) && (
          <Button
            kind={waitsForWord(standing) ? 'quiet' : 'link'}
            label={words().of(words().confirm, label)}
            onClick={() => onAct('confirm', standing)}
          >
            {words().confirm}
          </Button>
        )}
        <Button kind="link" label={words().of(words().lower, label)} onClick={() => onAct('lower', standing)}>
          {words().lower}
        </Button>
      </div>
    </li>
  );
}

export interface RedRowProps {
  flag: FlagOn;
  zone: string;
  onLift: () => void;
}

export function RedRow({ flag, zone, onLift }: RedRowProps) {
  const name = flagName({ id: flag.flag_id, label: flag.label });
  return (
    <li class="flag flag-red">
      <Icon name="warning" />
      <div class="flag-words">
        <p>
          <span class="badge badge-loud">{words().red}</span> <strong>{name}</strong>
        </p>
        <p class="small figures">{toldWords(flag, zone)}</p>
        {flag.reason && (
          <p class="small">
            <q>{flag.reason}</q>
          </p>
        )}
      </div>
      <div class="flag-acts">
        <Button kind="quiet" label={words().of(words().lift, name)} onClick={onLift}>
          {words().lift}
        </Button>
      </div>
    </li>
  );
}

function tellingWords(tellings: readonly FlagOn[], zone: string): string {
  const [newest] = tellings;
  if (!newest) return '';
  const often = tellings.length > 1 ? [words().tellings(tellings.length)] : [];
  return [toldWords(newest, zone), ...often].join(' · ');
}
