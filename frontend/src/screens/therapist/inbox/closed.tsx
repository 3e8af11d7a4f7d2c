import type { Closed } from '../../../domain/desk/inbox';
import { desk } from '../../../text/desk';
import { Button } from '../../../ui';
import { rankWords } from '../parts/inbox-words';
import { clock, deviceZone } from '../parts/when';

const words = () => desk.inbox;

/** What was closed since midnight, by whom and how; a slip of the finger is put back here. */
export function ClosedToday({
  closed,
  onReopen,
}: {
  closed: readonly Closed[];
  onReopen: (id: string) => unknown;
}) {
  if (closed.length === 0) return null;
  return (
    <details class="inbox-closed">
      <summary>{words().today(closed.length)}</summary>
      <ul class="desk-rows">
        {closed.map((item) => (
          <li class="inbox-closed-item" key={item.id}>
            <span>
              <strong>{item.client.name}</strong> <span class="soft">{rankWords(item)}</span>
            </span>
            <span class="small soft figures">
              {words().closedBy(words().outcome[item.outcome], item.by, clock(item.closed_at, deviceZone()))}
            </span>
            <Button kind="link" onClick={() => void onReopen(item.id)}>
              {words().undo}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
