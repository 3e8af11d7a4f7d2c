import { useState } from 'preact/hooks';
import type { ScreeningWords } from '../../../../content/screening-words';
import { flagLog } from '../../../../domain/daily';
import type { StopSign } from '../../../../domain/program';
import { ANY_RED_FLAG } from '../../../../domain/screening';
import { deviceZone, newLogId } from '../../../../store';
import { tell } from '../../../../store/screening';
import { guide } from '../../../../text/guide';
import { safety } from '../../../../text/safety';
import { Confirm } from '../../../../ui';
import './signs.css';

interface StopSignsProps {
  signs: StopSign[];
  emergencyNumber: string;
  said: ScreeningWords;
  /** The log in which a sign came up. */
  source: string;
}

interface Asked {
  text: string;
  flag: string;
}

/** What to do first, then for which signs: an urgent one that she has pauses everything. */
export function StopSigns({ signs, emergencyNumber, said, source }: StopSignsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const urgent = signs.filter((sign) => sign.urgent);
  const other = signs.filter((sign) => !sign.urgent);
  const own = urgent.map(({ id, text }) => ({ text, flag: said.signs[id] ?? ANY_RED_FLAG }));
  const all = Object.entries(said.red_flags).map(([flag, { ask }]) => ({ text: ask, flag }));
  const raise = (flag: string) => {
    const now = { id: newLogId(), at_ms: Date.now(), zone: deviceZone() };
    // It counts from here on; what the disk did with it stands on the page that comes now.
    tell([flagLog(flag, source, now)]).catch(() => undefined);
  };
  return (
    <>
      <section class="signs signs-urgent">
        <h2>{guide.hurt.urgent}</h2>
        {own.length > 0 && <SignButtons signs={own} onAsk={setAsked} />}
        {emergencyNumber !== '' && (
          <a class="signs-call" href={`tel:${emergencyNumber.replaceAll(' ', '')}`}>
            {guide.hurt.call(emergencyNumber)}
          </a>
        )}
        <details class="signs-more" open={own.length === 0}>
          <summary>{safety.sign.other}</summary>
          <SignButtons signs={all} onAsk={setAsked} />
        </details>
      </section>
      {other.length > 0 && (
        <section class="signs">
          <h2>{guide.hurt.tell}</h2>
          <ul class="signs-list">
            {other.map((sign) => (
              <li key={sign.id}>{sign.text}</li>
            ))}
          </ul>
        </section>
      )}
      <Confirm
        title={safety.sign.title}
        open={asked !== null}
        onClose={() => setAsked(null)}
        yes={safety.sign.yes}
        no={safety.sign.no}
        onYes={() => asked && raise(asked.flag)}
      >
        <p>
          <strong>{asked?.text}</strong>
        </p>
        <p>{safety.sign.text}</p>
      </Confirm>
    </>
  );
}

function SignButtons({ signs, onAsk }: { signs: readonly Asked[]; onAsk: (sign: Asked) => void }) {
  return (
    <ul class="signs-list">
      {signs.map((sign) => (
        <li key={sign.text}>
          <button class="signs-have" type="button" onClick={() => onAsk(sign)}>
            {sign.text}
          </button>
        </li>
      ))}
    </ul>
  );
}
