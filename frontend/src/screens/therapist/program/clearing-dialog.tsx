import { useEffect, useState } from 'preact/hooks';
import type { Technique } from '../../../domain/desk/catalogue';
import {
  type Clearing,
  faultOf,
  isAnswered,
  type Need,
  REASON_MIN,
  type WrittenClearing,
} from '../../../domain/desk/clearing';
import type { VerdictRow } from '../../../domain/desk/verdicts';
import { desk } from '../../../text/desk';
import { Button, Dialog, Field } from '../../../ui';
import type { ForClient } from './draft-props';
import { Reasons } from './reasons';

const words = () => desk.safety.clearing;
/** Decided by herself: nobody else is asked. */
const OWN = 'therapist_reason';

export interface ClearingDialogProps {
  client: ForClient;
  technique: Technique;
  row: VerdictRow;
  needs: readonly Need[];
  open: boolean;
  onClose: () => void;
  onKeep: (clearings: WrittenClearing[]) => void;
}

/** Who agreed, when, and to what; beside the rules that ask for it, so that she can judge for herself. */
export function ClearingDialog(props: ClearingDialogProps) {
  const { technique, row, open, onClose } = props;
  return (
    <Dialog title={words().title(technique.name)} open={open} onClose={onClose}>
      <p>{words().about}</p>
      <div class="small">
        <Reasons findings={row.findings.filter((finding) => finding.needs)} name={technique.name} open />
      </div>
      {open && <Form {...props} />}
    </Dialog>
  );
}

function Form({ client, row, needs, onKeep }: ClearingDialogProps) {
  const [tried, setTried] = useState(false);
  const [list, setList] = useState<Clearing[]>(() => asked(needs, client.today));
  useEffect(() => setList(asked(needs, client.today)), [row.basis]);
  // One may have agreed today and another be asked tomorrow: what she left empty is not hers to say yet.
  const begun = list.filter((one) => one.reason.trim() !== '');
  const meant = begun.length > 0 ? begun : list;
  const fault = (one: Clearing) => faultOf(one, client.today, row.cleared_days);
  const keep = () => {
    setTried(true);
    if (meant.some(fault)) return;
    onKeep(
      meant.map((one) => ({ ...one, reason: one.reason.trim(), basis: row.basis, up_to_level: row.level })),
    );
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      {list.map((one) => (
        <ClearingFields
          key={one.role}
          clearing={one}
          fault={tried && meant.includes(one) ? fault(one) : null}
          days={row.cleared_days}
          onChange={(next) => setList(list.map((other) => (other.role === one.role ? next : other)))}
        />
      ))}
      <p class="small soft">{words().lasts(row.cleared_days)}</p>
      <Button type="submit">{words().keep}</Button>
    </form>
  );
}

interface FieldsProps {
  clearing: Clearing;
  fault: ReturnType<typeof faultOf>;
  days: number;
  onChange: (clearing: Clearing) => void;
}

function ClearingFields({ clearing, fault, days, onChange }: FieldsProps) {
  const own = clearing.role === OWN;
  const length = [...clearing.reason.trim()].length;
  return (
    <fieldset class="clearing">
      <legend>{own ? words().own : words().who(desk.safety.role(clearing.role))}</legend>
      <Field
        label={words().on}
        name={`cleared-on-${clearing.role}`}
        type="date"
        hint={own ? undefined : words().onHint}
        value={clearing.cleared_on}
        error={fault === 'cleared_on' ? words().faultDate(days) : undefined}
        onInput={(cleared_on) => onChange({ ...clearing, cleared_on })}
      />
      <Field
        label={own ? words().reasonOwn : words().reason}
        name={`reason-${clearing.role}`}
        multiline
        maxlength={500}
        hint={words().count(length, REASON_MIN)}
        value={clearing.reason}
        error={fault === 'reason' ? words().faultReason(REASON_MIN) : undefined}
        onInput={(reason) => onChange({ ...clearing, reason })}
      />
    </fieldset>
  );
}

/** A form for each role that is open; all of them, to be changed, where none is. */
function asked(needs: readonly Need[], today: string): Clearing[] {
  const open = needs.filter((need) => !isAnswered(need));
  return (open.length > 0 ? open : needs).map(({ role, written }) => ({
    role,
    reason: written?.reason ?? '',
    cleared_on: written?.cleared_on ?? today,
  }));
}
