/** What `words.<language>.gen.json` says, which `make rules` writes from the server's YAML. */

/** `id`: what a log keeps. */
export interface OptionWords {
  id: string;
  label: string;
}

/** `type`: as the intake file writes it, such as `multi + date + body_map`. */
interface Asked {
  text: string;
  type: string;
  options: readonly OptionWords[];
}

export interface QuestionWords extends Asked {
  id: string;
  /** Asked only after one of these answers to those questions. */
  show_if?: Readonly<Record<string, readonly string[]>>;
  /** Asked after the option `if`. */
  follow_up?: Asked & { if: string };
}

export interface EmergencyNumbers {
  zones: Readonly<Record<string, string>>;
  regions: Readonly<Record<string, string>>;
}

/** `{number}` in a title or a text is the number to call; `{flag}` in a reason is the flag's label. */
export interface ScreeningWords {
  questions: readonly QuestionWords[];
  daily_check: readonly QuestionWords[];
  flags: Readonly<Record<string, string>>;
  red_flags: Readonly<Record<string, { ask: string; act: 'emergency' | 'urgent' }>>;
  rules: Readonly<Record<string, string>>;
  reasons: Readonly<Record<'exclude' | 'caution' | 'unknown_flag', string>>;
  emergency: Readonly<Record<'emergency' | 'urgent', { title: string; text: string }>>;
  /** Whom to call: by the beginning of a time zone's name, else by country code. */
  numbers: EmergencyNumbers;
  /** The red flag that an urgent stop sign of a technique is. */
  signs: Readonly<Record<string, string>>;
}
