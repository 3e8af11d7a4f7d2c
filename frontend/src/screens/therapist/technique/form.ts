import type { Catalogue } from '../../../domain/desk/catalogue';
import { type Fault, faultsAt } from '../../../domain/desk/own-faults';
import type { OwnDraft } from '../../../domain/desk/own-technique';
import { desk } from '../../../text/desk';

/** What every part of the editor reads and writes. */
export interface FormProps {
  draft: OwnDraft;
  catalogue: Catalogue;
  /** What is wrong at a place, in words; empty when nothing is. */
  wrong: (path: string) => string;
  onChange: (part: Partial<OwnDraft>) => void;
}

const words = () => desk.content.editor.fault;
/** Said only after she has tried to save: an empty page is not yet a mistake. */
const LATER: readonly Fault['code'][] = ['missing', 'no_care', 'no_time'];

/** The reader of faults: her own while she writes, the server's after it answered. */
export function wrongAt(
  faults: readonly Fault[],
  server: Readonly<Record<string, string>>,
  tried: boolean,
): (path: string) => string {
  return (path) => {
    const own = faultsAt(faults, path).filter(({ code }) => tried || !LATER.includes(code));
    return own.length > 0 ? own.map(faultWords).join(' ') : (server[path] ?? '');
  };
}

function faultWords({ code, found }: Fault): string {
  if (code === 'plain') return found.map(words().plain).join(' ');
  return code === 'long_step' ? words().long_step(found.join()) : words()[code];
}
