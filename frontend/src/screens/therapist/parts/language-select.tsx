import type { Language } from '../../../domain/language';
import { isLanguage, languageOptions } from '../../../text/language';
import { Select } from '../../../ui';

export interface LanguageSelectProps {
  label: string;
  /** Two on one page must differ. */
  name?: string | undefined;
  hint?: string | undefined;
  value: Language;
  onChange: (language: Language) => void;
}

/** Each language by its own name. */
export function LanguageSelect({ label, name = 'language', hint, value, onChange }: LanguageSelectProps) {
  return (
    <Select
      label={label}
      hint={hint}
      name={name}
      value={value}
      options={languageOptions()}
      onChange={(chosen) => isLanguage(chosen) && onChange(chosen)}
    />
  );
}
