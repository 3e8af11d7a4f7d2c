import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { planDay } from '../../../domain/plan';
import { draftOf, type LiveSession, startSession } from '../../../domain/session';
import { tick } from '../../../domain/walk';
import { saveDraft, waitingLogs } from '../../../store';
import * as outbox from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anItem, aVersion, side } from '../../../testing/plans';
import { aPhone, closePage, open, START, stopTime, stored, until } from '../../../testing/practice';
import { After } from './screen';

const ITEM = anItem({ dose: { left: side(1, 60), right: side(1, 60) } });

beforeEach(async () => {
  stopTime();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  await aPhone([ITEM]);
});

afterEach(closePage);

/** A session played to its end, in the draft. */
async function played(change: Partial<LiveSession> = {}): Promise<void> {
  const session = startSession(planDay(aVersion([ITEM]), '2026-11-23'), {
    id: '0192f0c0-1111-7000-8000-000000000001',
    program_version: 1,
    at_ms: START,
    perf_ms: 0,
    zone: 'Europe/Berlin',
    pain_before: 5,
  });
  let walk = session.walk;
  for (let at = 1000; at <= 200_000; at += 1000) walk = tick(walk, { perf: at, wall: START + at });
  await saveDraft(draftOf({ ...session, walk, ended_ms: START + 200_000, ...change }, START));
}

async function tap(role: string, name: string) {
  await until(() => void screen.getByRole(role, { name }));
  fireEvent.click(screen.getByRole(role, { name }));
}

describe('after the practice', () => {
  it('takes two taps: pain now, save; and says saved when it is on disk', async () => {
    await played();
    open(After, '/after');
    await tap('radio', '3');
    expect(screen.getByText('Before you started: 5')).toBeTruthy();
    expect(screen.getByText('Done · 2 min')).toBeTruthy();
    await expectAccessible();
    await tap('button', 'Save');
    await until(() => void screen.getByRole('heading', { name: 'Saved' }));
    const [log] = await stored('logs');
    expect(log).toMatchObject({
      kind: 'session',
      status: 'complete',
      pain_before: 5,
      pain_after: 3,
      word: null,
    });
    expect(await stored('outbox')).toHaveLength(1);
    await until(async () => expect(await stored('draft')).toEqual([]));
    await expectAccessible();
  });

  it('can be saved without a word', async () => {
    await played();
    open(After, '/after');
    await tap('button', 'Save');
    await until(async () => expect(await stored('logs')).toHaveLength(1));
    expect((await stored('logs'))[0]).toMatchObject({ pain_after: null, sensations: [], word: null });
  });

  it('carries sensations, a word and how firm the spots were', async () => {
    await played();
    open(After, '/after');
    await tap('button', 'Warm');
    await tap('button', 'Sore');
    await tap('button', 'Sore');
    await tap('button', 'Emotional');
    await until(() => void screen.getByText(/Feelings can come up/));
    fireEvent.input(screen.getByLabelText('A word for your therapist'), {
      target: { value: 'left is softer' },
    });
    const [start] = screen.getAllByLabelText('At the start');
    const [end] = screen.getAllByLabelText('At the end');
    if (!start || !end) throw new Error('no line for the left side');
    fireEvent.change(start, { target: { value: '7' } });
    fireEvent.change(end, { target: { value: '4' } });
    await tap('button', 'Save');
    await until(async () => expect(await stored('logs')).toHaveLength(1));
    expect((await stored('logs'))[0]).toMatchObject({
      sensations: ['warmth', 'emotional'],
      word: 'left is softer',
      items: [
        { side: 'left', softening: { start: 7, end: 4 } },
        { side: 'right', softening: null },
      ],
    });
  });

  it('keeps each answer: a reload loses no word', async () => {
    await played();
    const page = open(After, '/after');
    await tap('radio', '2');
    fireEvent.input(screen.getByLabelText('A word for your therapist'), { target: { value: 'calm' } });
    await until(async () =>
      expect(await stored('draft')).toMatchObject([{ partial: { word: 'calm', pain_after: 2 } }]),
    );
    page.unmount();
    open(After, '/after');
    await until(() =>
      expect(screen.getByLabelText('A word for your therapist')).toHaveProperty('value', 'calm'),
    );
  });

  it('asks nothing again of a session that was saved before the phone died', async () => {
    await played();
    const page = open(After, '/after');
    await tap('button', 'Save');
    await until(() => void screen.getByRole('heading', { name: 'Saved' }));
    page.unmount();
    await played();
    open(After, '/after');
    await until(() => void screen.getByText('There is no practice to finish.'));
    expect(await stored('logs')).toHaveLength(1);
    expect(await stored('draft')).toEqual([]);
  });

  it('makes nothing up from half an answer', async () => {
    await played();
    open(After, '/after');
    await until(() => void screen.getByRole('button', { name: 'Save' }));
    fireEvent.change(screen.getAllByLabelText('At the start')[0] as Element, { target: { value: '7' } });
    await tap('button', 'Save');
    await until(async () => expect(await stored('logs')).toHaveLength(1));
    const [log] = (await stored('logs')) as { items: { softening: unknown }[] }[];
    expect(log?.items.map((item) => item.softening)).toEqual([null, null]);
  });

  it('does not say saved when the phone has no room, keeps the session, and saves the second time', async () => {
    await played();
    open(After, '/after');
    await tap('radio', '3');
    vi.spyOn(outbox, 'addLogs').mockRejectedValueOnce(new outbox.NotSaved('quota'));
    await tap('button', 'Save');
    await until(() => void screen.getByText(/Not saved/));
    expect(screen.queryByRole('heading', { name: 'Saved' })).toBe(null);
    expect(await stored('draft')).toHaveLength(1);
    await tap('button', 'Save');
    await until(() => void screen.getByRole('heading', { name: 'Saved' }));
    expect((await stored('logs'))[0]).toMatchObject({ pain_after: 3 });
  });

  it('says truly whether the therapist can read it', async () => {
    await played();
    open(After, '/after');
    await tap('button', 'Save');
    await until(() => void screen.getByText(/Safe on this phone/));
    waitingLogs.value = { count: 0, oldest: null };
    await until(() => void screen.getByText(/Your therapist can read it now/));
  });

  it('leads back to a session that still runs', async () => {
    await played({ ended_ms: null });
    open(After, '/after');
    await until(() => expect(location.pathname).toBe('/practice'));
  });

  it('says so when there is nothing to finish', async () => {
    open(After, '/after');
    await until(() => void screen.getByText('There is no practice to finish.'));
  });
});
