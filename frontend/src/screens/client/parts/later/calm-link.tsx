import { care } from '../../../../text/care';
import { Button } from '../../../../ui';

/** The way to the quiet page, for when feelings have come up. */
export function CalmLink({ to }: { to: string }) {
  return (
    <Button kind="link" href={to} icon="next" iconEnd>
      {care.calm.open}
    </Button>
  );
}
