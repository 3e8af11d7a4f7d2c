import type { Sensation } from '../../../domain/logs';
import type { AfterAnswers, LiveSession } from '../../../domain/session';
import { loadCareWords } from '../../../text/care';
import { loadGuideWords } from '../../../text/guide';
import { player as words } from '../../../text/player';
import { Chip, Chips, Field, PainScale } from '../../../ui';
import { slot } from '../parts/later-part';

const CalmLink = slot(() => import('../parts/later/calm-link').then((it) => it.CalmLink), loadCareWords);
const Softer = slot(() => import('./later/softer').then((it) => it.Softer), loadGuideWords);

const SENSATIONS: readonly Sensation[] = [
  'warmth',
  'stretching',
  'tingling',
  'relaxed',
  'sore',
  'tired',
  'emotional',
  'nothing',
];
const WORD_MOST = 2000;

interface QuestionsProps {
  session: LiveSession;
  after: AfterAnswers;
  onChange: (after: AfterAnswers) => void;
}

export function Questions({ session, after, onChange }: QuestionsProps) {
  const { sensations } = after;
  const toggle = (sensation: Sensation) => {
    const rest = sensations.filter((other) => other !== sensation);
    onChange({ ...after, sensations: rest.length < sensations.length ? rest : [...rest, sensation] });
  };
  return (
    <>
      <section class="stack-tight">
        <h2>{words.after.pain}</h2>
        {session.pain_before !== null && <p class="soft small">{words.after.before(session.pain_before)}</p>}
        <PainScale
          value={after.pain_after}
          onChange={(pain_after) => onChange({ ...after, pain_after })}
          label={words.after.pain}
        />
      </section>
      <section class="stack-tight">
        <h2>{words.after.felt}</h2>
        <Chips label={words.after.felt}>
          {SENSATIONS.map((sensation) => (
            <Chip key={sensation} pressed={sensations.includes(sensation)} onToggle={() => toggle(sensation)}>
              {words.after.sensation(sensation)}
            </Chip>
          ))}
        </Chips>
        {sensations.includes('emotional') && <CalmLink to="/calm?from=after" />}
      </section>
      <Field
        label={words.after.word}
        name="word"
        hint={words.after.wordHint}
        multiline
        maxlength={WORD_MOST}
        value={after.word}
        onInput={(word) => onChange({ ...after, word })}
      />
      <div class="after-softer">
        <Softer
          session={session}
          softening={after.softening}
          onChange={(softening) => onChange({ ...after, softening })}
        />
      </div>
    </>
  );
}
