import type { Draft } from '../../../domain/desk/draft';

/** A part of the builder that reads the draft and changes some of it. */
export interface DraftProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}
