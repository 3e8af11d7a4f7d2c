/** Before a draft is saved: what the rules would refuse, and which clearances they ask for. */
import type { Catalogue } from './catalogue';
import { isAnswered, isFor, needsOf, type WrittenClearing } from './clearing';
import type { Draft, DraftItem } from './draft';
import { openLevels, rowFor, type VerdictRow, type Verdicts } from './verdicts';

/** An item that cannot be assigned like this: not at all, or not before somebody agreed. */
export interface Gap {
  index: number;
  about: 'blocked' | 'clearance';
}

export function gapsOf(verdicts: Verdicts, draft: Draft, catalogue: Catalogue, today: string): Gap[] {
  return draft.items.flatMap((item, index): Gap[] => {
    const technique = catalogue.techniques.find((entry) => entry.id === item.technique_id);
    if (technique && !openLevels(verdicts, technique, item.side).includes(item.level)) {
      return [{ index, about: 'blocked' }];
    }
    const cleared = needsOf(item, verdictOf(verdicts, item), today).every(isAnswered);
    return cleared ? [] : [{ index, about: 'clearance' }];
  });
}

/** The draft with only those clearances that its verdicts ask for: another one would be refused. */
export function onlyNeeded(verdicts: Verdicts, draft: Draft): Draft {
  const items = draft.items.map((item) => {
    const row = verdictOf(verdicts, item);
    return { ...item, written: item.written.filter((one) => counts(one, row)) };
  });
  return { ...draft, items };
}

function verdictOf(verdicts: Verdicts, item: DraftItem): VerdictRow | null {
  return rowFor(verdicts, item.technique_id, item.level, item.side);
}

function counts(written: WrittenClearing, row: VerdictRow | null): boolean {
  return row !== null && isFor(written, row) && row.needs.includes(written.role);
}
