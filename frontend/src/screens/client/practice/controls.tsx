import type { ComponentChildren } from 'preact';
import { player as words } from '../../../text/player';
import { Icon, type IconName } from '../../../ui';

interface ControlProps {
  icon: IconName;
  onClick: () => void;
  children: ComponentChildren;
}

/** A sign and a word; where there is no room for both the word is still heard. */
function Control({ icon, onClick, children }: ControlProps) {
  return (
    <button class="control" type="button" onClick={onClick}>
      <Icon name={icon} />
      <span class="control-word">{children}</span>
    </button>
  );
}

export interface ControlsProps {
  paused: boolean;
  onBack: () => void;
  onToggle: () => void;
  onNext: () => void;
  onHurts: () => void;
}

/** The bottom of the player: always there, always in the same place. */
export function Controls({ paused, onBack, onToggle, onNext, onHurts }: ControlsProps) {
  const { play } = words;
  return (
    <>
      <div class="controls">
        <Control icon="back" onClick={onBack}>
          {play.back}
        </Control>
        <Control icon={paused ? 'play' : 'pause'} onClick={onToggle}>
          {paused ? play.resume : play.pause}
        </Control>
        <Control icon="next" onClick={onNext}>
          {play.next}
        </Control>
      </div>
      <button class="hurts" type="button" onClick={onHurts}>
        {play.hurts}
      </button>
    </>
  );
}
