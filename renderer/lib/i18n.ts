import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type cash from '../locales/en/cash.json'
import type clients from '../locales/en/clients.json'
import type frame from '../locales/en/frame.json'
import type journal from '../locales/en/journal.json'
import type refusals from '../locales/en/refusals.json'
import type savings from '../locales/en/savings.json'

interface Catalogue {
  readonly frame: typeof frame
  readonly refusals: typeof refusals
  readonly clients: typeof clients
  readonly savings: typeof savings
  readonly cash: typeof cash
  readonly journal: typeof journal
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'frame'
    keySeparator: false
    resources: Catalogue
  }
}

type Texts = Readonly<Record<string, string>>

/** Every catalogue is in the bundle: the window has no network and must speak at once. */
const files = import.meta.glob<Texts>('../locales/*/*.json', { eager: true, import: 'default' })

function resources(): Record<string, Record<string, Texts>> {
  const byLanguage: Record<string, Record<string, Texts>> = {}
  for (const [path, texts] of Object.entries(files)) {
    const [language = '', file = ''] = path.split('/').slice(-2)
    byLanguage[language] = { ...byLanguage[language], [file.replace('.json', '')]: texts }
  }
  return byLanguage
}

/** `i18n.language` is a locale such as `en-KE`; texts come from its language, and from English where one is missing. */
export const startTexts = (locale: string): Promise<unknown> =>
  i18next.use(initReactI18next).init({
    resources: resources(),
    lng: locale,
    fallbackLng: 'en',
    defaultNS: 'frame',
    keySeparator: false,
    interpolation: { escapeValue: false },
    returnNull: false,
  })

export const changeLocale = (locale: string): void => {
  if (i18next.language !== locale) void i18next.changeLanguage(locale)
}
