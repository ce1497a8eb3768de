import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** An operation as the journal knows it; `reversedType` is of a reversal: what it reversed. */
export interface NamedRecord {
  readonly type: string
  readonly reversedType?: string
}

/** An operation in the officer's words, by its record type; a type that this version does not know is shown as it is. */
export function recordWord(t: TFunction<'journal'>, { type, reversedType }: NamedRecord): string {
  if (reversedType !== undefined) return t('entry-reversal', { what: recordWord(t, { type: reversedType }) })
  return t(`type-${type}` as 'type-savings.deposited', { defaultValue: type })
}

export function useRecordWord(): (record: NamedRecord) => string {
  const { t } = useTranslation('journal')
  return record => recordWord(t, record)
}
