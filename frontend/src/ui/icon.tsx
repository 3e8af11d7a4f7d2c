import './icon.css';

export const PATHS = {
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  close: 'M6 6l12 12M18 6L6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  up: 'M6 14l6-6 6 6',
  down: 'M6 10l6 6 6-6',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 5.5v13l10.5-6.5z',
  today: 'M12 3.5a8.5 8.5 0 100 17 8.5 8.5 0 000-17zM12 12V3.5M12 12l7.4 4.2M12 12l-7.4 4.2',
  history: 'M5 6.5h14v13H5zM5 10.5h14M9 4v4M15 4v4',
  person: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  cloud: 'M7 18.5h10a4 4 0 00.5-7.97A6 6 0 006 9.6 4.5 4.5 0 007 18.5z',
  waiting: 'M12 20a8 8 0 100-16 8 8 0 000 16zM12 8v4.5l3 2',
  warning: 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17v.1',
  lock: 'M6.5 11h11v9h-11zM9 11V8a3 3 0 016 0v3',
  phone:
    'M8 3h8a1.5 1.5 0 011.5 1.5v15A1.5 1.5 0 0116 21H8a1.5 1.5 0 01-1.5-1.5v-15A1.5 1.5 0 018 3zM11 18h2',
  download: 'M12 4v11M8 11l4 4 4-4M5 19.5h14',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 11v5.5M13.5 11v5.5',
  ask: 'M4 5h16v11h-8l-4.5 4v-4H4z',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l4.5 4.5',
} as const;

/** Signs that point along the line of reading; they turn where that runs from right to left. */
const POINTING: ReadonlySet<string> = new Set(['back', 'next']);

export type IconName = keyof typeof PATHS;

/** A sign beside words; it never stands alone, so that a screen reader does not need it. */
export function Icon({ name, size = 1.5 }: { name: IconName; size?: number }) {
  return (
    <svg
      class={POINTING.has(name) ? 'icon icon-pointing' : 'icon'}
      viewBox="0 0 24 24"
      style={{ inlineSize: `${size}rem` }}
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
