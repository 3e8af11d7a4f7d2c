import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { LocationProvider } from 'preact-iso';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intake } from '../../../../domain/desk/answers';
import * as store from '../../../../store/desk';
import { expectAccessible } from '../../../../testing/axe';
import { ana, anaRow } from '../../../../testing/desk-samples';
import { noAnswers, screeningAnswers, sheetOf } from '../../../../testing/desk-screening';
import { type Asked, Status, said, serve } from '../../../../testing/desk-server';
import { desk } from '../../../../text/desk';
import { IntakeRoom } from './screen';

const words = desk.screening.room;
const POST = 'POST /clients/c1/intake';
const due = (...ids: string[]): Intake => ({
  ...noAnswers,
  due: ids.map((question_id) => ({ question_id, why: 'first' as const })),
});
const answeredAll: Intake = { ...noAnswers, open: true, due: [] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
  vi.stubGlobal('scrollTo', () => undefined);
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

async function open(intake: Intake, answers: Record<string, unknown> = {}): Promise<Asked[]> {
  const asked = serve({
    'GET /clients': { clients: [anaRow] },
    'GET /clients/c1': ana,
    ...screeningAnswers(sheetOf([]), intake),
    ...answers,
  });
  history.replaceState(null, '', '/desk/clients/c1/intake');
  render(
    <LocationProvider>
      <main>
        <IntakeRoom id="c1" />
      </main>
    </LocationProvider>,
  );
  await screen.findByRole('heading', { name: words.title('Ana') });
  return asked;
}

const answer = (text: RegExp, option: string) => {
  const [group] = screen.getAllByRole('group', { name: text });
  fireEvent.click(within(group as HTMLElement).getByRole('button', { name: option }));
};
const save = () => fireEvent.click(screen.getByRole('button', { name: /^Save/ }));
const sent = (asked: Asked[]) => asked.filter((one) => one.method === 'POST').map(said);
const sections = () => screen.getAllByRole('heading', { level: 2 }).map((one) => one.textContent);

describe('the questions asked in the room', () => {
  it('are those that are due, in sections on one page', async () => {
    await open(due('q05', 'q12', 'q14'));
    expect(sections()).toEqual([words.sections.warning, words.sections.health]);
    expect(screen.getByText(words.count(0, 3))).toBeTruthy();
    await expectAccessible();
  });

  it('offer no to all of the rest, but never for the warning signs', async () => {
    await open(due('q02', 'q05', 'q12', 'q14'));
    expect(screen.queryByRole('button', { name: words.noOf(words.sections.warning) })).toBeNull();
    answer(/blood thinners/, 'Yes');
    expect(screen.queryByRole('button', { name: words.noOf(words.sections.now) })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.noOf(words.sections.health) }));
    expect(screen.getByText(words.noSaid(1))).toBeTruthy();
    expect(screen.getByRole('button', { name: words.save(2) })).toBeTruthy();
  });

  it('are saved as far as they are filled in, and the rest stays', async () => {
    const asked = await open(due('q05', 'q12', 'q14'), { [POST]: new Status(201, due('q05')) });
    answer(/blood thinners/, 'Not sure');
    answer(/bruise easily/, 'No');
    save();
    await screen.findByText(words.savedRest(2, 1));
    expect(sent(asked)).toEqual([{ answers: { q12: 'not sure', q14: 'no' } }]);
    expect(sections()).toEqual([words.sections.warning]);
    expect(location.pathname).toBe('/desk/clients/c1/intake');
  });

  it('lead back to the client when nothing is left', async () => {
    await open(due('q12'), { [POST]: new Status(201, answeredAll) });
    answer(/blood thinners/, 'No');
    save();
    await waitFor(() => expect(location.pathname).toBe('/desk/clients/c1'));
  });

  it('lead back to the client at once when a warning sign was ticked', async () => {
    const red_flag = {
      flags: [{ id: 'rf_dvt', label: 'Calf' }],
      at: '2026-11-22T09:00:00Z',
      received_at: '2026-11-22T09:00:00Z',
    };
    const asked = await open(due('q05', 'q12'), {
      [POST]: new Status(201, due('q12')),
      'GET /clients': { clients: [{ ...anaRow, red_flag }] },
    });
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    answer(/any of these right now/, 'One calf or leg newly swollen, warm, red or tender');
    save();
    await waitFor(() => expect(location.pathname).toBe('/desk/clients/c1'));
    expect(sent(asked)).toEqual([{ answers: { q05: ['rf_dvt'] } }]);
  });

  it('bring each refusal to its question, and lose nothing', async () => {
    const fields = { 'answers.q12': 'This is no answer to this question.' };
    await open(due('q12', 'q14'), { [POST]: new Status(422, { code: 'invalid', message: '', fields }) });
    answer(/blood thinners/, 'Yes');
    answer(/bruise easily/, 'No');
    save();
    expect(await screen.findByText(fields['answers.q12'])).toBeTruthy();
    const [refused] = screen.getAllByRole('group', { name: /blood thinners/ });
    await waitFor(() => expect(document.activeElement).toBe(refused));
    expect(store.roomDrafts.value.c1).toMatchObject({ q12: { chosen: ['yes'] }, q14: { chosen: ['no'] } });
    expect(screen.getByText(desk.errors.fields)).toBeTruthy();
  });

  it('keep what is filled in when the server is out of reach', async () => {
    await open(due('q12'), { [POST]: new Status(503, { code: 'busy', message: '' }) });
    answer(/blood thinners/, 'Yes');
    save();
    expect(await screen.findByText(desk.errors.server)).toBeTruthy();
    expect(screen.getByRole('button', { name: words.save(1) })).toBeTruthy();
  });

  it('send whole answers alone, and mark what is not whole', async () => {
    const asked = await open(due('q01', 'q12'), { [POST]: new Status(201, due('q01')) });
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'old' } });
    answer(/blood thinners/, 'No');
    save();
    expect(await screen.findByText(words.unfinished)).toBeTruthy();
    expect(sent(asked)).toEqual([{ answers: { q12: 'no' } }]);
    expect((screen.getByRole('textbox') as HTMLInputElement).value).toBe('old');
  });

  it('want at least one answer before anything is saved', async () => {
    const asked = await open(due('q12'));
    save();
    expect(await screen.findByText(words.nothingYet)).toBeTruthy();
    expect(sent(asked)).toEqual([]);
  });

  it('take an answer away again', async () => {
    await open(due('q12'));
    answer(/blood thinners/, 'No');
    fireEvent.click(screen.getByRole('button', { name: /^Clear/ }));
    expect(screen.getByText(words.count(0, 1))).toBeTruthy();
  });

  it('show all of them on demand, with what she answered before', async () => {
    const told = { ...noAnswers.answers[0], question_id: 'q14', answer: 'yes', at: '2026-10-30T08:00:00Z' };
    const before = { ...told, answered_on: '2026-10-30', by: null, version: '7', earlier: [] };
    await open({ ...due('q12'), answers: [before] });
    expect(screen.queryByRole('group', { name: /bruise easily/ })).toBeNull();
    fireEvent.click(screen.getByLabelText(words.allToo));
    expect(screen.getAllByRole('group', { name: /bruise easily/ })[0]?.textContent).toContain(
      'Yes · Fri 30 Oct',
    );
    await expectAccessible();
  });
});

describe('the keyboard', () => {
  it('walks the options with the arrow keys', async () => {
    await open(due('q12'));
    const [yes, no] = within(
      screen.getAllByRole('group', { name: /blood thinners/ })[0] as HTMLElement,
    ).getAllByRole('button');
    yes?.focus();
    fireEvent.keyDown(yes as HTMLElement, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(no);
    fireEvent.keyDown(no as HTMLElement, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(yes);
    fireEvent.keyDown(yes as HTMLElement, { key: 'ArrowUp' });
    expect(document.activeElement).toBe(yes);
  });
});
