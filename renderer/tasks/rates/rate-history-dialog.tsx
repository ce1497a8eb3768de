import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { formatRate } from '../../../core/money/format-rate.ts'
import type { ExchangeAnswers } from '../../../core/query/exchange-answers.ts'
import { formatDay, formatMoment } from '../../lib/format-date.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'

type PublishedRate = ExchangeAnswers['rate-history'][number]

interface RateHistoryProps {
  readonly currency: CurrencyCode
  readonly onClose: () => void
}

/** All that head office ever said of a currency, newest first, also what holds from a later day. */
export function RateHistoryDialog({ currency, onClose }: RateHistoryProps) {
  const { t } = useTranslation('exchange')
  const { answer = [], isPending } = useAnswer({ type: 'rate-history', currency })
  const columns = useHistoryColumns()
  return (
    <Dialog title={t('history-of', { currency })} onClose={onClose} size="lg">
      <DataGrid
        label={t('history-of', { currency })}
        columns={columns}
        rows={answer}
        rowKey={({ from, version }) => `${from}/${version}`}
        isPending={isPending}
        empty={<EmptyState title={t('no-rates')} />}
        maxRows={12}
        autoFocus
      />
    </Dialog>
  )
}

function useHistoryColumns(): readonly GridColumn<PublishedRate>[] {
  const { t, i18n } = useTranslation('exchange')
  return useMemo(() => {
    const rate = (id: 'buy' | 'mid' | 'sell'): GridColumn<PublishedRate> => ({
      id,
      header: t(`rate-${id}`),
      width: 76,
      align: 'end',
      cell: row => <bdi>{formatRate(row[id], i18n.language)}</bdi>,
    })
    return [
      { id: 'from', header: t('from-day'), width: 124, grow: 1, cell: row => formatDay(row.from, i18n.language) },
      { id: 'version', header: t('version'), width: 60, leaves: 2, align: 'end', cell: row => row.version },
      rate('buy'),
      rate('mid'),
      rate('sell'),
      { id: 'by', header: t('published-by'), width: 110, grow: 1, leaves: 1, cell: row => row.publishedBy },
      {
        id: 'at',
        header: t('published-at'),
        width: 120,
        leaves: 3,
        cell: row => formatMoment(row.recordedAt, i18n.language),
      },
    ]
  }, [t, i18n.language])
}
