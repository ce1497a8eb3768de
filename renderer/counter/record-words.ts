import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

/** An operation in the officer's words, by its record type; a type that this version does not know is shown as it is. */
export const recordWord = (t: TFunction<'journal'>, type: string): string =>
  t(`type-${type}` as 'type-savings.deposited', { defaultValue: type })

export function useRecordWord(): (type: string) => string {
  const { t } = useTranslation('journal')
  return type => recordWord(t, type)
}
