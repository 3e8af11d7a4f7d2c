/** Words of the dose at the desk: what the rules changed and why, the step that they propose, and their bounds. */

const days = (n: number) => (n === 1 ? 'one day' : `${n} days`);

export const dose = {
  title: 'What the rules do with the dose',
  asWritten: 'The program is done as you wrote it.',
  whole: 'Whole program',

  /** Why nothing rises today, by the rule. */
  now: {
    D01: 'All rests: a red flag stands.',
    D02: 'Something rests until you decide.',
    D03: 'Something rests: practice was still felt after two days.',
    D06: 'Practice begins again after a long break.',
    D07: 'Practice goes on with less after a break.',
    D08: 'The dose stays: some days were left out.',
    D09: 'The dose stays for two practices: pain rose a little.',
    D10: 'The dose stays: practice is still felt.',
    D11: 'The dose stays: it is too early for more, or too little is known.',
    D12: 'There is room for a step more.',
    D13: 'There is room for a level more.',
    D14: 'The dose stays: the limit is reached.',
  } as Record<string, string>,

  /** What was looked at, in plain words. */
  why: {
    D01: () => 'A red flag was told.',
    D02: ({ peaks }: Inputs) =>
      (peaks?.at(-1) ?? 0) >= 8
        ? `Discomfort reached ${peaks?.at(-1)} of 10 while pressing.`
        : 'It was stopped for sharp, burning, electric, numb or spreading pain.',
    D03: (_: Inputs) => 'Practice was still felt after 48 hours.',
    D03_gone: () => 'What was felt is gone. It goes on one step softer.',
    D04: ({ deltas }: Inputs) =>
      (deltas?.at(-1) ?? 0) >= 3
        ? `Pain rose by ${deltas?.at(-1)} with practice.`
        : 'Pain rose by 2 or more in two of the last three practices.',
    D05: ({ peaks }: Inputs) => {
      const peak = peaks?.at(-1) ?? 6;
      return `Discomfort reached ${peak} of 10 while pressing.${peak === 6 ? ' “Too much” counts as 6.' : ''}`;
    },
    D06: ({ gap_days }: Inputs) => `${days(gap_days ?? 14)} without practice, one after the other.`,
    D07: ({ gap_days }: Inputs) => `${days(gap_days ?? 7)} without practice, one after the other.`,
    D12: () => 'Practice went well for at least a week.',
    D13: () => 'Practice went well at the limit for at least two weeks.',
  } as Record<string, (inputs: Inputs) => string>,

  /** Where nothing else can be told of a change: of the whole program after days without practice. */
  effect: { D06: 'begins again, short and gentle', D07: 'goes on with less' } as Record<string, string>,
  rests: 'rests',
  goesOn: 'goes on',
  level: (from: number, to: number) => `level ${from} → ${to}`,
  time: (from: string, to: string) => `${from} → ${to} a day`,
  rule: (id: string) => `Rule ${id}`,
  when: (day: string) => `on ${day}`,

  state: {
    undone: (name: string, when: string) => `Undone by ${name}, ${when}`,
    accepted: (name: string, when: string) => `Accepted by ${name}, ${when}`,
    declined: (name: string, when: string) => `Not now, said ${name}, ${when}`,
    byRules: (when: string) => `Done by the rules, ${when}`,
    withdrawn: 'No longer so: something told later changed it.',
    ended: 'Ended with a newer program.',
  },
  because: (reason: string) => `“${reason}”`,
  earlier: (n: number) => (n === 1 ? 'One earlier change' : `${n} earlier changes`),
  onPhone: (n: number) => (n === 1 ? 'One change on the phone alone' : `${n} changes on the phone alone`),
  onPhoneAbout: 'The phone decided this by itself. All that it told since does not lead to it.',

  undo: {
    tap: 'Undo',
    of: (what: string) => `Undo: ${what}`,
    title: 'Undo this change?',
    about:
      'From the next time the phone has a network, it is done as you wrote it. The entry stays on record.',
    hurt: 'The technique is offered again, though it hurt.',
    reason: 'Why?',
    yes: 'Undo it',
    gone: 'This ended meanwhile. Look at the page again.',
  },

  step: {
    minute: 'One minute more a day',
    seconds: (more: string) => `${more} more a day`,
    level: (name: string) => `A level more: ${name}`,
    why: 'The rules propose it. Nothing changes until you tap.',
    changes: 'What it would change',
    line: (before: string, after: string) => `${before} → ${after}`,
    toLevel: (level: number) => `level ${level}`,
    accept: 'Accept',
    decline: 'Not now',
    declineTitle: 'Not now?',
    declineAbout: 'The rules propose it again after the usual time between two steps.',
    declineWhy: 'Why? (if you like)',
    taken: 'Saved as a new program.',
    gone: 'This is not proposed any more. Look at the page again.',
  },

  bounds: {
    open: 'Limits of the rules',
    line: (cap: string, slow: boolean, auto: boolean) =>
      [
        `up to ${cap} a day`,
        slow ? 'slow steps' : 'usual steps',
        auto ? 'more time by itself' : 'you approve each step',
      ].join(', '),
    cap: 'Most time a day',
    lane: 'Steps',
    lanes: { auto: 'By the answers', usual: 'Usual', slow: 'Slow' },
    laneAbout:
      'Usual: 60 s after 7 days. Slow: 30 s after 14 days. By the answers: slow where age, pain or a flag asks for it.',
    mode: 'Who says yes to more time?',
    modes: { suggest: 'I do, each time', auto: 'The rules, up to this limit' },
    modeAbout:
      'A person approves by default. A higher level always needs your tap. Less is done at once, whoever you choose.',
    autoAbout: 'More time then comes as a new program in your name.',
    save: 'Save limits',
    set: (name: string, when: string) => `Set by ${name}, ${when}`,
  },

  builder: {
    about: 'The rules have made this softer. It ends with the version that you save:',
  },
} as const;

interface Inputs {
  deltas?: number[];
  peaks?: number[];
  gap_days?: number;
}
