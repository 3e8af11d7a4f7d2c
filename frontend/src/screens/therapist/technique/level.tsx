import { BREATH_S } from '../../../domain/breath';
import { nearChoices } from '../../../domain/desk/choices';
import {
  doseOf,
  doseStepped,
  hardness,
  LOADS,
  mostOf,
  type OwnLevel,
  toggled,
  totalSeconds,
  withTool,
} from '../../../domain/desk/own-technique';
import { setupSeconds } from '../../../domain/length';
import type { SideDose } from '../../../domain/program';
import { desk } from '../../../text/desk';
import { Select } from '../../../ui';
import { Few, Picks } from '../parts/picks';
import { Stepper } from '../parts/stepper';
import type { FormProps } from './form';
import { Steps } from './steps';

const words = () => desk.content.editor;

export interface LevelProps extends Omit<FormProps, 'onChange'> {
  at: number;
  level: OwnLevel;
  onChange: (part: Partial<OwnLevel>) => void;
}

/** Everything that a level says for itself. */
export function LevelForm(props: LevelProps) {
  const { at, level, catalogue, wrong, onChange } = props;
  const path = `levels.${at}`;
  const hard = words().hard[hardness(level, catalogue.tools)] ?? '';
  return (
    <div class="stack">
      <Few
        label={words().tools}
        list={catalogue.tools}
        chosen={level.tools}
        hint={words().hardness(hard)}
        error={wrong(`${path}.tools`)}
        onToggle={(tool) => onChange(withTool(level, tool))}
      />
      <div class="technique-pair">
        <Select
          label={words().load}
          name={`load-${at}`}
          value={level.load}
          options={LOADS.map((id) => ({ value: id, label: words().loads[id] ?? id }))}
          error={wrong(`${path}.load`)}
          onChange={(load) => onChange({ load })}
        />
        <Select
          label={words().style}
          name={`style-${at}`}
          value={level.style}
          options={catalogue.styles.map(({ id, label }) => ({ value: id, label }))}
          error={wrong(`${path}.style`)}
          onChange={(style) => onChange({ style })}
        />
      </div>
      <Few
        label={words().props}
        list={catalogue.props}
        chosen={level.props}
        onToggle={(id) => onChange({ props: toggled(level.props, id) })}
      />
      <Few
        label={words().pos}
        list={catalogue.positions}
        chosen={level.pos}
        hint={words().posHint}
        error={wrong(`${path}.pos`)}
        onToggle={(id) => onChange({ pos: toggled(level.pos, id) })}
      />
      <Steps at={at} steps={level.steps} wrong={wrong} onChange={(steps) => onChange({ steps })} />
      <Dose {...props} />
      <Picks
        label={words().near}
        name={`near-${at}`}
        list={nearChoices(catalogue)}
        chosen={level.near}
        add={words().nearAdd}
        hint={words().nearHint}
        error={wrong(`${path}.near`)}
        onChange={(near) => onChange({ near })}
      />
    </div>
  );
}

const FIELDS = ['spots', 'hold_s', 'roll_s', 'move_s'] as const;

/** How long, for a side, within the limits; and what that comes to. */
function Dose({ at, level, draft, wrong, onChange }: LevelProps) {
  const seconds = totalSeconds(draft.side, level);
  const setup = setupSeconds(doseOf(draft.side, level.dose));
  const faults = ['', '.spots', '.hold_s', '.roll_s', '.move_s'].map((end) =>
    wrong(`levels.${at}.dose${end}`),
  );
  return (
    <div class="picks">
      <p class="field-label">
        {words().dose} <span class="small soft">{words().doseSide[draft.side]}</span>
      </p>
      <div class="technique-dose">
        {FIELDS.map((field) => {
          const step = (direction: -1 | 1) => doseStepped(level, field, direction);
          return (
            <div class="technique-dose-field" key={field}>
              <span class="small soft">{words().field[field]}</span>
              <Stepper
                label={words().field[field]}
                value={valueWords(field, level.dose[field])}
                atLeast={level.dose[field] === 0}
                atMost={level.dose[field] >= mostOf(level, field)}
                onStep={(direction) => onChange({ dose: step(direction) })}
              />
            </div>
          );
        })}
      </div>
      <p class="figures" aria-live="polite">
        <strong>{words().total(desk.minutesSeconds(seconds))}</strong>{' '}
        <span class="small soft">{words().totalSetup(desk.minutesSeconds(seconds + setup))}</span>
      </p>
      {[...new Set(faults)].filter(Boolean).map((fault) => (
        <p class="field-error" role="alert" key={fault}>
          {fault}
        </p>
      ))}
    </div>
  );
}

function valueWords(field: keyof SideDose, value: number): string {
  const { dose } = desk.builder;
  if (field === 'spots') return String(value);
  if (field === 'hold_s' && value > 0 && value % BREATH_S === 0) return dose.breaths(value / BREATH_S);
  return dose.seconds(value);
}
