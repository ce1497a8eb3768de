import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { ExchangePosition } from '../../../core/query/exchange-answers.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

/** What is held of each foreign currency, at what it stands in the books, and what it is worth at the middle rate. */
export function PositionList() {
  const { t } = useTranslation('exchange')
  const own = useOpenSession()?.institution.currency
  const { answer = [], isPending } = useAnswer({ type: 'fx-position' })
  const columns = usePositionColumns(own)
  return (
    <Panel title={t('positions')} flush>
      <DataGrid
        label={t('positions')}
        columns={columns}
        rows={answer}
        rowKey={({ currency }) => currency}
        isPending={isPending}
        empty={<EmptyState title={t('no-positions')} />}
        maxRows={10}
      />
    </Panel>
  )
}

function usePositionColumns(own: CurrencyCode | undefined): readonly GridColumn<ExchangePosition>[] {
  const { t, i18n } = useTranslation('exchange')
  return useMemo(() => {
    const inOwn = (id: 'equivalent' | 'worth' | 'gain', leaves: number) =>
      moneyColumn<ExchangePosition>(
        {
          id,
          header: t(`position-${id}`),
          of: row => {
            const amountMinor = row[`${id}Minor`]
            return amountMinor === undefined || !own ? undefined : { amountMinor, currency: own }
          },
          grow: 1,
          leaves,
        },
        i18n.language,
      )
    return [
      { id: 'currency', header: t('currency'), width: 90, cell: row => row.currency },
      moneyColumn<ExchangePosition>(
        {
          id: 'position',
          header: t('position-held'),
          of: ({ positionMinor, currency }) => ({ amountMinor: positionMinor, currency }),
          grow: 1,
          strong: true,
        },
        i18n.language,
      ),
      inOwn('equivalent', 2),
      inOwn('worth', 1),
      inOwn('gain', 3),
    ]
  }, [t, i18n.language, own])
}
