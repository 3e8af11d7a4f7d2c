import { text } from '../../../text';
import { Button } from '../../../ui';

interface LearnLinkProps {
  /** The card that fits here; without one, all of them. */
  to?: 'feel' | 'stop' | 'next-days';
}

/** A way to the cards from where a question comes up. */
export function LearnLink({ to }: LearnLinkProps) {
  return (
    <Button kind="link" href={to ? `/learn/${to}` : '/learn'} icon="next" iconEnd>
      {text.client.learn[to ?? 'all']}
    </Button>
  );
}
