import { useState } from 'preact/hooks';
import { languageLog } from '../../../domain/client-logs';
import type { Language } from '../../../domain/language';
import { deviceZone, newLogId, saveLog } from '../../../store';
import { canSpeak } from '../../../text';
import { isLanguage, keepLanguage, language, languageOptions } from '../../../text/language';
import { me } from '../../../text/me';
import { Banner, Select } from '../../../ui';
import { keepWords } from './keep-words';

type Trouble = 'offline' | 'unsaved';

/** Her language: told to the practice, because the words of her program come from there, and spoken at once here. */
export function LanguageChoice() {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const choose = async (chosen: string) => {
    if (isLanguage(chosen) && chosen !== language()) setTrouble(await turnTo(chosen));
  };
  return (
    <section class="me-part">
      <h2>{me.language}</h2>
      <Select
        label={me.languageLabel}
        hint={me.languageHint}
        name="language"
        value={language()}
        options={languageOptions()}
        onChange={(chosen) => void choose(chosen)}
      />
      {trouble && (
        <Banner tone="warn">
          <p>{trouble === 'offline' ? me.languageOffline : me.languageUnsaved}</p>
        </Banner>
      )}
    </section>
  );
}

/** Opens the page again in that language; what stands in the way, where it could not. */
async function turnTo(chosen: Language): Promise<Trouble | null> {
  if (!(await canSpeak(chosen)) || !(await keepWords(chosen))) return 'offline';
  try {
    await saveLog(languageLog(chosen, newLogId(), Date.now(), deviceZone()));
    keepLanguage(chosen);
  } catch (error) {
    reportError(error);
    return 'unsaved';
  }
  location.reload();
  return null;
}
