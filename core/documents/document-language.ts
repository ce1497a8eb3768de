import { clientLanguages } from '../customers/client-language.ts'

/** The languages that paper is printed in. */
export const documentLanguages = clientLanguages
export type DocumentLanguage = (typeof documentLanguages)[number]

const languageAndRegion = /^([a-z]{2})(?:[-_]([a-z]{2}))?(?:[-_]|$)/i

/** The language of a locale such as `sw-KE`; English where a paper has no text in that language. */
export function documentLanguage(locale: string): DocumentLanguage {
  const language = languageAndRegion.exec(locale)?.[1]?.toLowerCase()
  return documentLanguages.find(known => known === language) ?? 'en'
}

/** The locale for a paper's dates and figures: that of its words, so that no paper mixes two. Always a valid locale. */
export function documentLocale(locale: string): string {
  const [, language, region] = languageAndRegion.exec(locale) ?? []
  const known = documentLanguage(locale)
  if (language?.toLowerCase() !== known) return 'en-GB'
  return region ? `${known}-${region.toUpperCase()}` : known === 'en' ? 'en-GB' : known
}

/** Another language, as it is written in the country of a locale. */
export function inLanguage(language: DocumentLanguage, locale: string): string {
  const region = languageAndRegion.exec(locale)?.[2]
  return region ? `${language}-${region.toUpperCase()}` : language
}
