import { desk } from '../../../text/desk';
import { Button, Dialog } from '../../../ui';
import { changeWords } from '../parts/change-words';
import { techniqueName } from '../parts/names';
import type { Stale } from './use-saving';

const words = () => desk.builder.conflict;

export interface ConflictProps {
  conflict: Stale | null;
  busy: boolean;
  onMine: (number: number) => void;
  onTheirs: () => void;
  onClose: () => void;
}

/** A colleague saved a version in between: what it changed, and which of the two goes on. */
export function Conflict({ conflict, busy, onMine, onTheirs, onClose }: ConflictProps) {
  const number = conflict?.current ?? 0;
  return (
    <Dialog title={words().title} open={conflict !== null} onClose={onClose}>
      <p>{words().about(number)}</p>
      <ul class="change-list">
        {conflict?.changes.map((change) => (
          <li key={`${change.code} ${change.key} ${change.side}`}>
            {changeWords(change, (id) => techniqueName(id, null))}
          </li>
        ))}
      </ul>
      <p class="soft">{words().keep}</p>
      <div class="stack-tight">
        <Button busy={busy} onClick={() => onMine(number)}>
          {words().mine(number)}
        </Button>
        <Button kind="quiet" onClick={onTheirs}>
          {words().theirs}
        </Button>
        <Button kind="link" onClick={onClose}>
          {words().close}
        </Button>
      </div>
    </Dialog>
  );
}
