import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '../../core/query/answers.ts'
import { formatDate, formatTime } from '../lib/format-date.ts'
import { Badge } from '../ui/badge.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { Money } from '../ui/money.tsx'
import { useRecordWord } from './record-words.ts'

/** A journal record in one line: when, what, for whom, how much, by whom, and whether the server has it. */
export function useJournalColumns(): readonly GridColumn<JournalRow>[] {
  const { t, i18n } = useTranslation('journal')
  const word = useRecordWord()
  return useMemo(
    () => [
      { id: 'seq', header: t('number'), width: '64px', align: 'end', cell: row => row.record.seq },
      {
        id: 'date',
        header: t('business-date'),
        width: '100px',
        cell: row => formatDate(row.businessDate, i18n.language),
      },
      { id: 'time', header: t('time'), width: '54px', cell: row => formatTime(row.recordedAt, i18n.language) },
      { id: 'operation', header: t('operation'), width: 'minmax(140px, 1.1fr)', cell: row => word(row.type) },
      {
        id: 'subject',
        header: t('subject'),
        width: 'minmax(140px, 1.4fr)',
        cell: row => row.subject && <bdi>{row.subject}</bdi>,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 'minmax(128px, max-content)',
        align: 'end',
        cell: row =>
          row.amountMinor !== undefined &&
          row.currency && <Money amountMinor={row.amountMinor} currency={row.currency} aligned />,
      },
      { id: 'receipt', header: t('receipt'), width: '62px', align: 'end', cell: row => row.receipt },
      { id: 'by', header: t('by'), width: 'minmax(110px, 1fr)', cell: row => row.actorName },
      { id: 'state', header: t('state'), width: 'minmax(84px, max-content)', cell: row => <JournalMarks row={row} /> },
    ],
    [t, i18n.language, word],
  )
}

function JournalMarks({ row }: { readonly row: JournalRow }) {
  const { t } = useTranslation('journal')
  if (row.reversed) return <Badge tone="wrong">{t('reversed')}</Badge>
  return row.sent ? <Badge>{t('sent')}</Badge> : <Badge tone="waiting">{t('not-sent')}</Badge>
}
