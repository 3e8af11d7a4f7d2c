/** The languages that Pith speaks. */
export type Language = 'en' | 'de';
