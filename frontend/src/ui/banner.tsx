import type { ComponentChildren } from 'preact';
import './banner.css';
import { Icon, type IconName } from './icon';

export interface BannerProps {
  tone: 'calm' | 'warn' | 'urgent';
  title?: string | undefined;
  icon?: IconName | undefined;
  children?: ComponentChildren;
  action?: ComponentChildren;
}

const SIGN: Record<BannerProps['tone'], IconName> = { calm: 'check', warn: 'waiting', urgent: 'warning' };

export function Banner({ tone, title, icon, children, action }: BannerProps) {
  return (
    <div class={`banner banner-${tone}`} role={tone === 'urgent' ? 'alert' : 'status'}>
      <Icon name={icon ?? SIGN[tone]} />
      <div class="banner-words">
        {title && <p class="banner-title">{title}</p>}
        {children}
        {action && <div class="banner-action">{action}</div>}
      </div>
    </div>
  );
}
