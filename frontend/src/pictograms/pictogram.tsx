import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Drawing } from './drawing';
import { Figure } from './figure';
import { type Motion, momentAt, STILL } from './motion';
import './pictogram.css';

export interface PictogramProps {
  technique: string;
  level: number;
  /** `both` shows the picture as it was drawn. */
  side?: 'left' | 'right' | 'both';
  motion?: Motion;
  /** What the picture shows, where no words beside it say so. */
  label?: string;
}

/** How a technique is done, in one picture; it keeps its place until the drawings are there. */
export function Pictogram({ technique, level, side = 'both', motion, label }: PictogramProps) {
  const drawing = useDrawing(technique, level);
  const place = useRef<HTMLDivElement>(null);
  useMotion(place, drawing, motion);
  const mirrored = drawing !== null && side !== 'both' && drawing.shows !== 'both' && side !== drawing.shows;
  const named = label
    ? ({ role: 'img', 'aria-label': label } as const)
    : ({ 'aria-hidden': 'true' } as const);
  return (
    <div class="pictogram" ref={place} {...named}>
      {drawing && <Figure key={`${technique} ${level}`} strokes={drawing.at(STILL)} mirrored={mirrored} />}
    </div>
  );
}

let drawings: typeof import('./drawing') | null = null;

function useDrawing(technique: string, level: number): Drawing | null {
  const [, arrived] = useState(drawings !== null);
  useEffect(() => {
    if (drawings) return;
    let wanted = true;
    import('./drawing').then(
      (module) => {
        drawings = module;
        if (wanted) arrived(true);
      },
      // Only an ornament is missing: the words beside it say everything, and the next page asks again.
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const ready = drawings;
  return useMemo(() => ready?.drawingOf(technique, level) ?? null, [ready, technique, level]);
}

/** Draws on its own while it runs and is seen: no component is rendered for a frame. */
function useMotion(place: { current: HTMLElement | null }, drawing: Drawing | null, motion?: Motion): void {
  const { kind = 'still', periodS = 4, running = false } = motion ?? {};
  useEffect(() => {
    const paths = [...(place.current?.querySelectorAll('path') ?? [])];
    if (!drawing || paths.length === 0) return;
    const paint = (seconds: number) => {
      for (const [index, stroke] of drawing.at(momentAt(kind, periodS, seconds)).entries()) {
        paths[index]?.setAttribute('d', stroke.d);
      }
    };
    if (kind === 'still' || matchMedia('(prefers-reduced-motion: reduce)').matches) return paint(0);
    if (!running) return;
    return whileSeen(place.current, paint);
  }, [drawing, kind, periodS, running, place]);
}

/** Calls for every frame with the seconds that it has run so far, and rests while nobody can see it. */
function whileSeen(element: HTMLElement | null, paint: (seconds: number) => void): () => void {
  let frame = 0;
  let ran = 0;
  let last: number | null = null;
  const step = (now: number) => {
    ran += last === null ? 0 : now - last;
    last = now;
    paint(ran / 1000);
    frame = requestAnimationFrame(step);
  };
  const watch = new IntersectionObserver((entries) => {
    cancelAnimationFrame(frame);
    last = null;
    if (entries.at(-1)?.isIntersecting) frame = requestAnimationFrame(step);
  });
  if (element) watch.observe(element);
  return () => {
    watch.disconnect();
    cancelAnimationFrame(frame);
  };
}
