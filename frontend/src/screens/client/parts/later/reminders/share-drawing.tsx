import { reminders as words } from '../../../../../text/reminders';

/** Two phones: Share at the foot of the browser, and then a slice among the apps. */
export function ShareDrawing() {
  return (
    <svg class="rem-drawing" viewBox="0 0 200 96" role="img" aria-label={words.installDrawing}>
      <path class="line" d="M36 4h40a8 8 0 018 8v72a8 8 0 01-8 8H36a8 8 0 01-8-8V12a8 8 0 018-8zM28 72h56" />
      <path class="ink" d="M56 84V74M52.5 77.5L56 74l3.5 3.5M51 80h-2v9h14v-9h-2" />
      <path class="path" d="M94 48h18" />
      <path class="line" d="M130 4h40a8 8 0 018 8v72a8 8 0 01-8 8h-40a8 8 0 01-8-8V12a8 8 0 018-8z" />
      <path class="apps" d="M133 18h9v9h-9zM158 18h9v9h-9zM133 42h9v9h-9z" />
      <path class="slice" d="M162.5 38a8.5 8.5 0 100 17 8.5 8.5 0 000-17z" />
      <path class="seams" d="M162.5 46.5V39M162.5 46.5l6.5 3.800M162.5 46.5l-6.5 3.800" />
    </svg>
  );
}
