import { useTranslation } from 'react-i18next'
import type { Outcome } from '../../core/command/outcome.ts'

/** What happened, in one line: `Deposit recorded · receipt no. 12`; without a receipt, the record's own number. */
export function useRecordedWord(): (outcome: Pick<Outcome, 'type' | 'receipt' | 'record'>) => string {
  const { t } = useTranslation('cash')
  return ({ type, receipt, record }) => {
    const what = t(`recorded-${type}` as 'recorded-other', { defaultValue: t('recorded-other') })
    return receipt === undefined
      ? t('recorded-as', { what, number: record.seq })
      : t('recorded-with-receipt', { what, number: receipt })
  }
}
