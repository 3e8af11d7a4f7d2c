import { useEffect, useMemo, useRef } from 'preact/hooks';
import { type Drawing, drawingOf } from './drawing';
import { Figure } from './figure';
import { type Motion, momentAt, STILL } from './motion';
import type { PictogramProps } from './pictogram';

/** The drawing itself, in the place that its pictogram keeps. */
export function Picture({ technique, level, side = 'both', motion }: PictogramProps) {
  const drawing = useMemo(() => drawingOf(technique, level) ?? null, [technique, level]);
  const place = useRef<HTMLDivElement>(null);
  useMotion(place, drawing, motion);
  // One of the practice's own, without a photo: its place stays as calm as it was.
  if (!drawing) return <div class="pictogram-none" />;
  const mirrored = side !== 'both' && drawing.shows !== 'both' && side !== drawing.shows;
  return (
    <div ref={place}>
      <Figure key={`${technique} ${level}`} strokes={drawing.at(STILL)} mirrored={mirrored} />
    </div>
  );
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

/** Slow movements need no more pictures than this; a slow phone has other things to do. */
const FRAME_MS = 50;

/** Calls for every frame with the seconds that it has run so far, and rests while nobody can see it. */
function whileSeen(element: HTMLElement | null, paint: (seconds: number) => void): () => void {
  let frame = 0;
  let rest = 0;
  let ran = 0;
  let last: number | null = null;
  const step = (now: number) => {
    ran += last === null ? 0 : now - last;
    last = now;
    paint(ran / 1000);
    rest = setTimeout(() => {
      frame = requestAnimationFrame(step);
    }, FRAME_MS);
  };
  const halt = () => {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
  };
  const watch = new IntersectionObserver((entries) => {
    halt();
    last = null;
    if (entries.at(-1)?.isIntersecting) frame = requestAnimationFrame(step);
  });
  if (element) watch.observe(element);
  return () => {
    watch.disconnect();
    halt();
  };
}
