import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money } from '../../core/money/amount.ts'
import type { JournalRow } from '../../core/query/journal-answers.ts'
import { formatNumber } from '../lib/format-count.ts'
import { formatDate, formatTime } from '../lib/format-date.ts'
import { Badge } from '../ui/badge.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { moneyColumn } from '../ui/money-column.tsx'
import { Subject } from '../ui/subject.tsx'
import { useRecordWord } from './record-words.ts'

/** What a record moved, if it moved anything. */
export const turnoverOf = ({ amountMinor, currency }: JournalRow): Money | undefined =>
  amountMinor !== undefined && currency ? { amountMinor, currency } : undefined

/** A journal record in one line: when, what, for whom, how much, by whom, and whether the server has it. */
export function useJournalColumns(): readonly GridColumn<JournalRow>[] {
  const { t, i18n } = useTranslation('journal')
  const word = useRecordWord()
  return useMemo(
    () => [
      {
        id: 'seq',
        header: t('number'),
        width: 40,
        leaves: 4,
        align: 'end',
        cell: row => formatNumber(row.record.seq, i18n.language),
      },
      {
        id: 'date',
        header: t('business-date'),
        width: 88,
        leaves: 3,
        cell: row => formatDate(row.businessDate, i18n.language),
      },
      { id: 'time', header: t('time'), width: 44, leaves: 5, cell: row => formatTime(row.recordedAt, i18n.language) },
      { id: 'operation', header: t('operation'), width: 124, grow: 0.4, cell: row => word(row) },
      {
        id: 'subject',
        header: t('subject'),
        width: 120,
        grow: 1.6,
        cell: row => row.subject && <Subject subject={row.subject} />,
      },
      moneyColumn({ id: 'amount', header: t('amount'), of: turnoverOf }, i18n.language),
      {
        id: 'receipt',
        header: t('receipt'),
        width: 50,
        leaves: 2,
        align: 'end',
        cell: row => row.receipt !== undefined && formatNumber(row.receipt, i18n.language),
      },
      { id: 'by', header: t('by'), width: 110, leaves: 6, grow: 0.3, cell: row => row.actorName },
      { id: 'state', header: t('state'), width: 72, leaves: 1, cell: row => <JournalMarks row={row} /> },
    ],
    [t, i18n.language, word],
  )
}

const mark = { size: 16, stroke: 1.75, color: 'var(--ink-soft)' } as const

function JournalMarks({ row }: { readonly row: JournalRow }) {
  const { t } = useTranslation('journal')
  if (row.reversed) return <Badge tone="wrong">{t('reversed')}</Badge>
  return row.sent ? (
    <IconCloudCheck {...mark} aria-label={t('sent')} />
  ) : (
    <IconCloudUp {...mark} aria-label={t('not-sent')} />
  )
}
