import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import type { ScreeningWords } from '../../../content/screening-words';
import { mayMeanHarm } from '../../../domain/harm-words';
import { noteLog } from '../../../domain/history/questions';
import { therapistOf } from '../../../domain/today';
import { Pictogram } from '../../../pictograms';
import { deviceZone, newLogId, profile, view } from '../../../store';
import { safety } from '../../../store/screening';
import { care } from '../../../text/care';
import { Banner, Button, Chip, Chips, Field, Screen } from '../../../ui';
import { useKeeping } from '../parts/later/use-keeping';
import { Whereabouts } from '../parts/later/whereabouts';
import { Locked } from '../parts/lock-slot';
import { Crisis } from './crisis';
import './screen.css';

const MOST = 4000;

/** Feelings have come up: what helps, a place to write, and help where it is more than that. Nothing here is counted. */
export function Calm({ said }: { said: ScreeningWords }) {
  const { route, query } = useLocation();
  const [isHarm, setHarm] = useState(false);
  useEffect(() => {
    if (!profile.value) route('/', true);
  }, [profile.value]);
  const who = view.value?.me ?? profile.value;
  if (!who) return null;
  if (safety.value?.red.length) return <Locked />;
  const words = care.calm;
  return (
    <Screen
      title={words.title}
      foot={
        <Button wide kind="quiet" href={query.from === 'after' ? '/after' : '/today'}>
          {words.back}
        </Button>
      }
    >
      <p>{words.intro}</p>
      <div class="calm-picture">
        <Pictogram technique="belly-hands-breath" level={1} side="both" />
      </div>
      <ol class="calm-steps">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{words.talk}</p>
      <div>
        {isHarm && <Crisis said={said} who={therapistOf(who)} />}
        <Note who={therapistOf(who)} onHarm={() => setHarm(true)} />
      </div>
      {!isHarm && (
        <Button kind="quiet" onClick={() => setHarm(true)}>
          {words.harm}
        </Button>
      )}
    </Screen>
  );
}

/** Hers alone, unless she says otherwise. */
function Note({ who, onHarm }: { who: string; onHarm: () => void }) {
  const words = care.calm;
  const [text, setText] = useState('');
  const [isShared, setShared] = useState(false);
  const [kept, setKept] = useState<{ id: string; isShared: boolean } | null>(null);
  const [state, keep] = useKeeping();
  const write = (next: string) => {
    setText(next);
    setKept(null);
    if (mayMeanHarm(next)) onHarm();
  };
  const save = async () => {
    const log = noteLog(text, !isShared, newLogId(), Date.now(), deviceZone());
    if (!(await keep([log]))) return;
    setText('');
    setKept({ id: log.id, isShared });
  };
  return (
    <section class="stack-tight calm-note">
      <Field label={words.write} name="note" multiline maxlength={MOST} value={text} onInput={write} />
      <h2 class="calm-who">{words.who}</h2>
      <Chips label={words.who}>
        <Chip pressed={!isShared} onToggle={() => setShared(false)}>
          {words.mine}
        </Chip>
        <Chip pressed={isShared} onToggle={() => setShared(true)}>
          {words.shared(who)}
        </Chip>
      </Chips>
      <p class="soft small">{isShared ? words.sharedHint(who) : words.mineHint}</p>
      {state === 'unsaved' && <Banner tone="urgent">{care.unsaved}</Banner>}
      <Button disabled={text.trim() === ''} busy={state === 'saving'} onClick={() => void save()}>
        {words.save}
      </Button>
      <div role="status">
        {kept && (kept.isShared ? <Whereabouts ids={[kept.id]} who={who} /> : <p>{words.kept}</p>)}
      </div>
    </section>
  );
}
