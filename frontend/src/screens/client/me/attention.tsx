import { attention } from '../../../store';
import { me } from '../../../text/me';
import { Button } from '../../../ui';
import { saveFile } from '../parts/file';
import { dayAndClock } from '../parts/later/dates';

/** Logs that the server did not take: never thrown away, always to be seen and carried out by hand. */
export function Attention() {
  const words = me;
  const entries = attention.value;
  if (entries.length === 0) return null;
  const kind = (name: string) =>
    words.attentionKind[name as keyof typeof words.attentionKind] ?? words.attentionKind.other;
  return (
    <section class="me-part">
      <h2>{words.attentionTitle}</h2>
      <p class="soft">{words.attentionText}</p>
      <ul class="stack-tight">
        {entries.map((entry) => (
          <li class="card" key={entry.id}>
            <p>
              {kind(entry.log.kind)} · {dayAndClock(entry.log.recorded_at)}
            </p>
            <p class="soft small">
              {words.attentionWhy[entry.status]} ({[entry.code, entry.field].filter(Boolean).join(', ')})
            </p>
          </li>
        ))}
      </ul>
      <Button
        kind="quiet"
        icon="download"
        onClick={() => saveFile(words.attentionFile, { needs_attention: entries })}
      >
        {words.attentionSave}
      </Button>
    </section>
  );
}
