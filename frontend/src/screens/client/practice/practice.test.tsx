import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSession } from '../../../domain/logs';
import type { Draft, Log } from '../../../domain/types';
import * as disk from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anItem, aSwap, side } from '../../../testing/plans';
import {
  aPhone,
  closePage,
  hideFor,
  open,
  passTime,
  START,
  stopTime,
  stored,
  until,
} from '../../../testing/practice';
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

async function started() {
  const page = open(Practice, '/practice');
  fireEvent.click(await shown('button', { name: 'All as usual – start without a number' }));
  await shown('button', { name: 'This hurts' });
  return page;
}

async function shown(role: string, options: { name: string }) {
  await until(() => void screen.getByRole(role, options));
  return screen.getByRole(role, options);
}

const time = () => screen.getByRole('timer').textContent;
const doing = () => document.querySelector('.stage-do')?.textContent;
const tap = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }));
  await passTime(0);
};
const press = async (key: string) => {
  fireEvent.keyDown(document.body, { key });
  await passTime(0);
};

describe('the start', () => {
  it('on a usual day is two taps: the number, and that all is as usual', async () => {
    open(Practice, '/practice');
    fireEvent.click(await shown('radio', { name: '4' }), { detail: 1 });
    expect(screen.queryByRole('button', { name: 'This hurts' })).toBe(null);
    fireEvent.click(await shown('button', { name: 'All as usual – start' }));
    await shown('button', { name: 'This hurts' });
    await until(async () => {
      const [draft] = (await stored('draft')) as Draft[];
      expect(draft?.partial).toMatchObject({ pain_before: 4, program_version: 1, local_date: '2026-11-23' });
    });
    expect(await stored('outbox')).toMatchObject([
      { log: { kind: 'check', answers: { d1: ['nothing new'], d2: 'no', d3: 4 } } },
    ]);
  });

  it('says so when the phone could not note the answer, and starts all the same', async () => {
    vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
    open(Practice, '/practice');
    fireEvent.click(await shown('button', { name: 'All as usual – start without a number' }));
    await until(() => void screen.getByText(/could not note your answer/));
    fireEvent.click(screen.getByRole('button', { name: 'Start' }));
    await shown('button', { name: 'This hurts' });
  });

  it('only two minutes and another tool change what is played', async () => {
    open(Practice, '/practice');
    fireEvent.click(await shown('button', { name: 'Only 2 minutes' }));
    fireEvent.change(screen.getByLabelText('Neck and shoulder at the wall'), { target: { value: '0' } });
    expect(document.body.textContent).toContain('Soft ball, chair');
    await expectAccessible();
    fireEvent.click(screen.getByRole('button', { name: 'All as usual – start without a number' }));
    await until(async () => {
      const [draft] = (await stored('draft')) as Draft[];
      expect(draft?.partial.shortened).toBe(false);
      expect(draft?.partial.items[0]).toMatchObject({ tool: 'soft_ball', level: 1, planned_s: 24 });
    });
  });

  it.each([
    [
      'the gate is closed',
      { gate: { open: false, by: null, at: null } },
      /Answer the safety questions first/,
    ],
    ['there is no program', { program: null }, /no program on this phone/],
  ])('says why it stays closed when %s', async (_, change, reason) => {
    await aPhone([WALL], change);
    open(Practice, '/practice');
    await until(() => void screen.getByText(reason));
    await expectAccessible();
  });

  it('has nothing to start on a rest day', async () => {
    await aPhone([anItem({ days: [5] })]);
    open(Practice, '/practice');
    await until(() => void screen.getByText(/Nothing is planned for today/));
  });
});

describe('the player', () => {
  it('goes through set-up, spot, hold and the other side by itself, and says each once', async () => {
    await started();
    const said = document.querySelector('[aria-live="polite"]');
    expect(said?.textContent).toBe('Neck and shoulder at the wall. Left side. Get in place. 12 seconds.');
    expect(time()).toContain('12');
    await passTime(12);
    expect(doing()).toBe('Find the spot');
    await passTime(8);
    expect(said?.textContent).toBe('Left side. Hold. 64 seconds.');
    expect(time()).toContain('1:04');
    await passTime(2);
    expect(screen.getByText('breathe in')).toBeTruthy();
    await passTime(3);
    expect(screen.getByText('breathe out')).toBeTruthy();
    await passTime(59);
    expect(doing()).toBe('Change sides');
    expect(screen.getByText('Now the right')).toBeTruthy();
    await expectAccessible();
  });

  it('has "This hurts" on the screen at every second, in a pause and in the count-in', async () => {
    await started();
    const there = () => expect(screen.getByRole('button', { name: 'This hurts' })).toBeTruthy();
    for (let second = 0; second < 240; second += 1) {
      there();
      if (second % 50 === 20) {
        await tap('Pause');
        there();
        await tap('Go on');
        there();
      }
      await passTime(1);
    }
  }, 30_000);

  it('pauses at that second and goes on after a count-in of three', async () => {
    await started();
    await passTime(30);
    await tap('Pause');
    expect(time()).toContain('54');
    await passTime(100);
    expect(time()).toContain('54');
    await tap('Go on');
    expect(time()).toContain('3');
    await passTime(4);
    expect(time()).toContain('53');
  });

  it('is played by keyboard: space, arrows, Escape and h', async () => {
    await started();
    await press('ArrowRight');
    expect(doing()).toBe('Find the spot');
    await press('ArrowLeft');
    expect(doing()).toBe('Get in place');
    await press(' ');
    expect(screen.getByRole('button', { name: 'Go on' })).toBeTruthy();
    await press('Escape');
    expect(screen.getByText('What did you feel?')).toBeTruthy();
    await tap('It did not hurt. Go back');
    expect(screen.getByRole('button', { name: 'Go on' })).toBeTruthy();
    await press('h');
    expect(screen.getByText('What did you feel?')).toBeTruthy();
  });

  it('leaves a space to the button that has the focus', async () => {
    await started();
    fireEvent.keyDown(screen.getByRole('button', { name: 'This hurts' }), { key: ' ' });
    expect(screen.getByRole('button', { name: 'Pause' })).toBeTruthy();
  });

  it('leads from below the steps to a question on this technique and this side', async () => {
    await started();
    await passTime(30);
    const ask = document.querySelector('.stage-more a');
    expect(ask?.textContent).toBe('Ask a question');
    expect(ask?.getAttribute('href')).toBe(`/ask?technique=${WALL.technique_id}&side=left`);
  });

  it('loses nothing in a reload: it goes on at that second', async () => {
    const page = await started();
    await passTime(30);
    page.unmount();
    await until(async () => {
      const [draft] = (await stored('draft')) as Draft[];
      expect(draft?.partial.items[0]?.done_s).toBe(10);
    });
    await passTime(600);
    open(Practice, '/practice');
    await shown('button', { name: 'This hurts' });
    expect(screen.getByText('Get ready')).toBeTruthy();
    await passTime(3);
    expect(time()).toContain('54');
  });

  it('loses nothing in five minutes in the background', async () => {
    await started();
    await passTime(30);
    await hideFor(300);
    expect(screen.getByText('Get ready')).toBeTruthy();
    await passTime(3);
    expect(time()).toContain('54');
  });

  it('leaves one out with a tap; the reason is asked afterwards and may stay open', async () => {
    await started();
    await tap('Skip');
    expect(screen.getByRole('heading', { name: 'Body scan rest' })).toBeTruthy();
    await tap('No tool');
    expect(screen.getByRole('button', { name: 'No tool' }).getAttribute('aria-pressed')).toBe('true');
    await until(async () => {
      const [draft] = (await stored('draft')) as Draft[];
      expect(draft?.partial.items[0]).toMatchObject({ outcome: 'skipped', skip_reason: 'no_tool' });
    });
  });

  it('leads to the page after it when all is played', async () => {
    await started();
    await passTime(400);
    await until(() => expect(location.pathname).toBe('/after'));
    const [draft] = (await stored('draft')) as Draft[];
    expect(draft?.partial.status).toBe('complete');
  });

  it('ends here from a pause', async () => {
    await started();
    await passTime(30);
    await tap('Pause');
    await tap('End here');
    await until(() => expect(location.pathname).toBe('/after'));
  });

  it('can be nearly black, with "This hurts" still there', async () => {
    await started();
    await tap('Dark screen');
    expect(document.querySelector('.player-dim')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'This hurts' })).toBeTruthy();
    await tap('Tap to light the screen');
    expect(document.querySelector('.player-dim')).toBe(null);
  });

  it('saves a session that nobody came back to for three hours, on its own day', async () => {
    const page = await started();
    await passTime(100);
    page.unmount();
    await until(async () => expect(await stored('draft')).toHaveLength(1));
    vi.setSystemTime(START + 20 * 3_600_000);
    open(Practice, '/practice');
    await shown('button', { name: 'All as usual – start without a number' });
    const logs = ((await stored('logs')) as Log[]).filter(isSession);
    expect(logs).toHaveLength(1);
    expect(logs[0]).toMatchObject({ kind: 'session', status: 'partial', local_date: '2026-11-23' });
    expect(await stored('draft')).toEqual([]);
  });
});
