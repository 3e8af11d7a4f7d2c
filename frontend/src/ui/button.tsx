import type { ComponentChildren } from 'preact';
import './button.css';
import { Icon, type IconName } from './icon';

export interface ButtonProps {
  kind?: 'primary' | 'quiet' | 'danger' | 'link';
  wide?: boolean | undefined;
  /** Shows that work is under way and ignores further taps, without losing the keyboard's place. */
  busy?: boolean | undefined;
  type?: 'button' | 'submit';
  onClick?: (() => void) | undefined;
  disabled?: boolean | undefined;
  /** A place to go instead of something to do: drawn the same, but a real link. */
  href?: string | undefined;
  icon?: IconName | undefined;
  /** The sign stands behind the words, e.g. an arrow that leads on. */
  iconEnd?: boolean | undefined;
  label?: string | undefined;
  children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const {
    kind = 'primary',
    wide,
    busy,
    type = 'button',
    onClick,
    disabled,
    href,
    icon,
    iconEnd,
    label,
    children,
  } = props;
  const name = `button button-${kind}${wide ? ' button-wide' : ''}${iconEnd ? ' button-icon-end' : ''}`;
  const inside = (
    <>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </>
  );
  if (href !== undefined) {
    return (
      <a class={name} href={href} onClick={onClick} aria-label={label}>
        {inside}
      </a>
    );
  }
  return (
    <button
      class={name}
      type={type}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-label={label}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.())}
    >
      {inside}
    </button>
  );
}
