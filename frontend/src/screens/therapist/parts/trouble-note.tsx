import type { Refused } from '../../../api/desk-call';
import { desk } from '../../../text/desk';
import { Banner, Button } from '../../../ui';
import { troubleWords } from './trouble';

export interface TroubleNoteProps {
  problem: Refused | null;
  onRetry?: (() => void) | undefined;
}

/** Says what did not get through, and that nothing is lost. */
export function TroubleNote({ problem, onRetry }: TroubleNoteProps) {
  if (!problem || problem.trouble === 'signed_out') return null;
  return (
    <Banner
      tone="warn"
      icon="warning"
      action={
        onRetry && (
          <Button kind="link" onClick={onRetry}>
            {desk.retry}
          </Button>
        )
      }
    >
      <p>{troubleWords(problem)}</p>
    </Banner>
  );
}
