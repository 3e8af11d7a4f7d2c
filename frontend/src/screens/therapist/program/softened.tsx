import type { DoseKept } from '../../../api/desk-dose';
import type { Version } from '../../../domain/program';
import { desk } from '../../../text/desk';
import { changeWords, targetWords } from '../parts/dose-decisions';

/** What the rules have laid over the newest version, before whoever writes the next: it ends with that. */
export function Softened({
  decisions,
  program,
}: {
  decisions: readonly DoseKept[];
  program: Version | null;
}) {
  if (decisions.length === 0) return null;
  return (
    <div class="small">
      <p>{desk.dose.builder.about}</p>
      <ul>
        {decisions.map((one) => (
          <li key={one.id}>
            {targetWords(one, program)}: {changeWords(one)}
          </li>
        ))}
      </ul>
    </div>
  );
}
