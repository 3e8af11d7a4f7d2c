import type { Draft } from '../../../domain/desk/draft';
import type { Verdicts } from '../../../domain/desk/verdicts';

/** Whom the program is for: what the rules say about her on her day. */
export interface ForClient {
  name: string;
  verdicts: Verdicts;
  today: string;
  zone: string;
}

/** A part of the builder that reads the draft and changes some of it. The draft is within the client's limits. */
export interface DraftProps {
  client: ForClient;
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
}
