import * as theirs from '@preact/signals-core';
import { describe, expect, it, vi } from 'vitest';
import * as ours from './core';

/** Numbers by chance, the same in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Kit {
  signal: (first: number) => { value: number; peek: () => number };
  computed: (work: () => number) => { readonly value: number; peek: () => number };
  effect: (work: ours.Work) => () => void;
}

/** What every reader saw, step for step, in a net of signals that looks the same for the same seed. */
function story(kit: Kit, seed: number): string[] {
  const told: string[] = [];
  const pick = chance(seed);
  const sources = Array.from({ length: 4 }, (_, at) => kit.signal(at));
  const nodes: { readonly value: number; peek: () => number }[] = [...sources];
  for (let at = 0; at < 6; at++) {
    const [a, b, c] = [0, 0, 0].map(() => nodes[pick(nodes.length)]) as [Node, Node, Node];
    const most = 2 + pick(4);
    const failsAt = pick(8);
    nodes.push(
      kit.computed(() => {
        if (a.value === failsAt) throw new Error(`node ${at}`);
        return (a.value % 2 === 0 ? b.value : c.value + 1) % most;
      }),
    );
  }
  const ends = Array.from({ length: 4 }, (_, at) => {
    const [a, b] = [nodes[4 + pick(6)], nodes[pick(nodes.length)]] as [Node, Node];
    return kit.effect(() => {
      const seen = attempt(() => (a.value > 1 ? b.value : -1));
      told.push(`effect ${at}: ${seen}`);
      return () => told.push(`effect ${at} undone`);
    });
  });
  for (let step = 0; step < 40; step++) {
    const at = told.length;
    const act = pick(10);
    if (act < 8) (sources[pick(4)] as { value: number }).value = pick(8);
    else if (act === 8) told.push(`read ${attempt(() => (nodes[pick(nodes.length)] as Node).peek())}`);
    else if (step > 25) ends[pick(4)]?.();
    // In which order effects follow one change is nobody's business.
    told.push(...told.splice(at).sort(), `step ${step}`);
  }
  return told;
}
type Node = { readonly value: number; peek: () => number };

function attempt(read: () => number): string {
  try {
    return String(read());
  } catch (error) {
    return (error as Error).message;
  }
}

describe('signals', () => {
  it('run what the package runs, as often, and show it the same values', () => {
    for (let seed = 1; seed <= 300; seed++)
      expect(story(ours, seed), `net ${seed}`).toEqual(story(theirs, seed));
  });

  it('work nothing out that nobody reads, and nothing twice', () => {
    const one = ours.signal(1);
    const work = vi.fn(() => one.value * 2);
    const double = ours.computed(work);
    expect(work).not.toHaveBeenCalled();
    expect([double.value, double.peek()]).toEqual([2, 2]);
    expect(work).toHaveBeenCalledOnce();
  });

  it('let the others run where one effect fails, and say so to who made the change', () => {
    const one = ours.signal(1);
    const heard: number[] = [];
    ours.effect(() => {
      if (one.value === 2) throw new Error('no two');
    });
    ours.effect(() => {
      heard.push(one.value);
    });
    expect(() => {
      one.value = 2;
    }).toThrow('no two');
    one.value = 3;
    expect(heard).toEqual([1, 2, 3]);
  });

  it('forget an effect that failed at once', () => {
    const one = ours.signal(1);
    const work = vi.fn(() => {
      throw new Error(`no ${one.value}`);
    });
    expect(() => ours.effect(work)).toThrow('no 1');
    one.value = 2;
    expect(work).toHaveBeenCalledOnce();
  });

  it('run an effect again after what it changed itself, once it has ended', () => {
    const one = ours.signal(0);
    const heard: string[] = [];
    ours.effect(() => {
      const now = one.value;
      if (now < 3) one.value = now + 1;
      heard.push(`heard ${now}`);
    });
    expect(heard).toEqual(['heard 0', 'heard 1', 'heard 2', 'heard 3']);
  });

  it('stop what goes in circles', () => {
    const one = ours.signal(0);
    ours.effect(() => {
      if (one.value > 0) one.value = one.value + 1;
    });
    expect(() => {
      one.value = 1;
    }).toThrow('circles');
  });
});
