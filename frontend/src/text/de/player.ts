/** Words of the practice itself in German: read from two metres, half asleep, or in pain. */
import type { Feeling, Sensation } from '../../domain/logs';
import type { Side } from '../../domain/program';
import type { PlayerWords } from '../player';
import { plural } from '../plural';

const TOOLS: Record<string, string> = {
  two_balls_sock: '2 Bälle in einer Socke',
  tennis_ball: 'Tennisball',
  soft_ball: 'weicher Ball',
  lacrosse_ball: 'Lacrosseball',
  golf_ball: 'Golfball',
  roller_soft: 'weiche Rolle',
  roller_firm: 'feste Rolle',
  massage_stick: 'Massagestab',
  hooked_cane: 'Massagehaken',
  hands: 'deine Hände',
  wall: 'Wand',
  chair: 'Stuhl',
  table: 'Tisch',
  mat: 'Matte',
  pillow: 'Kissen',
  towel: 'Handtuch',
};

const POSITIONS: Record<string, string> = {
  supine: 'Auf dem Rücken',
  side_lying: 'Auf der Seite',
  prone: 'Auf dem Bauch',
  seated: 'Im Sitzen',
  long_sitting: 'Im Sitzen auf dem Boden',
  standing: 'Im Stehen',
  standing_wall: 'An der Wand',
};

const SIDES: Record<Side, string> = { left: 'Linke Seite', right: 'Rechte Seite', both: '' };

const NOW_SIDE: Record<Side, string> = { left: 'Jetzt links', right: 'Jetzt rechts', both: '' };

const HOLD_CUES: Record<string, string> = {
  sustained_hold: 'Bleib auf der empfindlichen Stelle.',
  slow_roll: 'Ruh auf der empfindlichen Stelle.',
  active_movement: 'Bleib hier.',
  position_of_ease: 'Ruh dich hier aus. Lass dein Gewicht sinken.',
  skin_glide: 'Halt die Haut dort, wo sie sich leicht verschieben lässt.',
  breath: 'Ruh dich hier aus. Lass den Atem kommen und gehen.',
};

const ACHES = ['sustained_hold', 'slow_roll', 'active_movement'];
const CALM = ['breath', 'position_of_ease'];

const FEELINGS: Record<Feeling, { name: string; like: string }> = {
  sharp: { name: 'Stechend', like: 'wie ein Stich' },
  burning: { name: 'Brennend', like: 'heiß, wund' },
  electric: { name: 'Elektrisch', like: 'wie ein Stromschlag' },
  numb: { name: 'Taub', like: 'kein Gefühl, Ameisenlaufen' },
  spreading: { name: 'Ausstrahlend', like: 'zieht in Arm oder Bein' },
  too_much: { name: 'Einfach zu viel', like: 'derselbe Zug, nur zu stark' },
};

const SENSATIONS: Record<Sensation, string> = {
  warmth: 'Warm',
  stretching: 'Dehnend, öffnend',
  tingling: 'Kribbelnd',
  relaxed: 'Gelöst',
  sore: 'Wie Muskelkater',
  tired: 'Müde',
  emotional: 'Bewegt',
  nothing: 'Nichts Besonderes',
};

const tool = (id: string): string => TOOLS[id] ?? id.replaceAll('_', ' ');
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export const player: PlayerWords = {
  tool,
  side: (side) => SIDES[side],
  position: (id) => POSITIONS[id] ?? '',
  needs: (tools, props) =>
    capital([...tools.filter((id) => id !== 'none').map(tool), ...props.map(tool)].join(', ')),
  minutes: (seconds) => `${Math.max(1, Math.round(seconds / 60))} min`,
  clock: (seconds) =>
    seconds < 60 ? String(seconds) : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`,

  start: {
    title: 'Bevor du beginnst',
    today: (techniques, minutes) => `${plural(techniques, 'Übung', 'Übungen')}, etwa ${minutes}`,
    pain: 'Wie stark ist dein Schmerz jetzt?',
    usual: 'Alles wie immer – Start',
    usualWithout: 'Alles wie immer – Start ohne Zahl',
    start: 'Start',
    different: 'Heute ist etwas anders',
    unsaved: 'Dieses Handy konnte deine Antwort nicht behalten. Du kannst trotzdem beginnen.',
    back: 'Zurück zu heute',
    strong: 'Das ist stark. Ruh dich heute aus und sag es in deiner Praxis.',
  },

  closed: {
    title: 'Noch nicht',
    gate: 'Beantworte zuerst die Sicherheitsfragen. Dann öffnet sich dein Programm.',
    questions: 'Fragen beantworten',
    unchecked:
      'Die Sicherheitsregeln sind noch nicht auf diesem Handy. Such ein Netz und versuch es dann noch einmal.',
    pausing: 'Was heute geplant ist, passt nicht zu deinen Angaben.',
    none: 'Auf diesem Handy ist noch kein Programm. Frag in deiner Praxis, oder versuch es mit Netz noch einmal.',
    rest: 'Für heute ist nichts geplant. Genieß die Ruhe.',
    allResting: 'Was heute geplant ist, pausiert. Deine Praxis sieht es sich zuerst an.',
    unsaved: 'Dein Handy konnte das Üben nicht beginnen. Nichts ist verloren. Versuch es noch einmal.',
    again: 'Noch einmal versuchen',
  },

  play: {
    of: (number, of) => `${number} von ${of}`,
    phase: {
      setup: 'Leg dich zurecht',
      find: 'Such die Stelle',
      hold: 'Halten',
      roll: 'Langsam rollen',
      move: 'Langsam bewegen',
      turn: 'Seite wechseln',
    },
    settle: 'Komm an',
    findNext: 'Geh zur nächsten Stelle',
    glide: 'Langsam gleiten',
    nowSide: (side) => NOW_SIDE[side],
    found: 'Gefunden',
    sound: 'Ton',
    soundAndScreen: 'Ton und Bildschirm',
    rest: 'Ruhen',
    spot: (spot, spots) => (spots > 1 ? `Stelle ${spot} von ${spots}` : ''),
    calm: (style) => CALM.includes(style),
    cue: {
      setup: 'Brauchst du länger? Drück auf Pause.',
      find: 'Beweg dich ein wenig, bis du eine empfindliche Stelle findest.',
      findCalm: 'Mach es dir bequem.',
      turn: 'Lass dir Zeit.',
      roll: (most) => `Etwa 3 Sekunden in jede Richtung. Bleib bei einem angenehmen Zug, höchstens ${most}.`,
      move: 'Klein und leicht. Halt den Druck sanft.',
      hold: (style, most) => {
        const cue = HOLD_CUES[style] ?? 'Bleib hier und atme.';
        return ACHES.includes(style) ? `${cue} Ein angenehmer Zug, höchstens ${most}.` : cue;
      },
    },
    breath: { in: 'einatmen', out: 'ausatmen' },
    seconds: 'Sekunden übrig',
    paused: 'Pause',
    comingBack: 'Gleich los',
    steps: 'Schritte',
    feel: 'So soll es sich anfühlen',
    ask: 'Etwas fragen',
    note: (therapist) => `Von ${therapist}`,
    back: 'Zurück',
    pause: 'Pause',
    resume: 'Weiter',
    next: 'Vor',
    skip: 'Auslassen',
    end: 'Beenden',
    hurts: 'Das tut weh',
    dim: 'Dunkler Bildschirm',
    dark: 'Dunkel',
    light: 'Tippe, um den Bildschirm zu sehen',
    keys: 'Tasten: Leertaste hält an, Pfeile gehen zurück und weiter, H heißt: Das tut weh.',
    unsaved:
      'Dieses Handy kann sich gerade nicht merken, wo du bist. Du kannst weitermachen. Schließ die Seite nicht, bevor du gespeichert hast.',
    secondsLong: (seconds) => plural(seconds, 'Sekunde', 'Sekunden'),
  },

  hurt: {
    title: (tools) =>
      tools.some((id) => id !== 'hands' && id !== 'none')
        ? 'Hör jetzt auf. Nimm das Hilfsmittel weg. Ruh dich aus.'
        : 'Hör jetzt auf. Lass los. Ruh dich aus.',
    tooMuch: 'Das ist zu viel.',
    ask: 'Was hast du gespürt?',
    feeling: (feeling) => FEELINGS[feeling],
    mistake: 'Es hat nicht weh getan. Zurück',
    end: 'Hier beenden',
  },

  after: {
    title: 'Wie ist es jetzt?',
    done: (minutes, seconds) =>
      minutes === 0
        ? `Geschafft · ${seconds} s`
        : `Geschafft · ${minutes} min${seconds ? ` ${seconds} s` : ''}`,
    pain: 'Schmerz jetzt',
    before: (pain) => `Vor dem Beginn: ${pain}`,
    felt: 'Was hast du gespürt?',
    sensation: (sensation) => SENSATIONS[sensation],
    word: 'Ein Wort an deine Praxis',
    wordHint: 'Nur wenn du magst.',
    care: 'Trink etwas Wasser und geh ein paar Schritte, wenn du magst.',
    soreness:
      'Bis zu 2 Tage lang kannst du empfindlich, müde, warm oder leicht sein. Dein bekannter Schmerz kann etwas stärker sein, Gefühle können kommen. Jeden Tag wird es weniger. Morgen fragen wir vielleicht, wie es ist. Dauert es länger oder wird es stärker, sag es deiner Praxis.',
    emotional:
      'Gefühle können hochkommen. Das ist in Ordnung. Hör auf, spür deine Füße, atme. Sprich mit jemandem, dem du vertraust, wenn du magst.',
    save: 'Speichern',
    unsaved: 'Nicht gespeichert. Dein Handy hat keinen Platz dafür oder hat es nicht erlaubt.',
    unsavedHint:
      'Nichts ist verloren: Dein Üben bleibt auf dieser Seite. Schaff etwas Platz und speichere dann noch einmal.',
    saved: 'Gespeichert',
    full: (done, of) => `${done} von ${of} ${of === 1 ? 'Übung' : 'Übungen'} gemacht`,
    praise: (minutes) =>
      minutes < 1
        ? 'Du hast dir einen Moment genommen.'
        : `Du hast dir ${minutes === 1 ? 'eine Minute' : `${minutes} Minuten`} Zeit genommen.`,
    onPhone: 'Sicher auf diesem Handy. Es geht an deine Praxis, sobald es Netz gibt.',
    sent: 'Deine Praxis kann es jetzt lesen.',
    today: 'Zurück zu heute',
    nothing: 'Es gibt kein Üben abzuschließen.',
  },
};
