import type { Refused } from '../../../../api/desk-call';
import { Banner } from '../../../../ui';
import { TroubleNote } from '../../parts/trouble-note';

/** What went wrong; what the server said of fields that are not on the form stands here, too. */
export function Refusal({ problem, shown }: { problem: Refused | null; shown: readonly string[] }) {
  if (!problem) return null;
  const others = Object.entries(problem.fields).flatMap(([name, said]) =>
    shown.includes(name) ? [] : [said],
  );
  return (
    <>
      <TroubleNote problem={problem} />
      {others.length > 0 && (
        <Banner tone="warn" icon="warning">
          {others.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Banner>
      )}
    </>
  );
}
