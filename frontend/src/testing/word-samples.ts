/** What functions of words are called with when a name and a number alone would tell them nothing, by their key. */
const each = (...values: string[]): string[][] => values.map((value) => [value]);

const KNEE = { region: 'knee', side: 'left' };
const BACK = { region: 'lower_back', side: 'middle' };
const changes = (where: string): object[][] =>
  ['eased', 'stronger', 'level'].map((how) => [{ where, how, from: KNEE, to: BACK }]);

export const SAMPLES: Record<string, readonly (readonly unknown[])[]> = {
  'body.place': each('knee', 'lower_back', 'abdomen_contact_only', 'foot_sole'),
  'body.area': [[KNEE], [BACK]],
  'body.side': each('left', 'middle', 'right', 'both'),
  'body.change': ['none', 'new', 'gone', 'same', 'shrank', 'spread', 'moved'].flatMap(changes),
  'dose.hurt': ['sharp', 'burning', 'electric', 'numb', 'spreading', 'too_much'].flatMap((felt) =>
    ['left', 'right', 'both'].map((side) => ['Scalp glide', felt, side]),
  ),
  'dose.back': ['rests', 'softer', 'shorter'].map((how) => ['Scalp glide', how]),
  'dose.worse': ['rests', 'softer', 'shorter'].map((how) => ['Scalp glide', how]),
  'dose.strong': ['rests', 'softer', 'shorter'].map((how) => ['Scalp glide', how, 7]),
  'dose.figures': [['4 min 30 s', '5 min']],
  'guide.nowSide': each('left', 'right', 'both'),
  'player.play.nowSide': each('left', 'right', 'both'),
  'guide.asked': each('start', 'during', 'end').map(([moment]) => [moment, 3]),
  'guide.answer': each('more', 'good', 'top', 'over', 'stop'),
  'intake.list': [[['Left knee', 'Right calf']]],
  'intake.agreedIs': each('Yes'),
  'intake.reminders': each('Yes'),
  'intake.detail': [['Wound', ['Left knee', '3 May 2026']]],
  'reminders.when': [
    ['today', '', '07:00'],
    ['named', 'Monday', '07:00'],
  ],
  'player.tool': each(
    'two_balls_sock',
    'tennis_ball',
    'soft_ball',
    'lacrosse_ball',
    'golf_ball',
    'roller_soft',
    'roller_firm',
    'massage_stick',
    'hooked_cane',
    'hands',
  ),
  'player.side': each('left', 'right', 'both'),
  'player.position': each(
    'supine',
    'side_lying',
    'prone',
    'seated',
    'long_sitting',
    'standing',
    'standing_wall',
  ),
  'player.needs': [
    [['tennis_ball', 'none'], ['wall']],
    [[], []],
  ],
  'player.minutes': [[90]],
  'player.clock': [[30], [90]],
  'player.start.today': [[3, '6 min']],
  'guide.start.swap': [[1, 'Hands', true]],
  'player.play.calm': [],
  'player.play.cue.hold': each(
    'sustained_hold',
    'slow_roll',
    'active_movement',
    'position_of_ease',
    'skin_glide',
    'breath',
    'another',
  ).map(([style]) => [style, 3]),
  'guide.skipped.reason': each('no_time', 'no_tool', 'too_sore', 'other'),
  'player.hurt.title': [[['tennis_ball']], [['hands']]],
  'player.hurt.feeling': each('sharp', 'burning', 'electric', 'numb', 'spreading', 'too_much'),
  'guide.hurt.softer': [['hands', 1]],
  'player.after.sensation': each(
    'warmth',
    'stretching',
    'tingling',
    'relaxed',
    'sore',
    'tired',
    'emotional',
    'nothing',
  ),
};
