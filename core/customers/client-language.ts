/** The languages in which a client may want their papers: those that papers are printed in. */
export const clientLanguages = ['en', 'fr', 'es', 'pt', 'sw', 'ar', 'hi'] as const
export type ClientLanguage = (typeof clientLanguages)[number]
