import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money as Amount } from '../../../core/money/amount.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { DrawerAnswer } from '../../../core/query/cash-answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useOpenSession, usePermission } from '../../lib/session.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'

interface DrawerListProps {
  readonly drawers: readonly DrawerAnswer[]
  readonly onClose: (drawer: DrawerAnswer) => void
}

/** Who has which drawer, also at a device that left it to this one. Somebody who approves may count and close another's. */
export function DrawerList({ drawers, onClose }: DrawerListProps) {
  const { t } = useTranslation('cash')
  const columns = useDrawerColumns()
  const mayCloseAll = usePermission('approve')
  const me = useOpenSession()?.signedIn.staffId
  const open = (drawer: DrawerAnswer): void => {
    if (drawer.status === 'open' && (mayCloseAll || drawer.staffId === me)) onClose(drawer)
  }
  return (
    <Panel title={t('drawers')} flush>
      <DataGrid
        label={t('drawers')}
        columns={columns}
        rows={drawers}
        rowKey={drawer => drawer.drawerId}
        onOpen={open}
        empty={<EmptyState title={t('drawers-none')} />}
        maxRows={10}
      />
    </Panel>
  )
}

type Figure = 'float' | 'in' | 'out' | 'expected' | 'difference'

function useDrawerColumns(): readonly GridColumn<DrawerAnswer>[] {
  const { t, i18n } = useTranslation('cash')
  return useMemo(() => {
    const amount = (id: Figure, leaves?: number): GridColumn<DrawerAnswer> =>
      moneyColumn(
        {
          id,
          header: t(id),
          of: drawer => figureOf(drawer[`${id}Minor`], drawer.currency),
          grow: 1,
          ...(leaves === undefined ? {} : { leaves }),
        },
        i18n.language,
      )
    return [
      { id: 'who', header: t('who'), width: 110, grow: 1.4, cell: drawer => drawer.staffName },
      {
        id: 'date',
        header: t('date'),
        width: 88,
        leaves: 5,
        cell: drawer => formatDate(drawer.businessDate, i18n.language),
      },
      { id: 'status', header: t('status'), width: 84, leaves: 3, cell: drawer => <DrawerStatus drawer={drawer} /> },
      amount('float', 4),
      amount('in', 2),
      amount('out', 2),
      amount('expected'),
      amount('difference', 1),
    ]
  }, [t, i18n.language])
}

const figureOf = (amountMinor: bigint | undefined, currency: CurrencyCode): Amount | undefined =>
  amountMinor === undefined ? undefined : { amountMinor, currency }

function DrawerStatus({ drawer }: { readonly drawer: DrawerAnswer }) {
  const { t } = useTranslation('cash')
  return drawer.status === 'open' ? <Badge tone="right">{t('drawer-open')}</Badge> : <Badge>{t('drawer-closed')}</Badge>
}
