import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DoseFile } from '../../../../api/desk-dose';
import { expectAccessible } from '../../../../testing/axe';
import { ana, anaProgram } from '../../../../testing/desk-samples';
import { type Asked, Status, serve } from '../../../../testing/desk-server';
import { aDecision, noDose } from '../../../../testing/dose-samples';
import { desk } from '../../../../text/desk';
import { hideToast, Toast } from '../../../../ui';
import { Dose } from './section';

const BASE = '/clients/c1/dose';
const by = { id: 't1', name: 'Marit' };
const words = () => desk.dose;
const LEVEL = anaProgram.program?.items[0]?.level ?? 0;
const proposal = {
  id: 'p1',
  on: '2026-11-22',
  rule: 'D12',
  target: '',
  cur_s: 120,
  new_s: 180,
  items: [{ key: 'i1', technique_id: 'wall', before_s: 120, after_s: 180, level: LEVEL }],
};

let asked: Asked[];

function page(file: Partial<DoseFile>, more: Record<string, unknown> = {}): void {
  asked = serve({ [`GET ${BASE}`]: { ...noDose, ...file }, ...more });
  render(
    <main>
      <h1>Ana</h1>
      <Dose card={ana} program={anaProgram.program} news={0} />
      <Toast />
    </main>,
  );
}

const tap = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const sent = (method: string) =>
  asked.filter((one) => one.method === method).map(({ path, body }) => ({ path, body }));

beforeEach(() => hideToast());
afterEach(cleanup);

describe('what the rules did', () => {
  it('says that the program is done as it was written, and why nothing rises', async () => {
    page({});
    const said = await screen.findByText(new RegExp(words().asWritten));
    expect(said.textContent).toContain(words().now.D11);
    expect(screen.getByText(/you approve each step/)).toBeTruthy();
  });

  it('names a change by its rule, with what it looked at and what it did', async () => {
    page({ decisions: [aDecision({ target: 'wall' })] });
    const line = await screen.findByRole('listitem');
    expect(line.textContent).toContain('level 2 → 1');
    expect(line.textContent).toContain('Discomfort reached 7 of 10 while pressing.');
    expect(line.textContent).toContain('Rule D05');
    await expectAccessible(document.body);
  });

  it('keeps a change that ended in the past, and says what became of it', async () => {
    const acted = { at: '2026-11-21T08:00:00Z', by, reason: 'Seen in the room' };
    const undone = aDecision({ in_effect: false, act: 'undone', acted });
    const byRules = aDecision({
      id: 'd2',
      rule: 'D12',
      in_effect: false,
      act: 'accepted',
      acted: { ...acted, by: null, reason: null },
    });
    const gone = aDecision({ id: 'd3', in_effect: false, withdrawn_at: '2026-11-21T08:00:00Z' });
    const ended = aDecision({ id: 'd4', in_effect: false });
    page({ decisions: [undone, byRules, gone, ended] });
    expect(await screen.findByText(words().earlier(4))).toBeTruthy();
    expect(screen.getByText(/Undone by Marit/)).toBeTruthy();
    expect(screen.getByText('“Seen in the room”')).toBeTruthy();
    expect(screen.getByText(/Done by the rules/)).toBeTruthy();
    expect(screen.getByText(words().state.withdrawn)).toBeTruthy();
    expect(screen.getByText(words().state.ended)).toBeTruthy();
  });

  it('tells of what her phone alone decided', async () => {
    page({ on_phone: [{ id: 'l1', at: '2026-11-21T08:00:00Z', rule: 'D07', target: '' }] });
    expect(await screen.findByText(words().onPhone(1))).toBeTruthy();
  });
});

describe('undoing', () => {
  it('takes two taps and a reason', async () => {
    const decision = aDecision({ target: 'wall' });
    page({ decisions: [decision] }, { [`POST ${BASE}/d1/undo`]: noDose });
    fireEvent.click(await screen.findByRole('button', { name: /^Undo:/ }));
    tap(words().undo.yes);
    expect(await screen.findByText(desk.errors.required)).toBeTruthy();
    fireEvent.input(screen.getByLabelText(words().undo.reason), { target: { value: 'Seen in the room' } });
    tap(words().undo.yes);
    await waitFor(() =>
      expect(sent('POST')).toEqual([{ path: `${BASE}/d1/undo`, body: { reason: 'Seen in the room' } }]),
    );
    expect(await screen.findByText(new RegExp(words().asWritten))).toBeTruthy();
  });

  it('warns where it hurt, and is not offered for a warning sign', async () => {
    const stop = aDecision({ id: 'd1', rule: 'D01', target: '' });
    const hurt = aDecision({ id: 'd2', rule: 'D02', target: 'wall' });
    page({ decisions: [stop, hurt] });
    const all = await screen.findAllByRole('button', { name: /^Undo:/ });
    expect(all).toHaveLength(1);
    fireEvent.click(all[0] as HTMLElement);
    expect(screen.getByText(words().undo.hurt)).toBeTruthy();
  });

  it('says when it ended meanwhile', async () => {
    const refused = new Status(409, { code: 'cannot_be_undone', message: '' });
    page({ decisions: [aDecision()] }, { [`POST ${BASE}/d1/undo`]: refused });
    fireEvent.click(await screen.findByRole('button', { name: /^Undo:/ }));
    fireEvent.input(screen.getByLabelText(words().undo.reason), { target: { value: 'Why not' } });
    tap(words().undo.yes);
    expect(await screen.findByText(words().undo.gone)).toBeTruthy();
  });
});

describe('a step that is proposed', () => {
  it('says what it would change and is taken with one tap', async () => {
    page({ proposal }, { [`POST ${BASE}/p1/accept`]: noDose });
    expect(await screen.findByRole('heading', { name: words().step.minute })).toBeTruthy();
    const changes = screen.getByRole('list', { name: words().step.changes });
    expect(within(changes).getByText('2 min → 3 min')).toBeTruthy();
    await expectAccessible(document.body);
    tap(words().step.accept);
    expect(await screen.findByText(words().step.taken)).toBeTruthy();
    expect(sent('POST')).toEqual([{ path: `${BASE}/p1/accept`, body: {} }]);
    expect(screen.queryByRole('button', { name: words().step.accept })).toBeNull();
  });

  it('names the technique of a level, and the level', async () => {
    const items = [{ key: 'i1', technique_id: 'wall', before_s: 120, after_s: 120, level: LEVEL + 1 }];
    page({ proposal: { ...proposal, rule: 'D13', target: 'wall', items } });
    expect(await screen.findByRole('heading', { name: /A level more/ })).toBeTruthy();
    expect(screen.getByText(new RegExp(words().step.toLevel(LEVEL + 1)))).toBeTruthy();
  });

  it('is declined with or without a word', async () => {
    page({ proposal }, { [`POST ${BASE}/p1/decline`]: noDose });
    fireEvent.click(await screen.findByRole('button', { name: words().step.decline }));
    fireEvent.click(screen.getAllByRole('button', { name: words().step.decline }).at(-1) as HTMLElement);
    await waitFor(() => expect(sent('POST')).toEqual([{ path: `${BASE}/p1/decline`, body: { reason: '' } }]));
  });

  it('says when it is not proposed any more, and reads the page anew', async () => {
    page(
      { proposal },
      { [`POST ${BASE}/p1/accept`]: new Status(409, { code: 'proposal_gone', message: '' }) },
    );
    fireEvent.click(await screen.findByRole('button', { name: words().step.accept }));
    expect(await screen.findByText(words().step.gone)).toBeTruthy();
    tap(desk.retry);
    await waitFor(() => expect(sent('GET')).toHaveLength(2));
  });

  it('says why the rules of safety are against it', async () => {
    const refused = new Status(422, {
      code: 'invalid',
      message: '',
      fields: { 'items.0.technique_id': 'No pressure.' },
    });
    page({ proposal }, { [`POST ${BASE}/p1/accept`]: refused });
    fireEvent.click(await screen.findByRole('button', { name: words().step.accept }));
    expect(await screen.findByText('No pressure.')).toBeTruthy();
  });
});

describe('the limits', () => {
  it('are set by the therapist; a person approves unless she says otherwise', async () => {
    const set = { at: '2026-11-21T08:00:00Z', by };
    page({ set }, { [`PUT ${BASE}`]: { ...noDose, slow_lane: true } });
    fireEvent.click(await screen.findByRole('button', { name: words().bounds.open }));
    expect(screen.getByText(/Set by Marit/)).toBeTruthy();
    expect(screen.getByRole('button', { name: words().bounds.modes.suggest })).toSatisfy(
      (one: Element) => one.getAttribute('aria-pressed') === 'true',
    );
    tap(desk.builder.chosen.less(words().bounds.cap));
    tap(words().bounds.lanes.slow);
    tap(words().bounds.modes.auto);
    expect(screen.getByText(words().bounds.autoAbout)).toBeTruthy();
    await expectAccessible(document.body);
    tap(words().bounds.save);
    await waitFor(() =>
      expect(sent('PUT')).toEqual([{ path: BASE, body: { cap_s: 570, lane: 'slow', mode: 'auto' } }]),
    );
    expect(await screen.findByText(/slow steps/)).toBeTruthy();
  });

  it('end at three and at twelve minutes', async () => {
    page({ settings: { cap_s: 720, lane: 'auto', mode: 'suggest' } });
    fireEvent.click(await screen.findByRole('button', { name: words().bounds.open }));
    tap(desk.builder.chosen.more(words().bounds.cap));
    expect(screen.getByRole('button', { name: desk.builder.chosen.more(words().bounds.cap) })).toSatisfy(
      (one: Element) => one.getAttribute('aria-disabled') === 'true',
    );
  });
});
