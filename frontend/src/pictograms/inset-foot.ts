/** The foot beside a figure, large enough to see where on its sole the tool is. */
import { CLOSE_RADIUS } from './closeups';
import { FLOOR_OF_FOOT, FOOT, SOLE } from './closeups/foot';
import type { BodyPose, FootInset } from './format';
import { framed } from './frames';
import { between, type P, plus, times } from './geometry';
import { box, disc, type Stroke, soft, stroke } from './strokes';

const SCALE = 0.46;
const PANEL = { width: 40, height: 46, corner: 4 } as const;
/** What of the close-up stands in the middle of the panel. */
const MIDDLE: P = [68, 44];

export function footInset(pose: BodyPose, { at }: FootInset, phase: number): Stroke[] {
  const frames = (pose.frames ?? []).map((frame) => ({ tools: frame.tools ?? [] }));
  const tool = framed({ tools: pose.tools ?? [] }, frames as never, phase).tools[0];
  if (!tool || tool.kind === 'hands') return [];
  const to = (p: P): P => plus(at, times(plus(p, times(MIDDLE, -1)), SCALE));
  const r = CLOSE_RADIUS[tool.kind];
  const sole = alongSole(tool.on[2]);
  const ball: P = [sole[0], sole[1] + r - 0.8];
  // The ball stays on the floor; the foot rises with it.
  const lift = FLOOR_OF_FOOT - ball[1] - r;
  const { width, height, corner } = PANEL;
  const strokes: Stroke[] = [
    box('block', at[0] - width / 2, at[1] - height / 2, width, height, corner),
    stroke('line', 1.8, [to([34, FLOOR_OF_FOOT + 2]), to([104, FLOOR_OF_FOOT + 2])]),
    disc('tool', to(plus(ball, [0, lift])), r * SCALE),
    {
      ink: 'near',
      d: soft(
        FOOT.map((p) => to(plus(p, [0, lift]))),
        true,
      ),
    },
  ];
  return strokes.map((one) => ({ ...one, small: true }));
}

/** A place on the sole: 0 at the heel, 1 at the toes. */
function alongSole(t: number): P {
  const place = Math.min(1, Math.max(0, t)) * (SOLE.length - 1);
  const from = Math.min(Math.floor(place), SOLE.length - 2);
  const a = SOLE[from] ?? [0, 0];
  return between(a, SOLE[from + 1] ?? a, place - from);
}
