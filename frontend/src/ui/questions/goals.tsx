import type { Goal } from '../../domain/questions';
import { intake as words } from '../../text/intake';
import { Button } from '../button';
import { Field } from '../field';
import { PainScale } from '../pain-scale';

const MOST = 3;
const BLANK: Goal = { activity: '', score: null };

interface GoalsProps {
  goals: readonly Goal[];
  onChange: (goals: Goal[]) => void;
}

/** Up to three things to do again, each with how well it goes today. */
export function Goals({ goals, onChange }: GoalsProps) {
  const shown = goals.length > 0 ? goals : [BLANK];
  const change = (at: number, told: Partial<Goal>) =>
    onChange(shown.map((goal, one) => (one === at ? { ...goal, ...told } : goal)));
  return (
    <div class="stack">
      {shown.map((goal, at) => (
        <section key={at} class="stack">
          <Field
            label={words.goal(at + 1)}
            placeholder={words.goalExample}
            name={`goal-${at}`}
            maxlength={120}
            value={goal.activity}
            onInput={(activity) => change(at, { activity })}
          />
          <PainScale
            label={words.goalScore}
            ends={words.goalEnds}
            value={goal.score}
            onChange={(score) => change(at, { score })}
          />
          {shown.length > 1 && (
            <Button kind="link" onClick={() => onChange(shown.filter((_, one) => one !== at))}>
              {words.dropGoal(goal.activity || words.goal(at + 1))}
            </Button>
          )}
        </section>
      ))}
      {shown.length < MOST && (
        <Button kind="quiet" icon="plus" onClick={() => onChange([...shown, BLANK])}>
          {words.addGoal}
        </Button>
      )}
    </div>
  );
}
