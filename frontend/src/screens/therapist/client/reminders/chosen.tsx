import { isSilenced } from '../../../../domain/desk/reminders';
import type { RemindersFile } from '../../../../sync/desk/reminders';
import { desk } from '../../../../text/desk';
import { daysWords } from '../../parts/dose-words';
import { todayIn } from '../../parts/when';
import { besideWords } from './words';

/** What was chosen: each time with its days, and what goes with all of them. */
export function Chosen({ file, zone }: { file: RemindersFile; zone: string }) {
  if (file.slots.length === 0) return null;
  return (
    <div class="stack-tight">
      <ul class="reminder-times">
        {file.slots.map((slot) => (
          <li key={`${slot.time} ${slot.days.join()}`} class={slot.enabled ? '' : 'soft'}>
            <span class="reminder-time figures">{slot.time}</span>
            <span class="small">
              {daysWords(slot.days)}
              {!slot.enabled && ` · ${desk.reminders.off}`}
              {isSilenced(file, slot) && ` · ${desk.reminders.inQuiet}`}
            </span>
          </li>
        ))}
      </ul>
      <p class="small soft">{besideWords(file, todayIn(zone))}</p>
    </div>
  );
}
