/** The client's course at the desk, on the weeks of the fixture: figures, graph, response, time line, paper, report. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Alert } from '../../../../domain/desk/inbox';
import * as store from '../../../../store/desk';
import { expectAccessible } from '../../../../testing/axe';
import { out, pageRows, pageSummaries, pageVersions } from '../../../../testing/client-page';
import { catalogue } from '../../../../testing/desk-catalogue';
import { question } from '../../../../testing/desk-inbox';
import { ana, anaProgram, marit } from '../../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../../testing/desk-server';
import { desk } from '../../../../text/desk';
import { page } from '../../../../text/desk-page';
import { Button } from '../../../../ui';
import { ClientCourse, PrintPage, ReportPage } from './lazy';

const [newest, first] = pageVersions();
const program = { ...anaProgram, program: newest ?? null, versions: pageSummaries() };
const file = { card: ana, program, devices: [] };
const decision = {
  id: 'd1',
  on: '2026-11-20',
  at: '2026-11-20T06:10:00Z',
  rule: 'D05',
  decision: 'STEP_BACK',
  target: 'foot-ball-hold',
  notice: 'review',
  before: { paused: false, level: 1, cuts: 0, budget_s: null, s: 140 },
  after: { paused: false, level: 1, cuts: 1, budget_s: null, s: 105 },
  inputs: { peaks: [6] },
  source: null,
  act: null,
  acted: null,
  withdrawn_at: null,
  in_effect: true,
};
const visit = {
  id: 'visit',
  on: '2026-11-08',
  at: '2026-11-08T15:00:00Z',
  minutes: 50,
  kind: 'both',
  regions: [{ region: 'foot_sole', side: 'left' }],
  note: 'Left sole firm.',
  reaction: '',
  by: { id: 't1', name: 'Marit' },
  written_at: '2026-11-08T15:05:00Z',
  replaces: null,
  replaced_by: null,
  withdrawn: null,
};
const alertOf = (cause: string, source_id: string, why: Alert['why']): Alert => ({
  ...question,
  id: `c1:${cause}:${source_id}`,
  cause,
  source_id,
  rank: cause === 'silence' ? 'silence' : 'review',
  since: '2026-11-21T08:00:00Z',
  why,
  outcome: null,
  by: null,
  closed_at: null,
});
const silence = alertOf('silence', '2026-W47', { code: 'silence', days: 4, last: '2026-11-16' });
const closed: Alert = {
  ...alertOf('dose', 'd1', { code: 'dose', rule: 'D05' }),
  outcome: 'called',
  by: 'Marit',
  closed_at: '2026-11-21T09:00:00Z',
};
const answers = {
  'GET /clients/c1': ana,
  'GET /clients/c1/program': program,
  'GET /clients/c1/program/versions/1': first,
  'GET /clients/c1/program/versions/2/diff': { changes: [] },
  'GET /clients/c1/devices': { devices: [] },
  'GET /clients/c1/logs': { logs: pageRows(), next: null },
  'GET /clients/c1/visits': { visits: [], course: null },
  'GET /clients/c1/dose': { decisions: [decision] },
  'GET /clients/c1/alerts': { alerts: [silence, closed] },
  'GET /clients/c1/measures': { since: '2026-11-01', due: null, goals: [], readings: [] },
  'GET /clients/c1/consistency': {},
  'GET /techniques': catalogue,
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T10:00:00Z') });
  vi.stubGlobal('scrollTo', () => undefined);
  store.me.value = marit;
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  store.me.value = undefined;
  store.catalogue.value = null;
  vi.useRealTimers();
});

function course(more: Record<string, unknown> = {}, next: number | null = null): Asked[] {
  const asked = serve({ ...answers, ...more });
  store.openLogs.value = { client_id: 'c1', rows: pageRows(), next };
  render(
    <main>
      <h1>Ana</h1>
      <ClientCourse file={file} rows={store.openLogs.value.rows}>
        <Button>Between</Button>
      </ClientCourse>
    </main>,
  );
  return asked;
}

function paper(sheet: 'print' | 'report'): void {
  serve(answers);
  history.replaceState(null, '', `/desk/clients/c1/${sheet}`);
  render(
    <LocationProvider>
      <main>{sheet === 'print' ? <PrintPage id="c1" /> : <ReportPage id="c1" />}</main>
    </LocationProvider>,
  );
}

const figure = (name: string) =>
  screen.getByText(name, { selector: 'dt' }).closest('.page-figure')?.textContent ?? '';

describe('the course of a client', () => {
  it('tells the figures of the fixture, each with what it stands on', async () => {
    course();
    await screen.findByText(page.since.version(2, 'Sun 8 Nov'));
    expect(figure(page.figure.kept)).toContain(page.value.kept(out.kept.kept, out.kept.prescribed));
    expect(figure(page.figure.practised)).toContain('28.5 min');
    expect(figure(page.figure.change)).toContain('left only: −2.5 (2)');
    expect(figure(page.figure.softening)).toContain('left −3 5 spotsright −1 3 spots');
    expect(figure(page.figure.reactions)).toContain('1\u00a0gone, 1\u00a0worse');
    await expectAccessible();
  });

  it('shows no figure of what nobody told', async () => {
    serve(answers);
    render(<ClientCourse file={file} rows={[]} children={null} />);
    await screen.findByText(page.since.nothing);
    const names = screen.getAllByRole('term').map((one) => one.textContent);
    expect(names).toEqual([page.figure.kept]);
  });

  it('keeps what stands between as it is while the rest arrives', async () => {
    course();
    const between = screen.getByRole('button', { name: 'Between' });
    await screen.findByText(page.time.title);
    expect(screen.getByRole('button', { name: 'Between' })).toBe(between);
  });

  it('says what changed and why: versions and decisions of the rules', async () => {
    course();
    const changed = (await screen.findByText(page.changed.title)).parentElement as HTMLElement;
    expect(within(changed).getByText(/The left sole needs longer/)).toBeTruthy();
    expect(within(changed).getByText(/Rule D05/).textContent).toContain(desk.dose.why.D05?.({ peaks: [6] }));
  });

  it('says in the line of time what nobody told, and how each thing was dealt with', async () => {
    course();
    const title = await screen.findByText(page.time.title);
    const line = within(title.closest('section') as HTMLElement);
    const quiet = line.getByText(/^No practice on 4 planned days/).closest('li');
    expect(quiet?.textContent).toContain(desk.inbox.rank.silence);
    const called = line.getByText('Called · Marit, yesterday 10:00').closest('li');
    expect(called?.textContent).toContain('Rule D05');
    expect(line.getAllByText(/· Marit, yesterday/)).toHaveLength(1);
    await expectAccessible();
  });

  it('counts from the last visit once there is one, and from where she chooses', async () => {
    course({ 'GET /clients/c1/visits': { visits: [visit], course: null } });
    await screen.findByText(page.since.visit('Sun 8 Nov'));
    fireEvent.change(screen.getByLabelText(page.since.choose), { target: { value: '2' } });
    await screen.findByText(page.since.weeks);
    await waitFor(() => expect(figure(page.figure.practised)).toContain('16 practices'));
    expect(screen.getByText(/Left sole firm/).textContent).toContain('Left sole of the foot');
  });

  it('walks the graph in words and shows its numbers as a table when asked', async () => {
    course();
    const pick = await screen.findByRole('slider', { name: page.graph.pick });
    expect(pick.getAttribute('aria-valuetext')).toBe('Sat 21 Nov: before 4, after 2, version 2');
    fireEvent.input(pick, { target: { value: '0' } });
    expect(pick.getAttribute('aria-valuetext')).toBe('Mon 2 Nov: before 7, after 6, version 1');
    // 16 practices before, one of which tells no pain before, and 16 after.
    const picture = screen.getByRole('img', { name: desk.client.pain.summary(16, 7, 2) });
    expect(picture.querySelectorAll('circle')).toHaveLength(31);
    const table = screen.getByRole('table', { name: desk.client.pain.title });
    expect(table.closest('.only-heard')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: page.graph.table }));
    expect(table.closest('.only-heard')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: page.graph.ranges.all }));
    expect(within(table).getAllByRole('row')).toHaveLength(17);
  });

  it('reads the whole course where the desk holds only its end', async () => {
    const asked = course({}, 12);
    await screen.findByText(page.time.title);
    const past = asked.filter((one) => one.path === '/clients/c1/logs');
    expect(past.map((one) => one.query)).toEqual([expect.stringContaining('limit=500&kinds=session')]);
  });

  it('says what did not come, and asks again', async () => {
    const asked = course({ 'GET /clients/c1/dose': new Status(503, { code: 'busy', message: '' }) });
    fireEvent.click(await screen.findByRole('button', { name: desk.retry }));
    await waitFor(() => expect(asked.filter((one) => one.path === '/clients/c1/dose')).toHaveLength(2));
  });
});

describe('on paper', () => {
  it('has all for a visit on one sheet', async () => {
    paper('print');
    await screen.findByText(page.print.title('Ana'));
    expect(screen.getByText('May I do the sole twice a day?', { exact: false })).toBeTruthy();
    expect(screen.queryByRole('slider')).toBeNull();
    await expectAccessible();
  });

  it('reports in sentences what she told, and says so; her own words only when chosen', async () => {
    paper('report');
    await screen.findByText(page.report.told);
    expect(screen.getByText(page.report.done(7, 12, '11 practices', '28.5'))).toBeTruthy();
    expect(screen.getByText(page.report.soften('left', '3 lower', 5))).toBeTruthy();
    expect(screen.queryByText('Slept on the left side again.', { exact: false })).toBeNull();
    fireEvent.click(screen.getByLabelText(page.report.parts.said));
    expect(screen.getByText('Slept on the left side again.', { exact: false })).toBeTruthy();
    fireEvent.click(screen.getByLabelText(page.report.parts.visits));
    expect(screen.getByText(page.report.noVisits)).toBeTruthy();
    await expectAccessible();
  });
});
