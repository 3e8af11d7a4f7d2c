import { alternativesTo } from '../../../domain/desk/adjusted';
import { labelOf, levelOf, type Technique, topLevel } from '../../../domain/desk/catalogue';
import { isAnswered, needsOf } from '../../../domain/desk/clearing';
import type { DraftItem } from '../../../domain/desk/draft';
import { openLevels, rowFor, type VerdictRow } from '../../../domain/desk/verdicts';
import type { Item } from '../../../domain/program';
import { catalogue } from '../../../store/desk';
import { desk } from '../../../text/desk';
import { holdWords } from '../parts/dose-words';
import { limitWords } from '../parts/safety-words';
import { Clearings } from './clearings';
import type { ForClient } from './draft-props';
import { Instead } from './instead';
import { Line, Reasons } from './reasons';

const words = () => desk.safety;

/** An item as a version has it. */
export interface Before {
  item: Item;
  number: number;
}

export interface ItemSafetyProps {
  client: ForClient;
  item: DraftItem;
  technique: Technique;
  before: Before | null;
  taken: ReadonlySet<string>;
  onChange: (item: DraftItem) => void;
  onSwap: (technique: Technique) => void;
}

/** What the rules say about one chosen technique, where it stands: limits, clearances, what could stand in. */
export function ItemSafety(props: ItemSafetyProps) {
  const { client, item, technique, taken, onSwap, onChange } = props;
  const row = rowFor(client.verdicts, item.technique_id, item.level, item.side);
  const open = openLevels(client.verdicts, technique, item.side);
  const above = closedAbove(client, item, technique, open);
  if (!row || (row.verdict === 'ok' && row.tools_missing.length === 0 && !above)) return null;
  const shut = !open.includes(item.level);
  const needs = shut ? [] : needsOf(item, row, client.today);
  const agreed = needs.length > 0 && needs.every(isAnswered) && row.tools_missing.length === 0;
  const list =
    catalogue.value && !agreed
      ? alternativesTo(client.verdicts, catalogue.value, technique, item.level, taken)
      : [];
  return (
    <div class="item-safety small">
      {shut ? <Shut {...props} row={row} /> : <Limits {...props} row={row} />}
      {needs.length > 0 && (
        <Clearings
          client={client}
          item={item}
          technique={technique}
          row={row}
          needs={needs}
          onChange={onChange}
        />
      )}
      {above && !shut && (
        <Line icon="lock">
          <p>{words().item.levelShut(above.level, client.name)}</p>
          <Reasons findings={above.findings} name={`${technique.name}, ${desk.level(above.level)}`} />
        </Line>
      )}
      <NoTool {...props} row={row} />
      <Instead of={technique.name} list={list} onPick={onSwap} />
    </div>
  );
}

/** What closes the next level, where no limit of this one says so already. */
function closedAbove(
  client: ForClient,
  item: DraftItem,
  technique: Technique,
  open: readonly number[],
): VerdictRow | null {
  const next = item.level + 1;
  const limited = rowFor(client.verdicts, item.technique_id, item.level, item.side)?.limits.max_level;
  if (next > topLevel(technique) || open.some((level) => level > item.level) || limited !== undefined)
    return null;
  return rowFor(client.verdicts, item.technique_id, next, item.side);
}

/** What it may be at most, what that changed, and by which rule. */
function Limits({ item, technique, before, row }: ItemSafetyProps & { row: VerdictRow }) {
  const { max_hold_s, ...others } = row.limits;
  const holds = levelOf(technique, item.level).dose.spots > 0 && max_hold_s !== undefined;
  const limits = limitWords(holds ? row.limits : others);
  if (limits.length === 0 && row.verdict !== 'warn') return null;
  const says = limits.length > 0 ? words().item.limited(limits.join(', ')) : words().item.care;
  return (
    <Line icon={limits.length > 0 ? 'minus' : 'warning'}>
      <p>
        {says} {clipped(item, technique, before, row)}
      </p>
      {row.needs.length === 0 && <Reasons findings={row.findings} name={technique.name} />}
    </Line>
  );
}

function Shut({ client, technique, item, row }: ItemSafetyProps & { row: VerdictRow }) {
  const other = item.side !== 'both' && openLevels(client.verdicts, technique, 'both').length > 0;
  return (
    <Line icon="lock" urgent>
      <p>
        <strong>{other ? words().item.blockedSide : words().item.blocked(client.name)}</strong>
      </p>
      <Reasons findings={row.findings} name={technique.name} open />
    </Line>
  );
}

function NoTool({ client, row }: ItemSafetyProps & { row: VerdictRow }) {
  if (row.tools_missing.length === 0) return null;
  const tools = row.tools_missing.map((tool) => labelOf(catalogue.value?.tools ?? [], tool));
  return (
    <Line icon="minus">
      <p>{words().item.noTool(client.name, tools.join(', '))}</p>
    </Line>
  );
}

/** What was cut: against the version on the phone, or against the catalogue's own dose. */
function clipped(
  item: DraftItem,
  technique: Technique,
  before: ItemSafetyProps['before'],
  { limits }: VerdictRow,
): string {
  if (before && before.item.level > item.level) {
    return words().item.wasLevel(before.number, before.item.level);
  }
  const most = limits.max_hold_s ?? Number.POSITIVE_INFINITY;
  const old = Math.max(0, ...Object.values(before?.item.dose ?? {}).map((side) => side.hold_s));
  if (before && old > most) return words().item.wasHold(before.number, holdWords(old));
  const usual = levelOf(technique, item.level).dose.hold_s;
  return usual > most ? words().item.usualHold(holdWords(usual)) : '';
}
