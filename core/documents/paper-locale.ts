import type { Database } from 'better-sqlite3'
import { loadProfile } from '../storage/client-profile.ts'
import { inLanguage } from './document-language.ts'

/** The locale of who asks for a paper; `forClient`: in the client's own language, where they chose one. */
export interface AskedLocale {
  readonly locale: string
  readonly forClient?: true | undefined
}

/** The locale that a paper for a client is printed in. Rule: D36. */
export function paperLocale(db: Database, clientId: string, { locale, forClient }: AskedLocale): string {
  const language = forClient && loadProfile(db, clientId)?.language
  return language ? inLanguage(language, locale) : locale
}
