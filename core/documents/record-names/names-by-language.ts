import type { DocumentLanguage } from '../document-language.ts'
import { arabicNames } from './arabic-names.ts'
import { englishNames } from './english-names.ts'
import { frenchNames } from './french-names.ts'
import { hindiNames } from './hindi-names.ts'
import { portugueseNames } from './portuguese-names.ts'
import type { RecordNames } from './record-names.ts'
import { spanishNames } from './spanish-names.ts'
import { swahiliNames } from './swahili-names.ts'

/** What operations are called, in the window and on paper. */
export const recordNames: Readonly<Record<DocumentLanguage, RecordNames>> = {
  en: englishNames,
  fr: frenchNames,
  es: spanishNames,
  pt: portugueseNames,
  sw: swahiliNames,
  ar: arabicNames,
  hi: hindiNames,
}
