import { attention } from '../../../store';
import { text } from '../../../text';
import { Tabs } from '../../../ui';

export function ClientNav({ current }: { current: 'today' | 'history' | 'me' | null }) {
  const words = text.client.nav;
  return (
    <Tabs
      label={words.label}
      tabs={[
        { href: '/today', label: words.today, icon: 'today', current: current === 'today' },
        { href: '/history', label: words.history, icon: 'history', current: current === 'history' },
        {
          href: '/me',
          label: words.me,
          icon: 'person',
          current: current === 'me',
          count: attention.value.length,
        },
      ]}
    />
  );
}
