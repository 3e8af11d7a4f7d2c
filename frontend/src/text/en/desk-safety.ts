/** Words of what the rules say at the desk: verdicts, limits, clearances, what stands in for what. */
const ROLES: Record<string, string> = {
  surgeon: 'the surgeon',
  physician: 'a physician',
  physician_or_pt: 'a physician or physical therapist',
  prenatal_experience: 'a therapist with prenatal experience',
  lymphoedema_therapist: 'the lymphoedema therapist',
  therapist_reason: 'you, with a reason',
  guardian_consent: 'a parent or guardian',
};

const NEEDS: Record<string, string> = {
  surgeon: 'needs the surgeon',
  physician: 'needs a physician',
  physician_or_pt: 'needs physician or PT',
  prenatal_experience: 'needs prenatal experience',
  lymphoedema_therapist: 'needs lymph therapist',
  therapist_reason: 'needs your reason',
  guardian_consent: 'needs a guardian',
};

const plain = (id: string): string => id.replaceAll('_', ' ');

export const safety = {
  role: (id: string): string => ROLES[id] ?? plain(id),
  mark: {
    block: 'not now',
    warn: 'with care',
    softer: 'gentler',
    position: 'another position',
    level: (n: number) => `level ${n} at most`,
    hold: (seconds: number) => `${seconds} s at most`,
    side: { left: 'left side only', right: 'right side only', both: '' },
    needs: (roles: readonly string[]): string =>
      roles.length === 1
        ? (NEEDS[roles[0] ?? ''] ?? `needs ${plain(roles[0] ?? '')}`)
        : `needs ${roles.length} clearances`,
    noTool: 'tool not owned',
  },
  limit: {
    max_level: (n: number) => `level ${n} at most`,
    max_hold_s: (seconds: number) => `a hold of ${seconds} s at most`,
    discomfort_ceiling: (n: number) => `discomfort up to ${n} of 10`,
    tools_max_hard: 'soft tools only',
    use_alternative_pos: 'seated or lying on the side',
    small_movement: 'small movements',
    slow_lane: 'slow steps up',
  },
  list: {
    onlyFits: (name: string) => `Only what fits ${name}`,
    shut: (n: number, name: string) =>
      n === 1 ? `1 is not for ${name} now` : `${n} are not for ${name} now`,
    instead: 'Instead:',
    insteadOf: (name: string) => `Instead of ${name}`,
  },
  why: { same_region: 'same place', same_line: 'same line', ease: 'a resting position' },
  item: {
    limited: (limits: string) => `Limited: ${limits}.`,
    care: 'With care.',
    reasons: 'Why',
    reasonsFor: (name: string) => `Why: ${name}`,
    rule: (rule: string, flags: string) => `${rule} · because of: ${flags}`,
    wasLevel: (version: number, level: number) => `Version ${version} has level ${level}.`,
    wasHold: (version: number, hold: string) => `Version ${version} holds ${hold}.`,
    usualHold: (hold: string) => `Usually ${hold}.`,
    blocked: (name: string) => `Not for ${name} now.`,
    blockedSide: 'Not on this side now. Choose another side.',
    levelShut: (level: number, name: string) => `Level ${level} is not for ${name} now.`,
    swapped: (before: string, after: string) => `${after} instead of ${before}.`,
    noTool: (name: string, tools: string) => `${name} does not own: ${tools}.`,
  },
  clearing: {
    needs: (roles: string) => `Someone has to agree first: ${roles}.`,
    record: 'Record the clearance',
    recordFor: (name: string) => `Record the clearance: ${name}`,
    change: 'Change',
    changeFor: (name: string) => `Change the clearance: ${name}`,
    written: (role: string, on: string) => `Cleared by ${role} on ${on}. Saved with this version.`,
    given: (role: string, on: string, until: string) => `Cleared by ${role} on ${on}, until ${until}.`,
    recordedBy: (who: string, when: string) => `Recorded by ${who}, ${when}.`,
    endedTime: (role: string, on: string, ended: string) =>
      `The clearance by ${role} of ${on} ended on ${ended}. Ask again.`,
    endedFlags: (role: string, on: string) =>
      `The clearance by ${role} of ${on} was for other flags. Ask again.`,
    endedLevel: (role: string, on: string) =>
      `The clearance by ${role} of ${on} was for a softer level. Ask again.`,
    title: (technique: string) => `Clearance for ${technique}`,
    about: 'A rule stops this until someone has agreed. Judge for yourself:',
    lasts: (days: number) =>
      `It counts for ${days} days, or until a flag changes. It stays in the history for ever.`,
    who: (role: string) => `Cleared by: ${role}`,
    own: 'Your own decision',
    on: 'Date',
    onHint: 'When they agreed.',
    reason: 'What was agreed',
    reasonOwn: 'Why you decide so',
    count: (n: number, least: number) =>
      n < least ? `${n} of at least ${least} characters` : `${n} characters`,
    faultDate: (days: number) => `Choose a day in the last ${days} days.`,
    faultReason: (least: number) => `Write at least ${least} characters.`,
    keep: 'Keep with this version',
    missing: 'Record the clearance, or take the technique out.',
    blocked: 'Swap this technique, or take it out.',
    look: 'Not saved yet. A technique is not cleared for this client.',
  },
  starter: {
    without: (names: string) => `without ${names}`,
    insteadOf: (name: string, other: string) => `${other} instead of ${name}`,
    needs: (n: number) => (n === 1 ? 'one needs a clearance' : `${n} need a clearance`),
    nothing: (name: string) => `Nothing of it fits ${name} now.`,
    adjusted: (name: string, what: string) => `“${name}” was adjusted: ${what}.`,
  },
  standing: {
    softer: (level: number) => `Too much since a flag came. Now at most level ${level}.`,
    shorter: 'Too long since a flag came. Holds are shorter now.',
    clearance: (roles: string) => `Stopped since a flag came. Needs ${roles}.`,
    none: 'Stopped since a flag came.',
    adjust: 'Adjust the program',
  },
} as const;
