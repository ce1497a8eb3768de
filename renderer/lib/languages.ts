/** The languages of the window, by their own names. */
export const languages = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  pt: 'Português',
  sw: 'Kiswahili',
  ar: 'العربية',
  hi: 'हिन्दी',
} as const

export type Language = keyof typeof languages

export const isLanguage = (text: string): text is Language => Object.hasOwn(languages, text)

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr')

/** The locale for dates and digits: the person's language as the institution's country writes it, `en-KE`. */
export const localeOf = (language: Language, country: string | undefined): string =>
  country ? `${language}-${country}` : language
