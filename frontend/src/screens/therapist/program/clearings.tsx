import { useState } from 'preact/hooks';
import type { Technique } from '../../../domain/desk/catalogue';
import { isAnswered, type Need, withClearings } from '../../../domain/desk/clearing';
import type { DraftItem } from '../../../domain/desk/draft';
import type { VerdictRow } from '../../../domain/desk/verdicts';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { GivenClearingWords } from '../parts/given-clearing';
import { rolesWords } from '../parts/safety-words';
import { plainDay } from '../parts/when';
import { ClearingDialog } from './clearing-dialog';
import type { ForClient } from './draft-props';
import { Line, Reasons } from './reasons';

const words = () => desk.safety.clearing;

export interface ClearingsProps {
  client: ForClient;
  item: DraftItem;
  technique: Technique;
  row: VerdictRow;
  needs: readonly Need[];
  onChange: (item: DraftItem) => void;
}

/** Who has to agree to one technique, and who has. */
export function Clearings({ client, item, technique, row, needs, onChange }: ClearingsProps) {
  const [open, setOpen] = useState(false);
  const lacking = needs.some((need) => !isAnswered(need));
  return (
    <Line icon={lacking ? 'person' : 'check'} urgent={lacking}>
      {lacking && <p>{words().needs(rolesWords(row))}</p>}
      {needs.map((need) => (
        <NeedWords key={need.role} need={need} client={client} />
      ))}
      <Reasons findings={row.findings} name={technique.name} />
      <div>
        <Button
          kind="quiet"
          label={lacking ? words().recordFor(technique.name) : words().changeFor(technique.name)}
          onClick={() => setOpen(true)}
        >
          {lacking ? words().record : words().change}
        </Button>
      </div>
      <ClearingDialog
        client={client}
        technique={technique}
        row={row}
        needs={needs}
        open={open}
        onClose={() => setOpen(false)}
        onKeep={(clearings) => {
          setOpen(false);
          onChange(withClearings(item, clearings));
        }}
      />
    </Line>
  );
}

function NeedWords({ need, client: { today, zone } }: { need: Need; client: ForClient }) {
  const { role, written, given, ended } = need;
  if (written) {
    return (
      <p>
        {words().written(desk.safety.role(role), plainDay(written.cleared_on, today))} <q>{written.reason}</q>
      </p>
    );
  }
  if (given) {
    return (
      <p>
        <GivenClearingWords clearing={given} today={today} zone={zone} />
      </p>
    );
  }
  if (!ended) return null;
  const on = plainDay(ended.clearing.cleared_on, today);
  const who = desk.safety.role(role);
  const why = {
    time: () => words().endedTime(who, on, plainDay(ended.clearing.expires_on, today)),
    level: () => words().endedLevel(who, on),
    flags: () => words().endedFlags(who, on),
  };
  return <p>{why[ended.by]()}</p>;
}
