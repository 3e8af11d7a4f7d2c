import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Intake } from '../../../../domain/desk/answers';
import type { FlagSheet } from '../../../../domain/desk/flags';
import { EMPTY } from '../../../../domain/questions';
import * as store from '../../../../store/desk';
import type { ClientFile } from '../../../../sync/desk/client';
import type { ScreeningFile } from '../../../../sync/desk/screening';
import { expectAccessible } from '../../../../testing/axe';
import { ana, anaProgram } from '../../../../testing/desk-samples';
import { allAnswered, calf, fileOf, noAnswers, sheetOf } from '../../../../testing/desk-screening';
import { type Asked, Status, said, serve } from '../../../../testing/desk-server';
import { desk } from '../../../../text/desk';
import { AnswersPanel } from './answers-panel';

const words = desk.screening;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2026-11-22T09:00:00Z') });
});
afterEach(() => {
  cleanup();
  store.forgetDesk();
  vi.useRealTimers();
});

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const sent = (asked: Asked[]) => asked.filter((one) => one.method === 'POST').map(said);

describe('her answers', () => {
  const client: ClientFile = { card: ana, program: anaProgram, devices: [] };

  async function openAnswers(
    intake: Intake,
    other: Partial<ClientFile['program']> = {},
    sheet: FlagSheet = sheetOf([]),
  ) {
    const asked = serve({ 'GET /clients': { clients: [] }, 'POST /clients/c1/clearance': new Status(201) });
    const file: ScreeningFile = await fileOf(sheet, intake);
    render(
      <main>
        <h1>Ana</h1>
        <AnswersPanel
          file={file}
          client={{ ...client, program: { ...anaProgram, ...other } }}
          onChange={async () => undefined}
        />
      </main>,
    );
    return asked;
  }

  it('name what is open and why, and how to ask', async () => {
    await openAnswers(noAnswers, { clearance: null });
    expect(screen.getByText(words.answers.closed(3))).toBeTruthy();
    expect(screen.getByText(words.answers.due(4))).toBeTruthy();
    expect(screen.getByText(/Do you take blood thinners/).textContent).toContain(words.answers.why.first);
    expect(screen.getByRole('link', { name: words.answers.ask }).getAttribute('href')).toBe(
      '/desk/clients/c1/intake',
    );
    await expectAccessible();
  });

  it('never say that the program is open while a red flag pauses it', async () => {
    await openAnswers(allAnswered, {}, sheetOf([calf]));
    expect(screen.queryByText(words.answers.open)).toBeNull();
    expect(screen.getByText(words.answers.paused)).toBeTruthy();
  });

  it('are opened on her word, which says what is unanswered', async () => {
    const asked = await openAnswers(noAnswers, { clearance: null });
    fireEvent.click(button(words.word.open));
    expect(within(screen.getByRole('dialog')).getByText(/Do you take blood thinners/)).toBeTruthy();
    fireEvent.click(button(desk.client.clearance.confirm));
    await waitFor(() => expect(sent(asked)).toEqual([{ note: '' }]));
  });

  it('mark what changed since the last visit, with the earlier answer folded below it', async () => {
    await openAnswers(allAnswered);
    const heading = screen.getByText(/^New since your last visit/);
    const fresh = heading.parentElement as HTMLElement;
    expect(within(fresh).getByText('Yes')).toBeTruthy();
    expect(within(fresh).getAllByText(words.answers.mark.changed)).toHaveLength(2);
    expect(within(fresh).getAllByText(words.answers.earlier(1))).toHaveLength(2);
    await expectAccessible();
  });

  it('show her goals as they were rated, and the tools that she has', async () => {
    await openAnswers(allAnswered);
    expect(screen.getByText('Lift my son: 3 → 6 of 10')).toBeTruthy();
    const facts = screen.getByText(words.answers.tools).closest('dl') as HTMLElement;
    expect(within(facts).getByText('Soft ball, Tennis ball')).toBeTruthy();
  });

  it('say how far she came when she began to ask in the room', async () => {
    store.keepRoomDraft('c1', { q12: { ...EMPTY, chosen: ['no'] } });
    await openAnswers(noAnswers, { clearance: null });
    expect(screen.getByRole('link', { name: words.answers.goOn(1) })).toBeTruthy();
  });
});
