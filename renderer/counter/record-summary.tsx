import { useTranslation } from 'react-i18next'
import type { RecordAnswer } from '../../core/query/journal-answers.ts'
import { formatNumber } from '../lib/format-count.ts'
import { formatDate, formatMoment } from '../lib/format-date.ts'
import { Money } from '../ui/money.tsx'
import { Subject } from '../ui/subject.tsx'
import { Facts } from './facts.tsx'
import { useRecordWord } from './record-words.ts'

/** What a record was, in the few facts by which a person recognises it. */
export function RecordSummary({ record }: { readonly record: RecordAnswer }) {
  const { t, i18n } = useTranslation('journal')
  const word = useRecordWord()
  const { amountMinor, currency } = record
  return (
    <Facts
      words
      facts={[
        [t('operation'), word(record)],
        [
          t('amount'),
          amountMinor !== undefined && currency && <Money amountMinor={amountMinor} currency={currency} strong />,
        ],
        [t('subject'), record.subject && <Subject subject={record.subject} />],
        [t('receipt'), record.receipt !== undefined && formatNumber(record.receipt, i18n.language)],
        [t('business-date'), formatDate(record.businessDate, i18n.language)],
        [t('recorded'), formatMoment(record.recordedAt, i18n.language)],
        [t('by'), record.actorName],
        [t('note'), record.note],
      ]}
    />
  )
}
