import { documentLanguage } from '../../core/documents/document-language.ts'
import { recordNames } from '../../core/documents/record-names/names-by-language.ts'

/** What records of a type are called, as on paper; a type that this version does not know is shown as it is. */
export const recordName = (type: string, locale: string): string => recordNames[documentLanguage(locale)][type] ?? type
