import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { VisitIn } from '../../../../api/desk-visits';
import { localDate } from '../../../../domain/days';
import type { CourseOfCare, Visit } from '../../../../domain/desk/visits';
import { expectAccessible } from '../../../../testing/axe';
import { ana } from '../../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../../testing/desk-server';
import { body } from '../../../../text/body';
import { desk } from '../../../../text/desk';
import { hideToast, Toast } from '../../../../ui';
import { Visits } from './section';

const BASE = `/clients/${ana.id}`;
const TODAY = localDate(Date.now(), ana.timezone);
const vera = { id: 't1', name: 'Vera Holm' };
const AGO = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

function aVisit(change: Partial<Visit> = {}): Visit {
  return {
    id: 'v1',
    on: '2026-01-12',
    at: '2026-01-12T10:00:00Z',
    minutes: 60,
    kind: 'direct',
    regions: [{ region: 'calf', side: 'left' }],
    note: 'Softer than before.',
    reaction: 'Tired, warm.',
    by: vera,
    written_at: '2026-01-12T10:00:00Z',
    replaces: null,
    replaced_by: null,
    withdrawn: null,
    ...change,
  };
}

const course: CourseOfCare = {
  visits_planned: 6,
  started_on: '2026-01-05',
  visits_done: 3,
  next_review: { weeks: 6, due_on: '2026-02-16' },
  by: vera,
  at: '2026-01-05T10:00:00Z',
};

let stored: Visit[];
let asked: Asked[];

function practice(planned: CourseOfCare | null = null, more: Record<string, unknown> = {}): void {
  asked = serve({
    [`GET ${BASE}/visits`]: () => ({ visits: stored, course: planned }),
    [`POST ${BASE}/visits`]: ({ body }: Asked) => {
      const made = aVisit({ ...(body as VisitIn), at: new Date().toISOString() });
      stored = [made, ...stored];
      return made;
    },
    ...more,
  });
}

function page(): void {
  render(
    <main>
      <h1>Ana</h1>
      <Visits card={ana} />
      <Toast />
    </main>,
  );
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const sent = (method: string) => asked.filter((one) => one.method === method).map(({ body }) => body);

beforeEach(() => {
  stored = [];
  hideToast();
});
afterEach(cleanup);

it('is written down in three taps: today, the usual minutes, and how', async () => {
  practice();
  page();
  expect(await screen.findByText('No visit is written down yet.')).toBeTruthy();
  tap('Write the visit down');
  await expectAccessible();
  tap('Indirect');
  tap('Save');
  expect(await screen.findByText(/^Written down. At home it stays gentle until /)).toBeTruthy();
  expect(sent('POST')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7/),
      on: TODAY,
      minutes: 50,
      kind: 'indirect',
      regions: [],
      note: '',
      reaction: '',
    },
  ]);
  expect(await screen.findByText(/, 50 min, indirect/)).toBeTruthy();
  expect(screen.getByText(/^At home it stays gentle until /)).toBeTruthy();
  await expectAccessible();
});

it('begins on the one question that is open, and comes back to where it began', async () => {
  practice();
  page();
  await screen.findByText('No visit is written down yet.');
  tap('Write the visit down');
  expect(document.activeElement?.textContent).toBe('Direct');
  tap('Cancel');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Write the visit down'));
});

it('takes as long as the last one, with where, a note and a reaction where somebody wants', async () => {
  stored = [aVisit()];
  practice();
  page();
  expect(await screen.findByText('Where: Left calf')).toBeTruthy();
  tap('Write the visit down');
  tap('More: Minutes');
  fireEvent.click(screen.getByText('Where, note, reaction'));
  expect(await screen.findByText(desk.sides)).toBeTruthy();
  expect(screen.queryByText(body.sidesHint)).toBe(null);
  fireEvent.input(await screen.findByLabelText('Note'), { target: { value: 'Jaw let go.' } });
  fireEvent.input(screen.getByLabelText('Reaction in the room'), { target: { value: 'Tears.' } });
  tap('From a list');
  const list = within(await screen.findByRole('dialog'));
  fireEvent.click(list.getAllByRole('button', { name: /jaw/i })[0] as HTMLElement);
  fireEvent.click(list.getByRole('button', { name: 'Close' }));
  await expectAccessible();
  tap('Both');
  tap('Save');
  await waitFor(() => expect(sent('POST')).toHaveLength(1));
  expect(sent('POST')[0]).toMatchObject({
    minutes: 65,
    kind: 'both',
    note: 'Jaw let go.',
    reaction: 'Tears.',
  });
  expect((sent('POST')[0] as VisitIn).regions).toEqual([{ region: 'jaw', side: expect.any(String) }]);
});

it('says what is missing and sends nothing', async () => {
  practice();
  page();
  await screen.findByText('No visit is written down yet.');
  tap('Write the visit down');
  fireEvent.input(screen.getByLabelText('Day'), { target: { value: '2999-01-01' } });
  tap('Save');
  expect(screen.getByText('Choose how you worked.')).toBeTruthy();
  expect(screen.getByText('Choose today or a day before.')).toBeTruthy();
  await expectAccessible();
  expect(sent('POST')).toEqual([]);
});

it('is sent under the same name when it did not get through, and under a new one when it was changed', async () => {
  let calls = 0;
  practice(null, {
    [`POST ${BASE}/visits`]: ({ body }: Asked) => {
      calls += 1;
      return calls < 3 ? new Status(503, { code: 'unavailable' }) : aVisit(body as VisitIn);
    },
  });
  page();
  await screen.findByText('No visit is written down yet.');
  tap('Write the visit down');
  tap('Direct');
  for (const times of [1, 2]) {
    tap('Save');
    await waitFor(() => expect(sent('POST')).toHaveLength(times));
    expect(await screen.findByText(/The server had a problem/)).toBeTruthy();
  }
  tap('Both');
  tap('Save');
  await waitFor(() => expect(sent('POST')).toHaveLength(3));
  const [first, second, third] = (sent('POST') as VisitIn[]).map(({ id }) => id);
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

it('is corrected by another entry', async () => {
  stored = [aVisit()];
  practice(null, {
    [`PATCH ${BASE}/visits/v1`]: ({ body }: Asked) => {
      const made = aVisit({ ...(body as VisitIn), replaces: 'v1' });
      stored = [made, aVisit({ replaced_by: made.id })];
      return made;
    },
  });
  page();
  fireEvent.click(await screen.findByRole('button', { name: /^Correct the visit of / }));
  expect((screen.getByLabelText('Note') as HTMLTextAreaElement).value).toBe('Softer than before.');
  tap('Indirect');
  tap('Save');
  expect(await screen.findByText('Written down.')).toBeTruthy();
  expect(sent('PATCH')).toEqual([
    {
      id: expect.any(String),
      on: '2026-01-12',
      minutes: 60,
      kind: 'indirect',
      regions: [{ region: 'calf', side: 'left' }],
      note: 'Softer than before.',
      reaction: 'Tired, warm.',
    },
  ]);
  expect(await screen.findByText('one corrected or taken back')).toBeTruthy();
});

it('tells her that a colleague was quicker, and shows what stands now', async () => {
  stored = [aVisit()];
  practice(null, { [`PATCH ${BASE}/visits/v1`]: new Status(409, { code: 'visit_changed' }) });
  page();
  fireEvent.click(await screen.findByRole('button', { name: /^Correct the visit of / }));
  tap('Save');
  expect(await screen.findByText(/Somebody changed this visit meanwhile/)).toBeTruthy();
  stored = [aVisit({ id: 'v2', note: 'By a colleague.' })];
  tap('Show what stands now');
  expect(await screen.findByText('By a colleague.')).toBeTruthy();
});

it('is taken back after a question, and stays to be seen', async () => {
  stored = [aVisit()];
  practice(null, {
    [`DELETE ${BASE}/visits/v1`]: () => {
      stored = [aVisit({ withdrawn: { by: vera, at: AGO(0) } })];
      return new Status(204);
    },
  });
  page();
  fireEvent.click(await screen.findByRole('button', { name: /^Take back the visit of / }));
  const asks = within(await screen.findByRole('dialog'));
  fireEvent.click(asks.getByRole('button', { name: 'Take back' }));
  expect(await screen.findByText(/^taken back by Vera Holm, today/)).toBeTruthy();
  expect(screen.queryByText(/stays gentle until/)).toBeNull();
  await expectAccessible();
});

it('shows the newest, and those before to whoever looks', async () => {
  stored = [1, 2, 3, 4].map((n) => aVisit({ id: `v${n}`, at: AGO(n * 7) }));
  practice();
  page();
  expect(await screen.findByText('3 earlier visits')).toBeTruthy();
});

it('says how far the course is and when the whole is looked at', async () => {
  practice(course);
  page();
  expect(await screen.findByText('3 of 6 visits')).toBeTruthy();
  expect(
    screen.getByText(/since Mon 5 Jan.*; look at the whole on Mon 16 Feb.*, after 6 weeks/),
  ).toBeTruthy();
});

it('plans a course of three to six visits, or of ten to twelve', async () => {
  practice(null, { [`PUT ${BASE}/course`]: { ...course, visits_planned: 10 } });
  page();
  fireEvent.click(await screen.findByRole('button', { name: 'Plan a course of care' }));
  const form = within(await screen.findByRole('dialog'));
  fireEvent.click(form.getByRole('button', { name: 'Save the course' }));
  expect(form.getByText('Choose how many.')).toBeTruthy();
  await expectAccessible();
  for (const number of ['3', '4', '5', '6', '11', '12'])
    expect(form.getByRole('button', { name: number })).toBeTruthy();
  fireEvent.click(form.getByRole('button', { name: '10' }));
  fireEvent.click(form.getByRole('button', { name: 'Save the course' }));
  await waitFor(() => expect(sent('PUT')).toEqual([{ visits_planned: 10, started_on: TODAY }]));
});

it('ends a course', async () => {
  practice(course, { [`DELETE ${BASE}/course`]: new Status(204) });
  page();
  fireEvent.click(await screen.findByRole('button', { name: 'Change the course' }));
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'End the course' }));
  await waitFor(() => expect(asked.some(({ method }) => method === 'DELETE')).toBe(true));
});
