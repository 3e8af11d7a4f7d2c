import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { breathsPerMinute } from '../../../../domain/calibrate';
import { breathS, changeSettings, type Settings, settings } from '../../../../store/settings';
import { guide } from '../../../../text/guide';
import { Button } from '../../../../ui';
import { BreathSheet } from './breath-sheet';
import './settings-panel.css';
import { ownVoice } from './speaker';

export interface SettingsPanelProps {
  onDone: () => void;
  /** Within a question above a page, which has the title: there is time to measure her breath. */
  within?: boolean;
}

/** How this phone leads through a practice: everything can be switched by itself, and all of it at once. */
export function SettingsPanel({ onDone, within = false }: SettingsPanelProps) {
  const [listening, setListening] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const words = guide.settings;
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [listening]);
  if (listening) return <BreathSheet onDone={() => setListening(false)} />;
  const { silent } = settings.value;
  return (
    <div class="lead-settings">
      {!within && (
        <h1 tabIndex={-1} ref={heading}>
          {words.title}
        </h1>
      )}
      <p class="soft small">{words.intro}</p>
      <VoiceSwitch off={silent} />
      <Switch name="tones" label={words.tones} hint={words.tonesHint} off={silent} />
      <Switch name="vibration" label={words.vibration} hint={vibrationHint()} off={silent} />
      <Switch name="silent" label={words.silent} hint={words.silentHint} />
      <Switch name="eyesClosed" label={words.eyesClosed} hint={words.eyesClosedHint} />
      {within && (
        <div class="lead-breath">
          <div>
            <strong>{words.breath}</strong>
            <p class="soft small">{words.breathNow(breathsPerMinute(breathS.value))}</p>
          </div>
          <Button kind="quiet" onClick={() => setListening(true)}>
            {words.measure}
          </Button>
        </div>
      )}
      <Button wide onClick={onDone}>
        {words.done}
      </Button>
    </div>
  );
}

interface SwitchProps {
  name: Exclude<keyof Settings, 'breath'>;
  label: string;
  hint: string;
  /** Overruled for now. */
  off?: boolean;
}

function Switch({ name, label, hint, off = false }: SwitchProps) {
  const on = settings.value[name];
  return (
    <label class={off ? 'lead-switch lead-switch-off' : 'lead-switch'}>
      <span>
        <strong>{label}</strong>
        <span class="soft small" id={`lead-${name}`}>
          {hint}
        </span>
      </span>
      <input
        type="checkbox"
        aria-label={label}
        aria-describedby={`lead-${name}`}
        checked={on}
        onChange={() => void changeSettings({ [name]: !on })}
      />
    </label>
  );
}

/** Voices come a moment after they are asked for. */
function VoiceSwitch({ off }: { off: boolean }) {
  const [has, setHas] = useState(() => ownVoice() !== null);
  useEffect(() => {
    if (!('speechSynthesis' in globalThis)) return;
    const look = () => setHas(ownVoice() !== null);
    look();
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, []);
  const { voice, voiceHint, noVoice } = guide.settings;
  return <Switch name="voice" label={voice} hint={has ? voiceHint : noVoice} off={off} />;
}

function vibrationHint(): string {
  return 'vibrate' in navigator ? guide.settings.vibrationHint : guide.settings.noVibration;
}
