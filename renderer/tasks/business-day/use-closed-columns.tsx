import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClosedAccountRow } from '../../../core/query/close-answers.ts'
import { Badge } from '../../ui/badge.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'

type Figure = 'accrued' | 'posted' | 'tax' | 'fees' | 'owed'

const amountOf = (row: ClosedAccountRow, figure: Figure): bigint | undefined => {
  switch (figure) {
    case 'accrued':
      return row.accruedMinor
    case 'posted':
      return row.postedMinor
    case 'tax':
      return row.taxMinor
    case 'fees':
      return row.feesMinor
    case 'owed':
      return row.feesOwedMinor
  }
}

/** An account's row in the result of a date; a figure that is nothing is left out. */
export function useClosedColumns(): readonly GridColumn<ClosedAccountRow>[] {
  const { t, i18n } = useTranslation('closing')
  return useMemo(() => {
    const figure = (id: Figure, leaves: number): GridColumn<ClosedAccountRow> =>
      moneyColumn(
        {
          id,
          header: t(id),
          of: row => {
            const amountMinor = amountOf(row, id)
            return amountMinor ? { amountMinor, currency: row.currency } : undefined
          },
          grow: 1,
          leaves,
        },
        i18n.language,
      )
    return [
      { id: 'account', header: t('account'), width: 130, cell: row => <bdi>{row.number}</bdi> },
      { id: 'client', header: t('client'), width: 120, grow: 2, leaves: 5, cell: row => <bdi>{row.clientName}</bdi> },
      figure('accrued', 3),
      figure('posted', 2),
      figure('tax', 4),
      figure('fees', 1),
      figure('owed', 6),
      { id: 'state', header: t('state'), width: 110, leaves: 7, cell: row => <Became row={row} /> },
    ]
  }, [t, i18n.language])
}

function Became({ row: { status, installmentsMissed } }: { readonly row: ClosedAccountRow }) {
  const { t } = useTranslation('closing')
  return (
    <>
      {status && <Badge tone="waiting">{t(`became-${status}`)}</Badge>}
      {installmentsMissed !== undefined && <Badge tone="wrong">{t('missed')}</Badge>}
    </>
  )
}
