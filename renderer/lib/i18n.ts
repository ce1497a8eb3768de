import i18next, { type FormatterModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type audit from '../locales/en/audit.json'
import type calendar from '../locales/en/calendar.json'
import type cash from '../locales/en/cash.json'
import type clients from '../locales/en/clients.json'
import type closing from '../locales/en/closing.json'
import type exchange from '../locales/en/exchange.json'
import type frame from '../locales/en/frame.json'
import type groups from '../locales/en/groups.json'
import type imports from '../locales/en/import.json'
import type journal from '../locales/en/journal.json'
import type ledger from '../locales/en/ledger.json'
import type loan from '../locales/en/loan.json'
import type loanApplication from '../locales/en/loan-application.json'
import type loanPapers from '../locales/en/loan-papers.json'
import type portfolio from '../locales/en/portfolio.json'
import type products from '../locales/en/products.json'
import type refusals from '../locales/en/refusals.json'
import type savings from '../locales/en/savings.json'
import type statements from '../locales/en/statements.json'
import type transfers from '../locales/en/transfers.json'
import { formatNumber } from './format-count.ts'

interface Catalogue {
  readonly audit: typeof audit
  readonly calendar: typeof calendar
  readonly closing: typeof closing
  readonly frame: typeof frame
  readonly refusals: typeof refusals
  readonly clients: typeof clients
  readonly products: typeof products
  readonly savings: typeof savings
  readonly cash: typeof cash
  readonly journal: typeof journal
  readonly groups: typeof groups
  readonly import: typeof imports
  readonly statements: typeof statements
  readonly ledger: typeof ledger
  readonly loan: typeof loan
  readonly 'loan-application': typeof loanApplication
  readonly portfolio: typeof portfolio
  readonly 'loan-papers': typeof loanPapers
  readonly transfers: typeof transfers
  readonly exchange: typeof exchange
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

/** Numbers inside texts stand in the digits of the locale, as the dates and amounts beside them do. */
const digitsOfTheLocale: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value, _format, locale) => (typeof value === 'number' ? formatNumber(value, locale ?? 'en') : value),
}

/** `i18n.language` is a locale such as `en-KE`; texts come from its language, and from English where one is missing. */
export const startTexts = (locale: string): Promise<unknown> =>
  i18next
    .use(initReactI18next)
    .use(digitsOfTheLocale)
    .init({
      resources: resources(),
      lng: locale,
      fallbackLng: 'en',
      defaultNS: 'frame',
      keySeparator: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
    })

export const changeLocale = (locale: string): void => {
  if (i18next.language !== locale) void i18next.changeLanguage(locale)
}
