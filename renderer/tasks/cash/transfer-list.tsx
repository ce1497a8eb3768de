import { IconCircleCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '../../routes.ts'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { SentCash } from './cash-answer.ts'
import { usePlaceWord } from './place-words.ts'

interface TransferListProps {
  readonly transfers: readonly SentCash[]
  readonly isPending: boolean
}

/** What was sent and has not arrived; Enter counts and receives what is for this person, or opens it to call it back. */
export function TransferList({ transfers, isPending }: TransferListProps) {
  const { t } = useTranslation('transfers')
  const columns = useTransferColumns()
  return (
    <Panel title={t('on-its-way')} flush>
      <DataGrid
        label={t('on-its-way')}
        columns={columns}
        rows={transfers}
        rowKey={({ transferId }) => transferId}
        rowState={({ ways }) => (ways.includes('receive') ? 'waiting' : undefined)}
        onOpen={({ transferId }) => goTo({ task: 'transfer', transferId })}
        isPending={isPending}
        empty={<EmptyState icon={<IconCircleCheck size={26} stroke={1.4} />} title={t('nothing-on-its-way')} />}
        maxRows={8}
        place="transfers"
        autoFocus
      />
    </Panel>
  )
}

function useTransferColumns(): readonly GridColumn<SentCash>[] {
  const { t } = useTranslation('transfers')
  const placeWord = usePlaceWord()
  return useMemo(
    () => [
      { id: 'from', header: t('from'), width: 130, grow: 1.2, cell: ({ from }) => placeWord(from) },
      { id: 'to', header: t('to'), width: 130, grow: 1.2, cell: ({ to }) => placeWord(to) },
      { id: 'sent-by', header: t('sent-by'), width: 110, grow: 1, leaves: 2, cell: ({ sentBy }) => sentBy.name },
      {
        id: 'days',
        header: t('days'),
        width: 80,
        leaves: 1,
        cell: ({ daysOnTheWay: count }) => (count === 0 ? t('sent-today') : t('days-on-the-way', { count })),
      },
      {
        id: 'amount',
        header: t('amount'),
        width: 120,
        align: 'end',
        cell: ({ ways, amountMinor, currency }) =>
          ways.includes('receive') ? currency : <Money aligned amountMinor={amountMinor} currency={currency} />,
      },
      { id: 'way', header: t('state'), width: 120, cell: ({ ways }) => <WayBadge ways={ways} /> },
    ],
    [t, placeWord],
  )
}

function WayBadge({ ways }: Pick<SentCash, 'ways'>) {
  const { t } = useTranslation('transfers')
  return ways.includes('receive') ? (
    <Badge tone="waiting">{t('for-you-to-count')}</Badge>
  ) : (
    <Badge>{t('being-carried')}</Badge>
  )
}
