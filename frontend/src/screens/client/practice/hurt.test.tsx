import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flagLog } from '../../../domain/daily';
import { isSession } from '../../../domain/logs';
import { logs, newLogId, waitingLogs } from '../../../store';
import * as outbox from '../../../store/logs';
import { safety, tell } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { anItem, aSwap, side } from '../../../testing/plans';
import { aPhone, closePage, open, passTime, stopTime, stored, until } from '../../../testing/practice';
import { Practice } from './screen';

const WALL = anItem({ dose: { left: side(1, 64), right: side(1, 64) } }, { swaps: [aSwap()] });
const REST = anItem(
  { key: 'i2', technique_id: 'body-scan-rest', dose: { both: side(1, 60) } },
  { name: 'Body scan rest', style: 'breath', tools: ['none'], near: [], stop: [] },
);

beforeEach(async () => {
  stopTime();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  await aPhone([WALL, REST]);
});

afterEach(closePage);

async function tap(name: string | RegExp) {
  await until(() => void screen.getByRole('button', { name }));
  fireEvent.click(screen.getByRole('button', { name }));
  await passTime(0);
}

/** Ten seconds into the first hold. */
async function hurting(feeling?: RegExp) {
  open(Practice, '/practice');
  await tap('All as usual – start without a number');
  await until(() => void screen.getByRole('timer'));
  await passTime(30);
  await tap('This hurts');
  if (feeling) await tap(feeling);
}

const told = () => logs.value.find((log) => log.kind === 'hurt');

describe('"This hurts"', () => {
  it('stops at once and says what to do before it asks', async () => {
    await hurting();
    expect(document.activeElement?.textContent).toBe('Stop now. Take the tool away. Rest.');
    expect(screen.getAllByRole('button')).toHaveLength(7);
    await expectAccessible();
    await passTime(60);
    await tap('It did not hurt. Go back');
    expect(screen.getByText('Get ready')).toBeTruthy();
    await passTime(3);
    expect(screen.getByRole('timer').textContent).toContain('54');
  });

  it('is told at once, with place and second, before anything else is tapped', async () => {
    await hurting(/^Electric/);
    await until(() => expect(told()).toBeTruthy());
    expect(told()).toMatchObject({
      feeling: 'electric',
      key: 'i1',
      side: 'left',
      level: 2,
      second: 10,
      program_version: 1,
      local_date: '2026-11-23',
    });
    expect(await stored('outbox')).toMatchObject([{ log: { kind: 'check' } }, { log: { kind: 'hurt' } }]);
  });

  it('lets the technique rest: nothing softer, only the others, and the draft knows', async () => {
    await hurting(/^Sharp/);
    await until(() => expect(screen.getByText('Neck and shoulder at the wall rests now.')).toBeTruthy());
    expect(screen.queryByText(/Go on softer/)).toBe(null);
    await expectAccessible();
    await until(async () => {
      const [draft] = (await stored('draft')) as { partial: { items: { outcome: string }[] } }[];
      expect(draft?.partial.items.map((item) => item.outcome)).toEqual(['stopped', 'stopped', 'skipped']);
    });
    await tap('Go on with the rest');
    expect(screen.getByRole('heading', { name: 'Body scan rest' })).toBeTruthy();
  });

  it('shows the stop signs, with the emergency number as a button where one is urgent', async () => {
    await hurting(/^Numb/);
    expect(screen.getByText('Chest pain')).toBeTruthy();
    expect(screen.getByText('Tingling down the arm')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Call 112' }).getAttribute('href')).toBe('tel:112');
  });

  it('says honestly where the word is: not told yet, then sent but maybe not seen', async () => {
    await hurting(/^Burning/);
    await until(() => void screen.getByText(/Mara Stein has NOT been told yet/));
    waitingLogs.value = { count: 0, oldest: null };
    await until(() => void screen.getByText(/Sent to Mara Stein. Your therapist may not see this at once/));
  });

  it('says so when the phone could not note it, still stops, and can try again', async () => {
    await hurting();
    const refuse = vi.spyOn(outbox, 'addLogs').mockRejectedValueOnce(new outbox.NotSaved('quota'));
    await tap(/^Sharp/);
    await until(() => void screen.getByText(/could not note it/));
    await until(() => expect(screen.getByText('Neck and shoulder at the wall rests now.')).toBeTruthy());
    expect(told()).toBe(undefined);
    refuse.mockRestore();
    await tap('Try again');
    await until(() => expect(told()).toBeTruthy());
  });

  it('offers the softer way, or to leave it out, when it was just too much', async () => {
    await hurting(/^Just too much/);
    await tap('Go on softer: Soft ball (level 1)');
    await passTime(3);
    expect(document.querySelector('.stage-do')?.textContent).toBe('Get in place');
    expect(document.querySelector('.player-where')?.textContent).toContain('Soft ball');
  });

  it('offers no way that was refused since the session began', async () => {
    const prone = aSwap({ pos: ['prone'], props: ['mat'] });
    await aPhone([anItem({ dose: { both: side(1, 60) } }, { swaps: [prone] })]);
    await hurting();
    await tell([flagLog('floor_access', 'x', { id: newLogId(), at_ms: Date.now(), zone: 'Europe/Berlin' })]);
    await tap(/^Just too much/);
    await until(() => void screen.getByRole('button', { name: 'Go on lighter, for less long' }));
    expect(screen.queryByRole('button', { name: /^Go on softer/ })).toBe(null);
  });

  it('offers less weight and less time where no softer way is known', async () => {
    await aPhone([anItem({ dose: { both: side(1, 60) } })]);
    await hurting(/^Just too much/);
    await tap('Go on lighter, for less long');
    await passTime(3 + 20);
    expect(screen.getByRole('timer').textContent).toContain('37');
  });

  it('leaves it out as too sore', async () => {
    await hurting(/^Just too much/);
    await tap('Leave this one out');
    await until(async () => {
      const [draft] = (await stored('draft')) as { partial: { items: { skip_reason: string | null }[] } }[];
      expect(draft?.partial.items[0]?.skip_reason).toBe('too_sore');
    });
  });

  it('ends here', async () => {
    await hurting(/^Sharp/);
    await tap('End here');
    await until(() => expect(location.pathname).toBe('/after'));
  });

  it('keeps the advice on the screen when nothing else is left to play', async () => {
    await aPhone([WALL]);
    await hurting(/^Spreading/);
    expect(screen.queryByText('Go on with the rest')).toBe(null);
    expect(location.pathname).toBe('/practice');
    await tap('End here');
    await until(() => expect(location.pathname).toBe('/after'));
  });

  it('lets it rest the next time too, and says why', async () => {
    await hurting(/^Sharp/);
    await until(() => expect(told()).toBeTruthy());
    await tap('End here');
    await until(() => expect(location.pathname).toBe('/after'));
    await closePage();
    stopTime();
    const { clearDraft } = await import('../../../store');
    await clearDraft();
    open(Practice, '/practice');
    await until(() => void screen.getByText(/Neck and shoulder at the wall: resting/));
    expect(screen.getByText('1 technique, about 1 min')).toBeTruthy();
  });

  it('with an urgent sign pauses everything: the session is kept, and the page of today says what to do', async () => {
    await hurting(/^Numb/);
    await tap('Chest pain');
    expect(screen.getByText('You have this now?')).toBeTruthy();
    await expectAccessible();
    await tap('Yes, I have this');
    await until(() => expect(location.pathname).toBe('/today'));
    const flag = () => logs.value.find((log) => log.kind === 'flag');
    await until(() => expect(flag()).toBeTruthy());
    expect(flag()).toMatchObject({ flag_id: 'rf_chest', on: true, source: told()?.id });
    await until(() => expect(logs.value.filter(isSession)).toMatchObject([{ status: 'partial' }]));
    expect(safety.value?.red.map((one) => one.flag)).toEqual(['rf_chest']);
    expect(screen.queryByRole('timer')).toBe(null);
  });

  it('has the whole warning list behind one tap, and a look at it raises nothing', async () => {
    await hurting(/^Sharp/);
    fireEvent.click(screen.getByText('Another warning sign'));
    await tap(/^One calf or leg newly swollen/);
    await tap('No, go back');
    expect(logs.value.some((log) => log.kind === 'flag')).toBe(false);
  });
});
