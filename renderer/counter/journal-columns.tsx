import { IconCloudCheck, IconCloudUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { JournalRow } from '../../core/query/answers.ts'
import { formatDate, formatTime } from '../lib/format-date.ts'
import { Badge } from '../ui/badge.tsx'
import type { GridColumn } from '../ui/grid-table.ts'
import { Money } from '../ui/money.tsx'
import { Subject } from '../ui/subject.tsx'
import { useRecordWord } from './record-words.ts'

/** A journal record in one line: when, what, for whom, how much, by whom, and whether the server has it. */
export function useJournalColumns(): readonly GridColumn<JournalRow>[] {
  const { t, i18n } = useTranslation('journal')
  const word = useRecordWord()
  return useMemo(
    () => [
      { id: 'seq', header: t('number'), width: '46px', align: 'end', cell: row => row.record.seq },
      {
        id: 'date',
        header: t('business-date'),
        width: '88px',
        cell: row => formatDate(row.businessDate, i18n.language),
      },
      { id: 'time', header: t('time'), width: '56px', cell: row => formatTime(row.recordedAt, i18n.language) },
      { id: 'operation', header: t('operation'), width: '144px', cell: row => word(row.type) },
      {
        id: 'subject',
        header: t('subject'),
        width: 'minmax(200px, 1fr)',
        cell: row => row.subject && <Subject subject={row.subject} />,
      },
      {
        id: 'amount',
        header: t('amount'),
        width: '128px',
        align: 'end',
        cell: row =>
          row.amountMinor !== undefined &&
          row.currency && <Money amountMinor={row.amountMinor} currency={row.currency} aligned />,
      },
      { id: 'receipt', header: t('receipt'), width: '54px', align: 'end', cell: row => row.receipt },
      { id: 'by', header: t('by'), width: '116px', cell: row => row.actorName },
      { id: 'state', header: t('state'), width: '84px', cell: row => <JournalMarks row={row} /> },
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
