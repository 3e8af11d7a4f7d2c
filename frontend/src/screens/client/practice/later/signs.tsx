import type { StopSign } from '../../../../domain/program';
import { guide } from '../../../../text/guide';

/** The stop signs of this technique: what to do first, then for which of them. */
export function StopSigns({ signs, emergencyNumber }: { signs: StopSign[]; emergencyNumber: string }) {
  const urgent = signs.filter((sign) => sign.urgent);
  const other = signs.filter((sign) => !sign.urgent);
  return (
    <>
      {urgent.length > 0 && (
        <section class="signs signs-urgent">
          <h2>{guide.hurt.urgent}</h2>
          <SignList signs={urgent} />
          {emergencyNumber !== '' && (
            <a class="signs-call" href={`tel:${emergencyNumber.replaceAll(' ', '')}`}>
              {guide.hurt.call(emergencyNumber)}
            </a>
          )}
        </section>
      )}
      {other.length > 0 && (
        <section class="signs">
          <h2>{guide.hurt.tell}</h2>
          <SignList signs={other} />
        </section>
      )}
    </>
  );
}

function SignList({ signs }: { signs: StopSign[] }) {
  return (
    <ul class="signs-list">
      {signs.map((sign) => (
        <li key={sign.id}>{sign.text}</li>
      ))}
    </ul>
  );
}
