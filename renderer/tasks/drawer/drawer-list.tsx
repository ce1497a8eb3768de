import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawerAnswer } from '../../../core/query/answers.ts'
import { formatDate } from '../../lib/format-date.ts'
import { usePermission } from '../../lib/session.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'

interface DrawerListProps {
  readonly drawers: readonly DrawerAnswer[]
  readonly mine?: string
  readonly onClose: (drawer: DrawerAnswer) => void
}

/** Who has which drawer. Somebody who approves may count and close another's. */
export function DrawerList({ drawers, mine, onClose }: DrawerListProps) {
  const { t } = useTranslation('cash')
  const columns = useDrawerColumns()
  const mayCloseAll = usePermission('approve')
  const open = (drawer: DrawerAnswer): void => {
    if (drawer.status === 'open' && (mayCloseAll || drawer.drawerId === mine)) onClose(drawer)
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

const amount = (
  id: string,
  header: string,
  of: (drawer: DrawerAnswer) => bigint | undefined,
): GridColumn<DrawerAnswer> => ({
  id,
  header,
  align: 'end',
  width: 'minmax(110px, 1fr)',
  cell: drawer => {
    const amountMinor = of(drawer)
    return amountMinor !== undefined && <Money amountMinor={amountMinor} currency={drawer.currency} aligned />
  },
})

function useDrawerColumns(): readonly GridColumn<DrawerAnswer>[] {
  const { t, i18n } = useTranslation('cash')
  return useMemo(
    () => [
      { id: 'who', header: t('who'), width: 'minmax(130px, 1.4fr)', cell: drawer => drawer.staffName },
      { id: 'date', header: t('date'), width: '100px', cell: drawer => formatDate(drawer.businessDate, i18n.language) },
      { id: 'status', header: t('status'), width: '84px', cell: drawer => <DrawerStatus drawer={drawer} /> },
      amount('float', t('float'), drawer => drawer.floatMinor),
      amount('in', t('in'), drawer => drawer.inMinor),
      amount('out', t('out'), drawer => drawer.outMinor),
      amount('expected', t('expected'), drawer => drawer.expectedMinor),
      amount('difference', t('difference'), drawer => drawer.differenceMinor),
    ],
    [t, i18n.language],
  )
}

function DrawerStatus({ drawer }: { readonly drawer: DrawerAnswer }) {
  const { t } = useTranslation('cash')
  return drawer.status === 'open' ? <Badge tone="right">{t('drawer-open')}</Badge> : <Badge>{t('drawer-closed')}</Badge>
}
