import type { Language } from '../../../domain/language';
import { isLanguage, languageOptions } from '../../../text/language';
import { Select } from '../../../ui';

export interface LanguageSelectProps {
  label: string;
  hint?: string | undefined;
  value: Language;
  onChange: (language: Language) => void;
}

/** Each language by its own name. */
export function LanguageSelect({ label, hint, value, onChange }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      hint={hint}
      name="language"
      value={value}
      options={languageOptions()}
      onChange={(chosen) => isLanguage(chosen) && onChange(chosen)}
    />
  );
}
