import type { ComponentType } from 'preact';
import { loadScreeningWords } from '../../../store/content';

/** A piece together with what rules, flags and questions are called, which is data and comes beside it. */
export function withSaid<P extends object>(
  fetchIt: () => Promise<ComponentType<P>>,
): () => Promise<ComponentType<Omit<P, 'said'>>> {
  return async () => {
    const [Piece, said] = await Promise.all([fetchIt(), loadScreeningWords()]);
    return (props) => <Piece {...({ ...props, said } as unknown as P)} />;
  };
}
