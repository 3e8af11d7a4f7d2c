import './tabs.css';
import { Icon, type IconName } from './icon';

export interface Tab {
  href: string;
  label: string;
  icon: IconName;
  current: boolean;
  /** A number beside the icon, e.g. of things that need a look. */
  count?: number | undefined;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a class="tab" key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          <Icon name={tab.icon} />
          <span>{tab.label}</span>
          {tab.count ? <span class="tab-count">{tab.count}</span> : null}
        </a>
      ))}
    </nav>
  );
}
