/** The languages that paper is printed in. */
export const documentLanguages = ['en', 'fr', 'es', 'pt', 'sw', 'ar', 'hi'] as const
export type DocumentLanguage = (typeof documentLanguages)[number]

/** The language of a locale such as `sw-KE`; English where a paper has no text in that language. */
export function documentLanguage(locale: string): DocumentLanguage {
  const subtag = locale.toLowerCase().split(/[-_]/)[0]
  return documentLanguages.find(language => language === subtag) ?? 'en'
}
