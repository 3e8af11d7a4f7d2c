import { fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logs } from '../../../store';
import * as disk from '../../../store/logs';
import { safety } from '../../../store/screening';
import { expectAccessible } from '../../../testing/axe';
import { anItem, side } from '../../../testing/plans';
import { aPhone, closePage, open, passTime, stopTime, until } from '../../../testing/practice';
import { Practice } from './screen';

const WALL = anItem({ dose: { left: side(1, 64), right: side(1, 64) } });
const REST = anItem(
  { key: 'i2', technique_id: 'body-scan-rest', dose: { both: side(1, 60) }, level: 1 },
  { name: 'Body scan rest', style: 'breath', load: 'none', tools: ['none'], near: [], stop: [] },
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

async function different(...options: (string | RegExp)[]) {
  open(Practice, '/practice');
  await tap('Something is different today');
  for (const option of options) await tap(option);
}

const told = (kind: string) => logs.value.filter((log) => log.kind === kind);

describe('something different today', () => {
  it('is asked in the words of the questions, and can be left', async () => {
    await different();
    await until(() => void screen.getByRole('heading', { name: 'Anything new since last time?' }));
    expect(screen.queryByText('Is last session’s reaction gone?')).toBe(null);
    await expectAccessible();
    await tap('Back');
    await until(() => void screen.getByText('Before you start'));
    expect(logs.value).toEqual([]);
  });

  it('is one log, and what it pauses is said right there', async () => {
    await different('New wound or rash', 'Tell this');
    await until(() => void screen.getByRole('heading', { name: 'Today fits what you told us' }));
    await until(() => expect(told('check')).toMatchObject([{ answers: { d1: ['new wound or rash'] } }]));
    // Without a place the wound counts everywhere, so nothing is left; one sentence for both.
    await until(() => void screen.getByText(/does not fit what you told us/));
  });

  it('with a place pauses only what comes near, and the rest starts with one more tap', async () => {
    await different('New wound or rash', 'From a list');
    const list = within(screen.getByRole('dialog'));
    fireEvent.click(list.getByRole('button', { name: 'Left calf' }));
    fireEvent.click(list.getByRole('button', { name: 'Close' }));
    await tap('Tell this');
    await until(() => void screen.getByText(/2 techniques/));
    fireEvent.click(screen.getByRole('radio', { name: '3' }), { detail: 1 });
    await tap('Start');
    await until(() => void screen.getByRole('button', { name: 'This hurts' }));
    expect(told('check')).toMatchObject([{ answers: { d3: 3 } }, { answers: { d1: {} } }]);
  });

  it('that needs questions anew closes the program until they are answered', async () => {
    await different('Surgery', 'Tell this');
    await until(() => void screen.getByText(/Answer the safety questions first/));
    expect(screen.getByRole('link', { name: 'Answer the questions' }).getAttribute('href')).toBe('/intake');
    expect(safety.value?.asking.due.filter((one) => one.safety)).toMatchObject([
      { question_id: 'q15', why: 'news' },
    ]);
  });

  it('on the warning list pauses everything at once, by its name', async () => {
    await different(
      'Something on the warning list',
      /^One calf or leg newly swollen/,
      'Tell this and pause everything',
    );
    await until(() => expect(location.pathname).toBe('/today'));
    await until(() => expect(told('flag')).toHaveLength(1));
    expect(told('flag')).toMatchObject([{ flag_id: 'rf_dvt', on: true, source: told('check')[0]?.id }]);
    expect(safety.value?.red).toMatchObject([{ flag: 'rf_dvt' }]);
  });

  it('on the warning list without a name pauses everything too', async () => {
    await different('Something on the warning list', 'Tell this and pause everything');
    await until(() => expect(safety.value?.red).toMatchObject([{ flag: 'any_red_flag' }]));
  });

  it('pauses everything even where the phone has no room for it', async () => {
    await different('Something on the warning list');
    vi.spyOn(disk, 'addLogs').mockRejectedValueOnce(new disk.NotSaved('quota'));
    await tap('Tell this and pause everything');
    await until(() => expect(location.pathname).toBe('/today'));
    expect(logs.value).toEqual([]);
    expect(safety.value?.red).toMatchObject([{ flag: 'any_red_flag' }]);
  });
});
