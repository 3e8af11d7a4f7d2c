import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/dose_history.json';
import { derive } from './derive';
import type { DoseDecision, DoseHistory } from './history';

type Out = ReturnType<typeof derive>;

/** A case says only what differs from the table's base. */
function historyOf(given: object): DoseHistory {
  const { program = {}, ...rest } = given as Partial<DoseHistory>;
  return {
    ...(table.base as unknown as DoseHistory),
    ...rest,
    program: { ...(table.base.program as DoseHistory['program']), ...program },
  };
}

/** One instant may be written in two ways. */
function ofOneForm(out: Out): Out {
  const at = (one: DoseDecision) => ({ ...one, at: new Date(one.at).toISOString() });
  return { ...out, decisions: out.decisions.map(at) };
}

describe('a history makes of the dose what the table says', () => {
  it.each(table.cases)('$name', (one) => {
    expect(ofOneForm(derive(historyOf(one.in)))).toEqual(ofOneForm(one.out as unknown as Out));
  });
});
