import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { isLanguage, type Language } from './languages.ts'

export type ColorScheme = 'light' | 'dark' | 'auto'

interface Preferences {
  readonly language: Language
  readonly colorScheme: ColorScheme
  /** Who signed in here last; a code, not a name. */
  readonly lastStaffCode: string
}

const systemLanguage = (): Language => {
  const [language = ''] = navigator.language.split('-')
  return isLanguage(language) ? language : 'en'
}

/** How this computer's window looks and speaks: nothing about any person, so it may lie outside the encrypted file. */
export const usePreferences = create<Preferences>()(
  persist(() => ({ language: systemLanguage(), colorScheme: 'auto' as ColorScheme, lastStaffCode: '' }), {
    name: 'window',
  }),
)
