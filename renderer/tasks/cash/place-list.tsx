import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { CashPlace } from './cash-answer.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { usePlaceWord } from './place-words.ts'

interface PlaceListProps {
  readonly places: readonly CashPlace[]
  readonly isPending: boolean
}

const keyOf = ({ id, currency }: CashPlace): string => `${id}/${currency}`

/** Vault and drawers, currency by currency; Enter shows what a figure is made of. */
export function PlaceList({ places, isPending }: PlaceListProps) {
  const { t } = useTranslation('transfers')
  const [openKey, setOpenKey] = useState<string>()
  const columns = usePlaceColumns()
  const open = places.find(place => keyOf(place) === openKey)
  return (
    <Panel title={t('places-of-cash')} flush>
      <DataGrid
        label={t('places-of-cash')}
        columns={columns}
        rows={places}
        rowKey={keyOf}
        onOpen={place => setOpenKey(keyOf(place))}
        isPending={isPending}
        empty={<EmptyState title={t('no-cash')} />}
        maxRows={12}
      />
      {open && <PlaceDialog place={open} onClose={() => setOpenKey(undefined)} />}
    </Panel>
  )
}

type Figure = 'opening' | 'in' | 'out' | 'closing'

function usePlaceColumns(): readonly GridColumn<CashPlace>[] {
  const { t, i18n } = useTranslation('transfers')
  const placeWord = usePlaceWord()
  return useMemo(() => {
    const amount = (id: Figure, leaves: number) =>
      moneyColumn<CashPlace>(
        {
          id,
          header: t(`place-${id}`),
          of: place => ({ amountMinor: place[`${id}Minor`], currency: place.currency }),
          grow: 1,
          leaves,
          strong: id === 'closing',
        },
        i18n.language,
      )
    return [
      { id: 'place', header: t('place'), width: 150, grow: 1.4, cell: place => placeWord(place) },
      amount('opening', 4),
      amount('in', 3),
      amount('out', 2),
      amount('closing', 0),
      { id: 'state', header: t('state'), width: 110, leaves: 1, cell: place => <PlaceState place={place} /> },
    ]
  }, [t, i18n.language, placeWord])
}

function PlaceState({ place: { isOpen, isUncounted, beyond } }: { readonly place: CashPlace }) {
  const { t } = useTranslation('cash')
  if (beyond) return <Badge tone="wrong">{t(`state-${beyond.beyond}`)}</Badge>
  if (!isOpen) return <Badge>{t('drawer-closed')}</Badge>
  return isUncounted ? <Badge tone="waiting">{t('to-be-counted')}</Badge> : <Badge tone="right">{t('counted')}</Badge>
}
