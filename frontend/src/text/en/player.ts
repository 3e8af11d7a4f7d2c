/** Words of the practice: read from two metres, half asleep, or in pain. Verbs first, nothing promised. */
import type { Feeling, Sensation } from '../../domain/logs';
import type { PhaseKind } from '../../domain/phases';
import type { Side } from '../../domain/program';

const TOOLS: Record<string, string> = {
  two_balls_sock: '2 balls in a sock',
  tennis_ball: 'tennis ball',
  soft_ball: 'soft ball',
  lacrosse_ball: 'lacrosse ball',
  golf_ball: 'golf ball',
  roller_soft: 'soft roller',
  roller_firm: 'firm roller',
  massage_stick: 'massage stick',
  hooked_cane: 'hooked cane',
  hands: 'your hands',
};

const POSITIONS: Record<string, string> = {
  supine: 'On your back',
  side_lying: 'On your side',
  prone: 'Face down',
  seated: 'Sitting',
  long_sitting: 'Sitting on the floor',
  standing: 'Standing',
  standing_wall: 'At the wall',
};

const SIDES: Record<Side, string> = { left: 'Left side', right: 'Right side', both: '' };

const NOW_SIDE: Record<Side, string> = { left: 'Now the left', right: 'Now the right', both: '' };

const HOLD_CUES: Record<string, string> = {
  sustained_hold: 'Stay on the tender spot.',
  slow_roll: 'Rest on the tender spot.',
  active_movement: 'Stay here.',
  position_of_ease: 'Rest here. Let your weight sink.',
  skin_glide: 'Hold the skin where it moves with ease.',
  breath: 'Rest here. Let the breath come and go.',
};

/** Where something may ache. */
const ACHES = ['sustained_hold', 'slow_roll', 'active_movement'];
const CALM = ['breath', 'position_of_ease'];

const FEELINGS: Record<Feeling, { name: string; like: string }> = {
  sharp: { name: 'Sharp', like: 'like a stab' },
  burning: { name: 'Burning', like: 'hot, raw' },
  electric: { name: 'Electric', like: 'like a shock' },
  numb: { name: 'Numb', like: 'no feeling, pins and needles' },
  spreading: { name: 'Spreading', like: 'runs down an arm or leg' },
  too_much: { name: 'Just too much', like: 'the same ache, but too strong' },
};

const SENSATIONS: Record<Sensation, string> = {
  warmth: 'Warm',
  stretching: 'Stretching, opening',
  tingling: 'Tingling',
  relaxed: 'Relaxed',
  sore: 'Sore',
  tired: 'Tired',
  emotional: 'Emotional',
  nothing: 'Nothing much',
};

const tool = (id: string): string => TOOLS[id] ?? id.replaceAll('_', ' ');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const player = {
  tool,
  side: (side: Side): string => SIDES[side],
  position: (id: string): string => POSITIONS[id] ?? '',
  /** "Standing at the wall · tennis ball, wall" */
  needs: (tools: readonly string[], props: readonly string[]): string =>
    capital([...tools.filter((id) => id !== 'none').map(tool), ...props.map(tool)].join(', ')),
  minutes: (seconds: number): string => `${Math.max(1, Math.round(seconds / 60))} min`,
  clock: (seconds: number): string =>
    seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,

  start: {
    title: 'Before you start',
    today: (techniques: number, minutes: string) =>
      `${techniques} ${techniques === 1 ? 'technique' : 'techniques'}, about ${minutes}`,
    pain: 'How strong is your pain now?',
    usual: 'All as usual – start',
    usualWithout: 'All as usual – start without a number',
    start: 'Start',
    different: 'Something is different today',
    unsaved: 'This phone could not note your answer. You can start all the same.',
    back: 'Back to today',
    strong: 'That is strong. Rest today, and tell your therapist.',
  },

  closed: {
    title: 'Not yet',
    gate: 'Answer the safety questions first. Then your program opens.',
    questions: 'Answer the questions',
    unchecked: 'The safety rules are not on this phone yet. Find a network, then try again.',
    pausing: 'What is planned today does not fit what you told us.',
    none: 'There is no program on this phone yet. Ask your therapist, or try again with a network.',
    rest: 'Nothing is planned for today. Enjoy the rest.',
    allResting: 'What is planned today is resting. Your therapist looks at it first.',
    unsaved: 'Your phone could not start the practice. Nothing is lost. Try again.',
    again: 'Try again',
  },

  play: {
    of: (number: number, of: number) => `${number} of ${of}`,
    phase: {
      setup: 'Get in place',
      find: 'Find the spot',
      hold: 'Hold',
      roll: 'Roll slowly',
      move: 'Move slowly',
      turn: 'Change sides',
    } satisfies Record<PhaseKind, string>,
    settle: 'Settle in',
    findNext: 'Move to the next spot',
    glide: 'Slide slowly',
    nowSide: (side: Side): string => NOW_SIDE[side],
    found: 'Found one',
    sound: 'Sound',
    soundAndScreen: 'Sound and screen',
    rest: 'Rest',
    spot: (spot: number, spots: number) => (spots > 1 ? `Spot ${spot} of ${spots}` : ''),
    calm: (style: string): boolean => CALM.includes(style),
    cue: {
      setup: 'Need longer? Press Pause.',
      find: 'Move a little until you find a tender place.',
      findCalm: 'Get comfortable.',
      turn: 'Take your time.',
      roll: (most: number) => `About 3 seconds each way. Stay at a good ache, ${most} or less.`,
      move: 'Small and easy. Keep the pressure light.',
      /** `most`: the most discomfort that is fine for her. */
      hold: (style: string, most: number): string => {
        const cue = HOLD_CUES[style] ?? 'Stay here and breathe.';
        return ACHES.includes(style) ? `${cue} A good ache, ${most} or less.` : cue;
      },
    },
    breath: { in: 'breathe in', out: 'breathe out' },
    seconds: 'seconds left',
    paused: 'Paused',
    comingBack: 'Get ready',
    steps: 'Steps',
    feel: 'How it should feel',
    ask: 'Ask a question',
    note: (therapist: string) => `From ${therapist}`,
    back: 'Back',
    pause: 'Pause',
    resume: 'Go on',
    next: 'Next',
    skip: 'Skip',
    end: 'End here',
    hurts: 'This hurts',
    dim: 'Dark screen',
    dark: 'Dark',
    light: 'Tap to light the screen',
    keys: 'Keys: space pauses, arrows go back and next, H means this hurts.',
    unsaved:
      'This phone cannot keep your place right now. You can go on. Do not close this page before you have saved.',
    secondsLong: (seconds: number) => `${seconds} seconds`,
  },

  hurt: {
    /** The first line is the action, before any question. */
    title: (tools: readonly string[]) =>
      tools.some((id) => id !== 'hands' && id !== 'none')
        ? 'Stop now. Take the tool away. Rest.'
        : 'Stop now. Let go. Rest.',
    tooMuch: 'That is too much.',
    ask: 'What did you feel?',
    feeling: (feeling: Feeling) => FEELINGS[feeling],
    mistake: 'It did not hurt. Go back',
    end: 'End here',
  },

  after: {
    title: 'How is it now?',
    done: (minutes: number, seconds: number) =>
      minutes === 0 ? `Done · ${seconds} s` : `Done · ${minutes} min${seconds ? ` ${seconds} s` : ''}`,
    pain: 'Pain now',
    before: (pain: number) => `Before you started: ${pain}`,
    felt: 'What did you feel?',
    sensation: (sensation: Sensation): string => SENSATIONS[sensation],
    word: 'A word for your therapist',
    wordHint: 'Only if you like.',
    care: 'Have some water and a gentle walk if you like.',
    soreness:
      'For up to 2 days you may feel sore, tired, warm or light. Your known ache may be a bit stronger, and feelings may come up. It gets less each day. Tomorrow we may ask how it is. If it lasts longer, or gets worse, tell your therapist.',
    emotional:
      'Feelings can come up. That is all right. Stop, feel your feet, breathe. Talk to someone you trust if you like.',
    save: 'Save',
    unsaved: 'Not saved. Your phone has no room for it, or did not allow it.',
    unsavedHint: 'Nothing is lost: your practice stays on this page. Make some room, then save again.',
    saved: 'Saved',
    full: (done: number, of: number) => `${done} of ${of} ${of === 1 ? 'technique' : 'techniques'} done`,
    praise: (minutes: number) =>
      minutes < 1
        ? 'You took a moment for yourself.'
        : `You took ${minutes === 1 ? 'a minute' : `${minutes} minutes`} for yourself.`,
    onPhone: 'Safe on this phone. It goes to your therapist when there is a network.',
    sent: 'Your therapist can read it now.',
    today: 'Back to today',
    nothing: 'There is no practice to finish.',
  },
};
