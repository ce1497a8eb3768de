import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { recordName } from '../lib/record-name.ts'

/** An operation as the journal knows it; `reversedType` is of a reversal: what it reversed. */
export interface NamedRecord {
  readonly type: string
  readonly reversedType?: string
}

/** An operation in the officer's words. */
export const recordWord = (t: TFunction<'journal'>, locale: string, { type, reversedType }: NamedRecord): string =>
  reversedType === undefined
    ? recordName(type, locale)
    : t('entry-reversal', { what: recordName(reversedType, locale) })

export function useRecordWord(): (record: NamedRecord) => string {
  const { t, i18n } = useTranslation('journal')
  return record => recordWord(t, i18n.language, record)
}
