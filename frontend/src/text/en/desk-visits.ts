/** Words of visits at the desk: writing one down, the list of them, and the course of care. */

const KINDS = { direct: 'direct', indirect: 'indirect', both: 'direct and indirect' } as const;

export const visits = {
  title: 'Visits',
  none: 'No visit is written down yet.',
  write: 'Write the visit down',
  line: (day: string, minutes: number, kind: keyof typeof KINDS) => `${day}, ${minutes} min, ${KINDS[kind]}`,
  by: (name: string) => `by ${name}`,
  places: (places: string) => `Where: ${places}`,
  reaction: (words: string) => `Reaction: ${words}`,
  gentle: (until: string) => `At home it stays gentle until ${until}.`,
  earlier: (n: number) => (n === 1 ? 'One earlier visit' : `${n} earlier visits`),
  gone: (n: number) =>
    n === 1 ? 'One entry corrected or taken back' : `${n} entries corrected or taken back`,
  corrected: 'corrected',
  takenBack: (name: string, when: string) => `taken back by ${name}, ${when}`,
  correct: 'Correct',
  correctOf: (day: string) => `Correct the visit of ${day}`,
  remove: 'Take back',
  removeOf: (day: string) => `Take back the visit of ${day}`,
  removeTitle: 'Take this visit back?',
  removeAbout: 'For what was written by mistake. It stays to be seen, with your name and the time.',
  changed: 'Somebody changed this visit meanwhile. What stands now is in the list.',
  look: 'Show what stands now',

  form: {
    title: 'Write the visit down',
    correct: 'Correct the visit',
    how: 'How did you work?',
    howHint: 'Direct: into the barrier. Indirect: away from it, held in ease.',
    kind: { direct: 'Direct', indirect: 'Indirect', both: 'Both' },
    day: 'Day',
    minutes: 'Minutes',
    min: (minutes: number) => `${minutes} min`,
    more: 'Where, note, reaction',
    moreHint: 'All of it can stay empty.',
    where: 'Where you worked',
    note: 'Note',
    noteHint: 'Part of the file: your client can read it in an export.',
    reaction: 'Reaction in the room',
    save: 'Save',
    saved: (until: string) => `Written down. At home it stays gentle until ${until}.`,
    savedOnly: 'Written down.',
    faults: {
      kind: 'Choose how you worked.',
      empty: 'Choose a day.',
      ahead: 'Choose today or a day before.',
    },
  },

  course: {
    plan: 'Plan a course of care',
    change: 'Change the course',
    done: (done: number, planned: number) =>
      done > planned ? `${done} visits, ${planned} were planned` : `${done} of ${planned} visits`,
    since: (day: string) => `since ${day}`,
    review: (day: string, weeks: number) => `look at the whole on ${day}, after ${weeks} weeks`,
    planned: 'How many visits?',
    recent: 'For what is recent',
    old: 'For what is old, then now and then',
    began: 'Began on',
    reviews: 'After 6 and 12 weeks the inbox asks you to look at the whole.',
    save: 'Save the course',
    end: 'End the course',
    missing: 'Choose how many.',
  },
} as const;
