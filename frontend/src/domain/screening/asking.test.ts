import { describe, expect, it } from 'vitest';
import table from '../../../../tests/contract/asking.json';
import { type Asked, asking, type News, type Said } from '.';

interface Given {
  on: string;
  at?: string;
  answer?: unknown;
}
interface Case {
  name: string;
  today?: string;
  questions?: Asked[];
  answered: Record<string, Given>;
  news?: (Given & { reask: string[] })[];
  clearance?: Given;
  last_practice?: string;
  numbers?: Record<string, number>;
  open: boolean;
  due: [string, string][];
}

const at = ({ on, at: told }: Given): number => Date.parse(told ?? `${on}T12:00:00Z`);
const said = (given: Given): Said => ({ on: given.on, at: at(given), answer: given.answer });

describe('which questions are due', () => {
  it.each(table.cases as unknown as Case[])('$name', (one) => {
    const found = asking(
      one.questions ?? (table.questions as unknown as Asked[]),
      {
        said: Object.fromEntries(Object.entries(one.answered).map(([id, given]) => [id, said(given)])),
        news: (one.news ?? []).map((given): News => ({ at: at(given), reask: given.reask })),
        cleared: one.clearance ? said(one.clearance) : null,
        last_practice: one.last_practice ?? null,
      },
      one.today ?? table.today,
      one.numbers,
    );
    expect({ open: found.open, due: found.due.map((due) => [due.question_id, due.why]) }).toEqual({
      open: one.open,
      due: one.due,
    });
  });
});
