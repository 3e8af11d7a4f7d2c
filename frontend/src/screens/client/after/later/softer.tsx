import { useState } from 'preact/hooks';
import { entries } from '../../../../domain/entries';
import type { Softening } from '../../../../domain/logs';
import type { LiveSession } from '../../../../domain/session';
import { guide } from '../../../../text/guide';
import { player } from '../../../../text/player';
import { Select } from '../../../../ui';

const MARKS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

interface SofterProps {
  session: LiveSession;
  softening: Record<string, Softening>;
  onChange: (softening: Record<string, Softening>) => void;
}

/** How firm the spots were, for those who like to tell: one line for each side that was practised. */
export function Softer({ session, softening, onChange }: SofterProps) {
  const practised = entries(session.walk).filter((entry) => entry.done_s > 0);
  if (practised.length === 0) return null;
  const names = new Map(session.walk.items.map((item) => [item.key, item.name]));
  return (
    <details>
      <summary>{guide.firm.title}</summary>
      <p class="soft small">{guide.firm.hint}</p>
      {practised.map(({ key, side, softening: told }) => {
        const id = `${key}/${side}`;
        const name = [names.get(key), player.side(side)].filter(Boolean).join(' · ');
        const { [id]: said, ...others } = softening;
        return (
          <Firmness
            key={id}
            name={name}
            said={said ?? told ?? undefined}
            onChange={(now) => onChange(now ? { ...others, [id]: now } : others)}
          />
        );
      })}
    </details>
  );
}

interface FirmnessProps {
  name: string;
  said: Softening | undefined;
  onChange: (said: Softening | undefined) => void;
}

/** Told when both numbers are there: half an answer tells nothing, and nothing is made up. */
function Firmness({ name, said, onChange }: FirmnessProps) {
  const [marks, setMarks] = useState({ start: text(said?.start), end: text(said?.end) });
  const options = [
    { value: '', label: guide.firm.unsaid },
    ...MARKS.map((mark) => ({ value: String(mark), label: String(mark) })),
  ];
  const change = (part: keyof Softening) => (value: string) => {
    const now = { ...marks, [part]: value };
    setMarks(now);
    const both = now.start !== '' && now.end !== '';
    onChange(both ? { start: Number(now.start), end: Number(now.end) } : undefined);
  };
  return (
    <fieldset class="after-firm">
      <legend>{name}</legend>
      <Select
        label={guide.firm.start}
        name={`${name} start`}
        value={marks.start}
        options={options}
        onChange={change('start')}
      />
      <Select
        label={guide.firm.end}
        name={`${name} end`}
        value={marks.end}
        options={options}
        onChange={change('end')}
      />
    </fieldset>
  );
}

function text(mark: number | undefined): string {
  return mark === undefined ? '' : String(mark);
}
