import { useState } from 'preact/hooks';
import { Refused } from '../../../api/desk-call';
import type { DoseKept } from '../../../api/desk-dose';
import type { Change } from '../../../domain/desk/diff';
import { DAY_LIMIT_S, type Draft, longestDay } from '../../../domain/desk/draft';
import { type Gap, gapsOf, onlyNeeded } from '../../../domain/desk/gaps';
import { missing } from '../../../domain/desk/version';
import { catalogue } from '../../../store/desk';
import { saveDraft } from '../../../sync/desk/program';
import { useAction } from '../../../sync/desk/use-action';
import { desk } from '../../../text/desk';
import type { ForClient } from './draft-props';

const words = () => desk.builder;

export interface Stale {
  current: number;
  changes: Change[];
}

export interface Saving {
  busy: boolean;
  /** What is wrong with which field, by the server's paths: `items.0.dose.left.hold_s`. */
  fields: Record<string, string>;
  /** Why the button did nothing; empty when it may. */
  blocked: string;
  conflict: Stale | null;
  note: Refused | null;
  retry: (() => void) | undefined;
  save: (over?: number) => Promise<void>;
  forget: () => void;
}

const LOCAL: Record<NonNullable<ReturnType<typeof missing>>, () => string> = {
  items: () => words().needItems,
  days: () => words().daysNone,
  reason: () => words().reasonNeeded,
  over_limit_reason: () => words().overReasonNeeded,
};

/** Saving the draft: what must be there first, a version that came in between, fields that the server marks. */
export function useSaving(
  id: string,
  draft: Draft,
  client: ForClient,
  seen: readonly DoseKept[],
  onSaved: () => void,
  onInvalid: () => void,
): Saving {
  const action = useAction();
  const [tried, setTried] = useState(false);
  const lacking = missing(draft);
  const over = longestDay(draft).dose - DAY_LIMIT_S;
  const gaps = catalogue.value ? gapsOf(client.verdicts, draft, catalogue.value, client.today) : [];
  const save = async (base?: number) => {
    setTried(true);
    if (lacking || over > 0 || gaps.length > 0) return;
    const saved = await action.run(async (named) => {
      try {
        await saveDraft(id, onlyNeeded(client.verdicts, draft), seen, named, base);
      } catch (error) {
        if (error instanceof Refused && error.trouble === 'invalid') onInvalid();
        throw error;
      }
    });
    if (saved) onSaved();
  };
  const stale = action.problem?.code === 'base_version_stale' ? action.problem : null;
  const own = tried ? { ...(lacking && { [lacking]: LOCAL[lacking]() }), ...gapFields(gaps) } : {};
  return {
    busy: action.busy,
    fields: { ...action.problem?.fields, ...own },
    blocked: tried ? blockedWords(lacking, over, gaps, action.problem) : '',
    conflict: stale
      ? { current: Number(stale.body.current), changes: (stale.body.changes ?? []) as Change[] }
      : null,
    note: stale || action.problem?.trouble === 'invalid' ? null : action.problem,
    retry: action.problem?.trouble === 'offline' ? () => void save() : undefined,
    save,
    forget: action.clear,
  };
}

/** By the server's own paths: it would refuse the same items. */
function gapFields(gaps: readonly Gap[]): Record<string, string> {
  const clearing = desk.safety.clearing;
  return Object.fromEntries(
    gaps.map(({ index, about }) =>
      about === 'clearance'
        ? [`items.${index}.overrides`, clearing.missing]
        : [`items.${index}.technique_id`, clearing.blocked],
    ),
  );
}

function blockedWords(
  lacking: ReturnType<typeof missing>,
  over: number,
  gaps: readonly Gap[],
  problem: Refused | null,
): string {
  if (lacking) return LOCAL[lacking]();
  if (gaps.length > 0) return desk.safety.clearing.look;
  if (over > 0) return words().total.limit(desk.minutesSeconds(over));
  return problem?.trouble === 'invalid' ? words().fields : '';
}
