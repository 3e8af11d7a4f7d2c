import { BREATH_SETTING, type Breath, ownBreath, steadyBreath } from '../domain/breath';
import { stamp } from '../domain/stamp';
import type { SettingLog } from '../domain/types';
import { computed, signal } from '../signals';
import { clientDb } from './db';
import { deviceZone, logs, newLogId, profile, saveLog } from './index';
import { readMeta, writeMeta } from './meta';

/** How this phone leads through a practice. Of this phone alone, but for the breath, which is hers. */
export interface Settings {
  tones: boolean;
  voice: boolean;
  vibration: boolean;
  /** Wins over the three above: nothing sounds, speaks or shakes. */
  silent: boolean;
  /** The screen goes nearly black when the first hold begins. */
  eyesClosed: boolean;
  breath: Breath | null;
}

const KEY = 'settings';
const USUAL: Settings = {
  tones: true,
  voice: true,
  vibration: true,
  silent: false,
  eyesClosed: false,
  breath: null,
};

export const settings = signal<Settings>(USUAL);

/** Seconds of one of her breaths: what she told last, on whichever phone. */
export const breathS = computed(() => ownBreath(settings.value.breath, logs.value));

/** What this phone remembers. What it cannot read stays as usual: no setting is worth a practice. */
export async function loadSettings(): Promise<void> {
  const who = profile.value;
  if (!who) return;
  try {
    const kept = await readMeta<Partial<Settings>>(await clientDb(who), KEY);
    settings.value = { ...USUAL, ...kept };
  } catch {
    settings.value = USUAL;
  }
}

/** Holds at once on this page; false when the phone could not remember it for the next time. */
export async function changeSettings(change: Partial<Settings>): Promise<boolean> {
  settings.value = { ...settings.value, ...change };
  const who = profile.value;
  if (!who) return false;
  try {
    await writeMeta(await clientDb(who), KEY, settings.value);
    return true;
  } catch {
    return false;
  }
}

/** Keeps her breath here and tells it. Resolves when the log is on disk. Throws NotSaved. */
export async function keepBreath(periodS: number, nowMs: number): Promise<void> {
  const value = steadyBreath(periodS);
  const common = stamp(newLogId(), nowMs, deviceZone());
  const log: SettingLog = { ...common, kind: 'setting', name: BREATH_SETTING, value };
  await changeSettings({ breath: { period_s: value, at: log.recorded_at } });
  await saveLog(log);
}
