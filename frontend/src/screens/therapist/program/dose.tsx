import { BREATH_S } from '../../../domain/breath';
import type { Technique } from '../../../domain/desk/catalogue';
import {
  catalogueDose,
  type DoseField,
  type DraftItem,
  setDose,
  setEqual,
  stepOf,
  stepped,
} from '../../../domain/desk/draft';
import { sidesOf } from '../../../domain/length';
import type { Side, SideDose } from '../../../domain/program';
import { desk } from '../../../text/desk';
import { Stepper } from '../parts/stepper';

const words = () => desk.builder;

interface DoseProps {
  item: DraftItem;
  technique: Technique;
  onChange: (item: DraftItem) => void;
}

/** A row of steppers for each side, or one row while both sides are alike. */
export function DoseRows({ item, technique, onChange }: DoseProps) {
  const sides = sidesOf(item.dose);
  const paired = item.dose.left !== undefined && item.dose.right !== undefined;
  const rows = paired && item.equal ? sides.slice(0, 1) : sides;
  return (
    <div class="dose">
      {rows.map(([side, dose]) => (
        <DoseRow
          key={side}
          item={item}
          technique={technique}
          side={side}
          dose={dose}
          paired={paired}
          onChange={onChange}
        />
      ))}
      {paired && (
        <label class="check small">
          <input
            type="checkbox"
            checked={item.equal}
            onChange={() => onChange(setEqual(item, !item.equal))}
          />
          {words().chosen.equal}
        </label>
      )}
    </div>
  );
}

interface RowProps extends DoseProps {
  side: Side;
  dose: SideDose;
  paired: boolean;
}

function DoseRow({ item, technique, side, dose, paired, onChange }: RowProps) {
  const usual = catalogueDose(technique, item.level);
  const where = paired && item.equal ? words().dose.each : words().dose.side[side];
  const shown = (['hold_s', 'spots', 'roll_s', 'move_s'] as const).filter(
    (field) => dose[field] > 0 || usual[field] > 0,
  );
  return (
    <div class="dose-row">
      {where && <span class="dose-side small">{where}</span>}
      {shown.map((field) => {
        const next = (step: -1 | 1) => stepped(dose[field], step, field, item.unit, technique, item.level);
        const label = [technique.name, where, words().dose.field[field]].filter(Boolean).join(', ');
        return (
          <Stepper
            key={field}
            label={label}
            value={valueWords(field, dose[field], item)}
            atLeast={next(-1) >= dose[field]}
            atMost={next(1) <= dose[field]}
            onStep={(step) => onChange(setDose(item, side, field, next(step)))}
          />
        );
      })}
    </div>
  );
}

function valueWords(field: DoseField, value: number, item: DraftItem): string {
  if (field === 'spots') return words().dose.spots(value);
  if (field === 'roll_s') return words().dose.rolling(value);
  if (field === 'move_s') return words().dose.moving(value);
  const whole = item.unit === 'breaths' && value % stepOf('hold_s', 'breaths') === 0;
  return whole ? words().dose.breaths(value / BREATH_S) : words().dose.seconds(value);
}
