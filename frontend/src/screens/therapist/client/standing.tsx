import { useEffect } from 'preact/hooks';
import { givenOf } from '../../../domain/desk/clearing';
import { type Standing, standingOf } from '../../../domain/desk/standing';
import { firstFinding, rowFor, type Verdicts } from '../../../domain/desk/verdicts';
import type { Item, Version } from '../../../domain/program';
import { catalogue, openVerdicts, programTick, rowOf } from '../../../store/desk';
import { loadCatalogue } from '../../../sync/desk/program';
import { useAction } from '../../../sync/desk/use-action';
import { useFreshVerdicts } from '../../../sync/desk/verdicts';
import { desk } from '../../../text/desk';
import { Button, Icon } from '../../../ui';
import { GivenClearingWords } from '../parts/given-clearing';
import { rolesWords } from '../parts/safety-words';
import { TroubleNote } from '../parts/trouble-note';
import { deviceZone } from '../parts/when';
import './standing.css';

const words = () => desk.safety.standing;

/** Compares the program with what the rules say today; tells of it only where something has to change. */
export function Compared({ program, clientId }: { program: Version; clientId: string }) {
  const flags = useFreshVerdicts(clientId, programTick.value);
  const loading = useAction();
  const said = openVerdicts.value?.client_id === clientId ? openVerdicts.value : null;
  const spoken = said !== null && program.items.some((item) => isSpokenOf(item, said.all));
  useEffect(() => {
    if (spoken && !catalogue.value) void loading.run(loadCatalogue);
  }, [spoken]);
  const changed = program.items.some((item) => (standing(item, clientId)?.now ?? 'fine') !== 'fine');
  return (
    <>
      <TroubleNote problem={flags.problem ?? loading.problem} />
      {changed && (
        <div>
          <Button kind="quiet" icon="edit" href={`/desk/clients/${clientId}/program`}>
            {words().adjust}
          </Button>
        </div>
      )}
    </>
  );
}

/** How one technique stands today, and the clearances that it was given with. */
export function ItemStanding({ item, clientId }: { item: Item; clientId: string }) {
  const found = standing(item, clientId);
  const today = openVerdicts.value?.today;
  return (
    <>
      {found && found.now !== 'fine' && (
        <p class="standing small">
          <Icon name="warning" size={1.125} />
          <span>
            <strong>{standingWords(found, item)}</strong> {found.row && <Why standing={found} />}
          </span>
        </p>
      )}
      {today &&
        givenOf(item).map((one) => (
          <p key={one.role} class="small">
            <GivenClearingWords clearing={one} today={today} zone={zoneOf(clientId)} />
          </p>
        ))}
    </>
  );
}

function Why({ standing: { row } }: { standing: Standing }) {
  const first = row && firstFinding(row);
  return first ? (
    <>
      {first.reason} <span class="soft">({first.rule})</span>
    </>
  ) : null;
}

function zoneOf(clientId: string): string {
  return rowOf(clientId)?.timezone ?? deviceZone();
}

/** Null while the rules or the technique are not known. */
function standing(item: Item, clientId: string): Standing | null {
  const said = openVerdicts.value?.client_id === clientId ? openVerdicts.value : null;
  const technique = catalogue.value?.techniques.find((entry) => entry.id === item.technique_id);
  return said && technique ? standingOf(said.all, item, technique, said.today) : null;
}

function isSpokenOf(item: Item, verdicts: Verdicts): boolean {
  const row = rowFor(verdicts, item.technique_id, item.level, item.side);
  return row !== null && row.verdict !== 'ok';
}

function standingWords({ now, row, level }: Standing, item: Item): string {
  if (now === 'clearance' && row) return words().clearance(rolesWords(row));
  if (now !== 'softer' || level === null) return words().none;
  return level < item.level ? words().softer(level) : words().shorter;
}
