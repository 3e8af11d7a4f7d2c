import { fireEvent, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logs } from '../../../store';
import { changeSettings, settings } from '../../../store/settings';
import { expectAccessible } from '../../../testing/axe';
import { anItem, aSwap, side } from '../../../testing/plans';
import {
  aPhone,
  closePage,
  hideFor,
  open,
  passTime,
  stopTime,
  stored,
  until,
} from '../../../testing/practice';
import { fetchPieces, Practice } from './screen';

const WALL = anItem({ dose: { left: side(1, 64), right: side(1, 64) } });
const REST = anItem(
  { key: 'i2', technique_id: 'body-scan-rest', dose: { both: side(1, 60) } },
  { name: 'Body scan rest', style: 'breath', load: 'none', tools: ['none'], near: [], stop: [] },
);

interface Sound {
  at: number;
  from: number;
}

let sounds: Sound[];
let words: string[];
let shakes: number[][];

/** A phone that can sound, speak and shake; what it did is kept. */
function aSoundingPhone(): void {
  sounds = [];
  words = [];
  shakes = [];
  class Context {
    state = 'suspended';
    currentTime = 0;
    destination = {};
    resume = () => {
      this.state = 'running';
      return Promise.resolve();
    };
    close = () => Promise.resolve();
    createGain = () => ({
      gain: ramp(() => undefined),
      connect: (to: unknown) => to,
      disconnect: () => undefined,
    });
    createOscillator = () => ({
      frequency: ramp((from) => sounds.push({ at: Date.now(), from })),
      connect: (to: unknown) => to,
      start: () => undefined,
      stop: () => undefined,
    });
  }
  class Utterance {
    volume = 1;
    constructor(readonly text: string) {}
  }
  vi.stubGlobal('AudioContext', Context);
  vi.stubGlobal('SpeechSynthesisUtterance', Utterance);
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => [
      { lang: 'en-US', localService: false },
      { lang: 'en_GB', localService: true },
    ],
    speak: (said: Utterance) => said.volume > 0 && words.push(said.text),
    cancel: () => undefined,
  });
  vi.stubGlobal('navigator', Object.assign(navigator, { vibrate: (shake: number[]) => shakes.push(shake) }));
}

function ramp(heard: (from: number) => void) {
  let first = true;
  const note = (value: number) => {
    if (first) heard(value);
    first = false;
  };
  return { setValueAtTime: note, linearRampToValueAtTime: () => undefined };
}

beforeEach(async () => {
  stopTime();
  aSoundingPhone();
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  await aPhone([WALL, REST]);
  settings.value = {
    ...settings.value,
    tones: true,
    voice: true,
    vibration: true,
    silent: false,
    eyesClosed: false,
  };
  await changeSettings({});
});

afterEach(async () => {
  await closePage();
  vi.unstubAllGlobals();
});

async function tap(name: string | RegExp) {
  await until(() => void screen.getByRole('button', { name }));
  fireEvent.click(screen.getByRole('button', { name }));
  await passTime(0);
}

async function started() {
  fetchPieces();
  open(Practice, '/practice');
  await tap('All as usual – start without a number');
  await until(() => expect(words.length + sounds.length + shakes.length).toBeGreaterThan(0));
}

describe('eyes closed', () => {
  it('hears what comes, on which side, and what to get ready', async () => {
    await started();
    expect(words).toEqual([
      'Neck and shoulder at the wall. Left side. Get in place. At the wall. Get ready: Tennis ball, wall.',
    ]);
    await passTime(20);
    expect(words.slice(1)).toEqual(['Left side. Find the spot.', 'Stay here. Breathe.']);
    await passTime(64);
    expect(words.slice(3)).toEqual(['Half way.', 'Now the right. Change sides.']);
  });

  it('hears each breath of a hold and the last three seconds of a phase', async () => {
    await started();
    await passTime(8.9);
    const before = sounds.length;
    await passTime(3);
    expect(sounds.slice(before).map(({ from }) => from)).toEqual([440, 440, 440]);
    await passTime(8.3);
    sounds = [];
    await passTime(15);
    expect(sounds.map(({ from }) => from)).toEqual([330, 262, 330]);
  });

  it('feels each change', async () => {
    await started();
    shakes = [];
    await passTime(20);
    expect(shakes).toContainEqual([200]);
  });

  it.each([
    ['tones', () => sounds.length],
    ['voice', () => words.length],
    ['vibration', () => shakes.length],
  ] as const)('is led without %s where that is switched off', async (channel, told) => {
    await changeSettings({ [channel]: false });
    fetchPieces();
    open(Practice, '/practice');
    await tap('All as usual – start without a number');
    await until(() => void screen.getByRole('timer'));
    await passTime(30);
    expect(told()).toBe(0);
    expect(sounds.length + words.length + shakes.length).toBeGreaterThan(0);
  });

  it('is led by nothing in the silent mode, and the time goes on all the same', async () => {
    await changeSettings({ silent: true });
    fetchPieces();
    open(Practice, '/practice');
    await tap('All as usual – start without a number');
    await until(() => void screen.getByRole('timer'));
    await passTime(30);
    expect([sounds, words, shakes]).toEqual([[], [], []]);
    expect(screen.getByRole('timer').textContent).toContain('54');
  });

  it('is not spoken to by a voice that is not on the phone', async () => {
    vi.stubGlobal('speechSynthesis', {
      ...speechSynthesis,
      getVoices: () => [{ lang: 'en-GB', localService: false }],
    });
    await started();
    await passTime(30);
    expect(words).toEqual([]);
  });

  it('hears nothing in a pause nor while the page is hidden', async () => {
    await started();
    await passTime(25);
    await tap('Pause');
    sounds = [];
    words = [];
    await passTime(60);
    await hideFor(60);
    expect([sounds, words]).toEqual([[], []]);
  });

  it('has a dark screen by itself while there is nothing to look at, with "This hurts" on it', async () => {
    await changeSettings({ eyesClosed: true });
    await started();
    const dark = () => document.querySelector('.player-dim') !== null;
    expect(dark()).toBe(false);
    await passTime(21);
    expect(dark()).toBe(true);
    expect(screen.getByRole('button', { name: 'This hurts' })).toBeTruthy();
    await expectAccessible();
    await tap('Tap to light the screen');
    expect(dark()).toBe(false);
  });
});

describe('a spot', () => {
  const drag = async (score: number) => {
    await until(() => void screen.getByRole('slider'));
    fireEvent.input(screen.getByRole('slider'), { target: { value: String(score) } });
    await until(() => expect(screen.queryByRole('slider')).toBe(null));
  };

  it('that was found begins the hold at once; without a tap it begins by itself', async () => {
    await started();
    await passTime(14);
    await tap('Found one');
    expect(document.querySelector('.stage-do')?.textContent).toBe('Hold');
    expect(screen.getByRole('timer').textContent).toContain('1:04');
  });

  it('is told by one drag, is answered, and stops no time', async () => {
    await started();
    await passTime(25);
    await drag(3);
    expect(screen.getByText('Good range. Keep breathing.')).toBeTruthy();
    await until(async () => {
      const [draft] = (await stored('draft')) as { partial: { items: { holds?: unknown }[] } }[];
      expect(draft?.partial.items[0]?.holds).toEqual([{ spot: 1, start: 3, discomfort: null, end: null }]);
    });
    await passTime(5);
    expect(screen.getByRole('timer').textContent).toContain('54');
  });

  it('that is not told costs nothing: the question goes by itself', async () => {
    await started();
    await passTime(25);
    await until(() => void screen.getByText('How tender is it?'));
    await passTime(30);
    expect(screen.queryByText('How tender is it?')).toBe(null);
    await passTime(29);
    expect(document.querySelector('.stage-do')?.textContent).toBe('Change sides');
  });

  it('of 6 or 7 stops with softer ways, told at once; a slip takes it back', async () => {
    await aPhone([anItem({ dose: { both: side(1, 64) } }, { swaps: [aSwap()] })]);
    await started();
    await passTime(25);
    await drag(7);
    expect(screen.getByText('That is too much.')).toBeTruthy();
    await until(() => void screen.getByText('Go on softer: Soft ball (level 1)'));
    await until(() => expect(logs.value.find((log) => log.kind === 'hurt')).toBeTruthy());
    expect(logs.value[0]).toMatchObject({ kind: 'hurt', feeling: 'too_much', discomfort: 7, second: 5 });
    await expectAccessible();
    await tap('That was a slip. Go back');
    await until(() => expect(logs.value[0]).toMatchObject({ kind: 'void' }));
    expect(screen.getByText('Get ready')).toBeTruthy();
  });

  it('of 8 stops, asks what it was, and offers nothing softer whatever it is called', async () => {
    await aPhone([anItem({ dose: { both: side(1, 64) } }, { swaps: [aSwap()] }), REST]);
    await started();
    await passTime(25);
    await drag(8);
    expect(screen.getByText('What did you feel?')).toBeTruthy();
    await tap(/^Just too much/);
    await until(() => void screen.getByText('Neck and shoulder at the wall rests now.'));
    expect(screen.queryByText(/Go on softer/)).toBe(null);
  });
});
