/** What a practice made its own, for the desk's screens. */
import type { SignOffs, Thresholds } from '../api/desk-content';
import { blankTechnique, type OwnTechnique, toWire } from '../domain/desk/own-technique';

export const signOffs: SignOffs = {
  parts: [
    { part: 'rules', label: 'rules', version: 'a1', signed: null },
    { part: 'flags', label: 'flags', version: 'b1', signed: null },
    {
      part: 'techniques',
      label: 'techniques',
      version: 'c1',
      signed: { name: 'Dr. Ito', role: 'physician', at: '2026-11-20T09:00:00Z' },
    },
    { part: 'own:own-1', label: 'Shoulder at the door', version: '2', signed: null },
  ],
  history: [
    {
      part: 'techniques',
      version: 'c1',
      name: 'Dr. Ito',
      role: 'physician',
      at: '2026-11-20T09:00:00Z',
    },
  ],
};

export const thresholds: Thresholds = {
  thresholds: [
    {
      id: 'neck',
      label: 'Days without pressure on a hurt neck',
      unit: 'days',
      value: 42,
      default: 42,
      low: 35,
      high: 180,
      stricter: 'higher',
      why: 'Our own choice.',
    },
    {
      id: 'gate',
      label: 'Pain from which only rest is offered',
      unit: 'of 10',
      value: 6,
      default: 8,
      low: 4,
      high: 8,
      stricter: 'lower',
      why: 'Our own choice.',
    },
  ],
  history: [
    {
      id: 'h1',
      threshold: 'gate',
      from: 8,
      to: 6,
      by: { id: 't1', name: 'Marit' },
      at: '2026-11-21T09:00:00Z',
      reason: 'We work with very sore people.',
    },
  ],
};

const { levels, ...told } = toWire({
  ...blankTechnique(),
  name: 'Shoulder at the door',
  regions: ['shoulder_top'],
  feel: 'A dull, good ache.',
  caution: ['bruises_easily'],
});

export const own: OwnTechnique = {
  ...told,
  ...{
    id: 'own-1',
    version: 2,
    language: 'en' as const,
    signoff: null,
    at: '2026-11-21T09:00:00Z',
    retired: false,
  },
  by: { id: 't1', name: 'Marit' },
  photo: { url: '/api/v1/photos/p1', alt: 'A ball at a door frame' },
  levels: levels.map((level) => ({
    ...level,
    steps: ['Stand beside the door.', 'Lean into the ball.', 'Breathe slowly.'],
    tools: ['soft_ball'],
    pos: ['standing_wall'],
  })),
};
