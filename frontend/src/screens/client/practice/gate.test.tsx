import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { logs } from '../../../store';
import * as disk from '../../../store/logs';
import { expectAccessible } from '../../../testing/axe';
import { anItem, side } from '../../../testing/plans';
import { aPhone, closePage, open, passTime, stopTime, until } from '../../../testing/practice';
import { gate } from './pieces';
import { fetchPieces, Practice } from './screen';

const WALL = anItem({ dose: { left: side(1, 64), right: side(1, 64) } });
const REST = anItem(
  { key: 'i2', technique_id: 'body-scan-rest', dose: { both: side(1, 60) } },
  { name: 'Body scan rest', style: 'breath', load: 'none', tools: ['none'], near: [], stop: [] },
);

beforeAll(() => gate.load());

beforeEach(async () => {
  stopTime();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  await aPhone([WALL, REST]);
});

afterEach(closePage);

async function tap(name: string) {
  await until(() => void screen.getByRole('button', { name }));
  fireEvent.click(screen.getByRole('button', { name }));
  await passTime(0);
}

describe('strong pain before', () => {
  const say = async (pain: string) => {
    fetchPieces();
    open(Practice, '/practice');
    await until(() => void screen.getByRole('radio', { name: pain }));
    fireEvent.click(screen.getByRole('radio', { name: pain }), { detail: 1 });
    await tap('All as usual – start');
  };

  it('leaves only what does not press, tells the therapist, and starts only then', async () => {
    await say('9');
    await until(() => void screen.getByText('You wrote 9. No pressure today.'));
    await until(() => expect(logs.value[0]).toMatchObject({ kind: 'check', answers: { d3: 9 } }));
    expect(logs.value).toHaveLength(1);
    await expectAccessible();
    await tap('Start without pressure');
    expect(screen.getByRole('heading', { name: 'Body scan rest' })).toBeTruthy();
    expect(screen.getByText('1 of 1')).toBeTruthy();
  });

  it('holds all day where the next start gives no number, until a lower one is given', async () => {
    await say('9');
    await until(() => void screen.getByText('You wrote 9. No pressure today.'));
    cleanup();
    open(Practice, '/practice');
    await tap('All as usual – start without a number');
    await until(() => void screen.getByText('You wrote 9. No pressure today.'));
    cleanup();
    open(Practice, '/practice');
    await until(() => void screen.getByRole('radio', { name: '3' }));
    fireEvent.click(screen.getByRole('radio', { name: '3' }), { detail: 1 });
    await tap('All as usual – start');
    await until(() => void screen.getByRole('button', { name: 'This hurts' }));
    expect(screen.getByText('1 of 2')).toBeTruthy();
  });

  it('of an earlier start is taken back as a slip, too', async () => {
    await say('9');
    await until(() => void screen.getByText('You wrote 9. No pressure today.'));
    cleanup();
    open(Practice, '/practice');
    await tap('All as usual – start without a number');
    await tap('Choose another number');
    await tap('All as usual – start without a number');
    await until(() => void screen.getByRole('button', { name: 'This hurts' }));
    expect(screen.getByText('1 of 2')).toBeTruthy();
  });

  it('with nothing that does not press means rest', async () => {
    await aPhone([WALL]);
    await say('8');
    await until(() => void screen.getByText(/no such technique in your program/));
    expect(screen.queryByRole('button', { name: 'Start without pressure' })).toBe(null);
  });

  it('that was a slip is taken back', async () => {
    await say('9');
    await until(() => expect(logs.value[0]).toMatchObject({ kind: 'check' }));
    await tap('Choose another number');
    await until(() => void screen.getByText('Before you start'));
    expect(logs.value[0]).toMatchObject({ kind: 'void' });
    fireEvent.click(screen.getByRole('radio', { name: '3' }), { detail: 1 });
    await tap('All as usual – start');
    await until(() => void screen.getByRole('button', { name: 'This hurts' }));
    expect(logs.value[0]).toMatchObject({ kind: 'check', answers: { d1: ['nothing new'], d3: 3 } });
  });

  it('holds also where the phone had no room to note it', async () => {
    const full = vi.spyOn(disk, 'addLogs').mockRejectedValue(new disk.NotSaved('quota'));
    await say('9');
    await until(() => void screen.getByText(/could not/));
    cleanup();
    full.mockRestore();
    open(Practice, '/practice');
    await tap('All as usual – start without a number');
    await until(() => void screen.getByText('You wrote 9. No pressure today.'));
  });
});
