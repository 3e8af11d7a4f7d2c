import type { ComponentChildren } from 'preact';

interface FrameProps {
  box?: string;
  class?: string;
  children: ComponentChildren;
}

export function Frame({ box = '0 0 320 132', class: own, children }: FrameProps) {
  return (
    <svg class={own ? `learn-art ${own}` : 'learn-art'} viewBox={box} aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

/** The direction of a movement. */
export function Dots({ d, head }: { d: string; head: string }) {
  return (
    <>
      <path class="art-dots" d={d} />
      <path class="art-head" d={head} />
    </>
  );
}

interface FigureProps {
  head: [number, number];
  torso: string;
  legs?: string;
  arms?: string;
  /** The other person, or the one further away. */
  far?: boolean;
}

/** A person in round strokes, seen from the side. */
export function Figure({ head, torso, legs, arms, far }: FigureProps) {
  return (
    <g class={far ? 'art-figure art-figure-far' : 'art-figure'}>
      <circle cx={head[0]} cy={head[1]} r="10" />
      {legs && <path class="art-leg" d={legs} />}
      <path class="art-torso" d={torso} />
      {arms && <path class="art-arm" d={arms} />}
    </g>
  );
}
