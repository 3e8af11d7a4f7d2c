import type { ScreeningWords } from '../../../content/screening-words';
import type { Safety } from '../../../domain/safety';
import type { Finding } from '../../../domain/screening';
import { versionOn } from '../../../domain/today';
import { view } from '../../../store';
import { mayDo } from '../../../store/dose';
import { intake as words } from '../../../text/intake';
import { Banner, Button, Screen } from '../../../ui';

interface DoneProps {
  said: ScreeningWords;
  safety: Safety;
  /** Whether there is something left that the program does not wait for. */
  more: boolean;
  onMore: () => void;
}

/** After the last question that the program waited for: it is open, and what the answers changed in it. */
export function Done({ said, safety, more, onMore }: DoneProps) {
  const items = (view.value && versionOn(view.value, safety.today)?.items) ?? [];
  const day = mayDo(items);
  const allWait = day !== null && items.length > 0 && day.items.length === 0;
  const changed = day
    ? [
        ...day.paused.map((one) => ({ ...one, text: words.paused(one.item.snapshot.name) })),
        ...day.softer.map((one) => ({ ...one, text: words.softer(one.item.snapshot.name) })),
      ]
    : [];
  return (
    <Screen
      title={items.length > 0 && !allWait ? words.open : words.locked}
      foot={
        more ? (
          <>
            <Button wide onClick={onMore}>
              {words.more}
            </Button>
            <Button kind="link" href="/today">
              {words.later}
            </Button>
          </>
        ) : (
          <Button wide href="/today">
            {words.toToday}
          </Button>
        )
      }
    >
      <Banner tone="calm">
        {allWait ? words.lockedText : items.length > 0 ? words.openText : words.noProgram}
      </Banner>
      {items.length > 0 && <h2>{words.changed}</h2>}
      {items.length > 0 && changed.length === 0 && <p>{words.unchanged}</p>}
      <ul class="intake-changes">
        {changed.map(({ item, text, finding }) => (
          <li key={item.key}>
            <p>{text}</p>
            <p class="small soft">{whyOf(said, safety, finding)}</p>
          </li>
        ))}
      </ul>
      {more && (
        <section class="stack-tight">
          <h2>{words.moreTitle}</h2>
          <p class="soft">{words.moreText}</p>
        </section>
      )}
    </Screen>
  );
}

/** One plain sentence. What she would rather not say is not said to her either. */
function whyOf(said: ScreeningWords, safety: Safety, { rule, flag }: Finding): string {
  if (flag.startsWith('pregnancy') && safety.said.q16?.answer === 'rather not say') return '';
  const reasons: Record<string, string> = { ...said.rules, ...said.reasons };
  return (reasons[rule] ?? '').replace('{flag}', said.flags[flag] ?? '');
}
