import { useEffect, useState } from 'preact/hooks';
import type { Photo } from '../domain/program';
import type { Motion } from './motion';
import './pictogram.css';

export interface PictogramProps {
  technique: string;
  level: number;
  /** `both` shows the picture as it was drawn. */
  side?: 'left' | 'right' | 'both';
  motion?: Motion;
  /** Of a technique of the practice's own, which nobody has drawn. */
  photo?: Photo | null | undefined;
  /** What the picture shows, where no words beside it say so. */
  label?: string | undefined;
}

let picture: typeof import('./picture') | null = null;

/** How a technique is done, in one picture; it keeps its place until the drawings have come, in a part of their own. */
export function Pictogram(props: PictogramProps) {
  const [, come] = useState(picture !== null);
  useEffect(() => {
    if (picture) return;
    let wanted = true;
    import('./picture').then(
      (here) => {
        picture = here;
        if (wanted) come(true);
      },
      // Only an ornament is missing: the words beside it say everything, and the next page asks again.
      (error: unknown) => reportError(error),
    );
    return () => {
      wanted = false;
    };
  }, []);
  const { label, photo } = props;
  const named = label
    ? ({ role: 'img', 'aria-label': label } as const)
    : ({ 'aria-hidden': 'true' } as const);
  return (
    <div class="pictogram" {...named}>
      {photo ? <img src={photo.url} alt="" /> : picture && <picture.Picture {...props} />}
    </div>
  );
}
