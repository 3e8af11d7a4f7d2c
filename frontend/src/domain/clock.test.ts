import { describe, expect, it } from 'vitest';
import { seeded } from '../testing/plans';
import {
  COUNT_IN_MS,
  type HoldClock,
  leaveClock,
  pauseClock,
  type Reading,
  resumeClock,
  returnClock,
  rewound,
  secondsLeft,
  startClock,
  tickClock,
} from './clock';

/** Both clocks of the phone, moved together or apart. */
function phone(perf = 5000, wall = 1_700_000_000_000) {
  const at = { perf, wall };
  const pass = (perfMs: number, wallMs = perfMs): Reading => {
    at.perf += perfMs;
    at.wall += wallMs;
    return { ...at };
  };
  return { now: () => ({ ...at }), pass };
}

function run(clock: HoldClock, time: ReturnType<typeof phone>, ms: number, step = 100): HoldClock {
  let ticked = clock;
  for (let passed = 0; passed < ms; passed += step) ticked = tickClock(ticked, time.pass(step));
  return ticked;
}

describe('the hold clock', () => {
  it('counts what passes', () => {
    const time = phone();
    const clock = run(startClock(time.now()), time, 12_300);
    expect(clock).toMatchObject({ mode: 'running', elapsed_ms: 12_300 });
    expect(secondsLeft(clock, 30)).toBe(18);
  });

  it('shows the full number at the start and nought only at the end', () => {
    const time = phone();
    const start = startClock(time.now());
    const nearlyOver = run(start, time, 29_900);
    const over = run(nearlyOver, time, 100);
    const shown = [start, nearlyOver, over, run(over, time, 5000)].map((clock) => secondsLeft(clock, 30));
    expect(shown).toEqual([30, 1, 0, 0]);
  });

  it('stands still in a pause, however long, and goes on after a count-in of three seconds', () => {
    const time = phone();
    const running = run(startClock(time.now()), time, 4000);
    let clock = pauseClock(running, time.pass(50));
    clock = run(clock, time, 60_000);
    expect(clock).toMatchObject({ mode: 'paused', elapsed_ms: 4050 });
    clock = resumeClock(clock, time.now());
    expect(clock).toMatchObject({ mode: 'counting', count_in_ms: COUNT_IN_MS });
    clock = run(clock, time, 2900);
    expect(clock).toMatchObject({ mode: 'counting', elapsed_ms: 4050, count_in_ms: 100 });
    clock = tickClock(clock, time.pass(150));
    expect(clock).toMatchObject({ mode: 'running', elapsed_ms: 4100, count_in_ms: 0 });
  });

  it('pauses at that second when the page is hidden and comes back with a count-in', () => {
    const time = phone();
    let clock = run(startClock(time.now()), time, 7000);
    clock = leaveClock(clock, time.pass(20));
    clock = tickClock(clock, time.pass(300_000));
    expect(clock).toMatchObject({ mode: 'away', elapsed_ms: 7020 });
    clock = returnClock(clock, time.now());
    expect(clock).toMatchObject({ mode: 'counting', elapsed_ms: 7020, count_in_ms: COUNT_IN_MS });
  });

  it('leaves a pause a pause when the page is hidden and seen again', () => {
    const time = phone();
    const paused = pauseClock(startClock(time.now()), time.pass(500));
    const back = returnClock(leaveClock(paused, time.pass(10)), time.pass(9000));
    expect(back).toMatchObject({ mode: 'paused', elapsed_ms: 500 });
  });

  it('takes a silence of more than two seconds for sleep, whether performance.now ran on or not', () => {
    for (const [perf, wall] of [
      [60_000, 60_000],
      [30, 60_000],
    ] as const) {
      const time = phone();
      const clock = run(startClock(time.now()), time, 3000);
      const woken = tickClock(clock, time.pass(perf, wall));
      expect(woken).toMatchObject({ mode: 'counting', elapsed_ms: 3000, count_in_ms: COUNT_IN_MS });
    }
  });

  it('starts a count-in again when the phone slept in it', () => {
    const time = phone();
    let clock = resumeClock(pauseClock(startClock(time.now()), time.pass(100)), time.now());
    clock = run(clock, time, 2000);
    clock = tickClock(clock, time.pass(5000));
    expect(clock).toMatchObject({ mode: 'counting', count_in_ms: COUNT_IN_MS, elapsed_ms: 100 });
  });

  it('is not moved by a wall clock that is set back, nor by a reading that runs backwards', () => {
    const time = phone();
    let clock = run(startClock(time.now()), time, 1000);
    clock = tickClock(clock, time.pass(100, -3_600_000));
    expect(clock).toMatchObject({ mode: 'running', elapsed_ms: 1100 });
    clock = tickClock(clock, time.pass(-50));
    expect(clock.elapsed_ms).toBe(1100);
  });

  it('keeps its mode when a phase begins again', () => {
    const time = phone();
    const paused = pauseClock(run(startClock(time.now()), time, 1000), time.now());
    expect(rewound(paused)).toMatchObject({ mode: 'paused', elapsed_ms: 0 });
  });

  it('drifts less than a fifth of a second in ten minutes of jittered ticks, for any jitter', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const random = seeded(seed);
      const start = 1e3 + random() * 1e7;
      let clock = startClock({ perf: start, wall: start });
      let now = start;
      while (now < start + 600_000) {
        // Mostly ten a second, sometimes a stall of up to 1.9 s; the wall clock wobbles on its own.
        now = Math.min(start + 600_000, now + (random() < 0.02 ? random() * 1900 : 5 + random() * 200));
        clock = tickClock(clock, { perf: now, wall: now + (random() - 0.5) * 80 });
      }
      expect(clock.mode).toBe('running');
      expect(Math.abs(clock.elapsed_ms - 600_000)).toBeLessThan(200);
    }
  });

  it('never counts time that nobody saw, over any series of pauses, gaps and returns', () => {
    for (let seed = 1; seed <= 80; seed += 1) {
      const random = seeded(seed);
      const time = phone();
      let clock = startClock(time.now());
      let seen = 0;
      for (let step = 0; step < 300; step += 1) {
        const choice = random();
        const before = clock;
        if (choice < 0.85) {
          const ms = random() * 250;
          clock = tickClock(clock, time.pass(ms));
          seen += before.mode === 'paused' || before.mode === 'away' ? 0 : ms;
        } else if (choice < 0.89) clock = pauseClock(clock, time.now());
        else if (choice < 0.93) clock = resumeClock(clock, time.now());
        else if (choice < 0.96) clock = leaveClock(clock, time.now());
        else if (choice < 0.98) clock = returnClock(clock, time.now());
        else clock = tickClock(clock, time.pass(2500 + random() * 1e6));
        expect(clock.elapsed_ms).toBeGreaterThanOrEqual(before.elapsed_ms);
        expect(clock.elapsed_ms).toBeLessThanOrEqual(seen + 1e-6);
      }
    }
  });
});
