import {
  MOST_LEVELS,
  type OwnDraft,
  type OwnLevel,
  setLevel,
  withLevel,
  withoutLastLevel,
} from '../../../domain/desk/own-technique';
import { desk } from '../../../text/desk';
import { Button, Chip, Chips, showToast } from '../../../ui';
import { Section } from '../parts/page';
import type { FormProps } from './form';
import { LevelForm } from './level';

const words = () => desk.content.editor;

interface LevelsProps extends FormProps {
  shown: number;
  onShow: (at: number) => void;
}

/** One level at a time; further ones begin as a copy. */
export function Levels({ shown, onShow, ...form }: LevelsProps) {
  const { draft, wrong, onChange } = form;
  const { levels } = draft;
  const level = levels[shown];
  const add = () => {
    onChange(withLevel(draft));
    onShow(levels.length);
  };
  const remove = () => {
    const before: Partial<OwnDraft> = { levels };
    onChange(withoutLastLevel(draft));
    onShow(Math.min(shown, levels.length - 2));
    showToast({
      text: words().levelRemoved(levels.length),
      action: { label: desk.undo, run: () => onChange(before) },
    });
  };
  return (
    <Section title={words().how}>
      <Chips label={words().levels}>
        {levels.map((_, at) => (
          <Chip key={at} pressed={at === shown} onToggle={() => onShow(at)}>
            {words().level(at + 1)}
          </Chip>
        ))}
        {levels.length < MOST_LEVELS && (
          <Button kind="link" icon="plus" onClick={add}>
            {words().addLevel}
          </Button>
        )}
        {levels.length > 1 && (
          <Button kind="link" onClick={remove}>
            {words().removeLevel(levels.length)}
          </Button>
        )}
      </Chips>
      {levels.length < MOST_LEVELS && <p class="field-hint">{words().addLevelHint}</p>}
      {wrong('levels') && <p class="field-error">{wrong('levels')}</p>}
      {level && (
        <LevelForm
          key={shown}
          {...form}
          at={shown}
          level={level}
          onChange={(part: Partial<OwnLevel>) => onChange({ levels: setLevel(draft, shown, part).levels })}
        />
      )}
    </Section>
  );
}
