import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Product } from '../../../core/products/product.ts'
import type { AnswerTo } from '../../lib/branch.ts'
import { formatCount } from '../../lib/format-count.ts'
import { formatDate } from '../../lib/format-date.ts'
import { useOpenSession } from '../../lib/session.ts'
import { useAnswer } from '../../lib/use-answer.ts'
import { yearlyRate } from '../../lib/yearly-rate.ts'
import { goTo } from '../../routes.ts'
import { PrimaryAction } from '../../ui/action.tsx'
import { Badge } from '../../ui/badge.tsx'
import { DataGrid } from '../../ui/data-grid.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Page } from '../../ui/page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { RefusalNote } from '../../ui/refusal-note.tsx'

interface ProductRow {
  readonly product: Product
  readonly isRetired: boolean
  readonly versions: number
}

const rowOf = ({ versions, isRetired }: AnswerTo<{ type: 'product-catalogue' }>[number]): readonly ProductRow[] =>
  versions.slice(-1).map(product => ({ product, isRetired, versions: versions.length }))

function useColumns(): readonly GridColumn<ProductRow>[] {
  const { t, i18n } = useTranslation('products')
  return [
    {
      id: 'name',
      header: t('term-name'),
      width: 180,
      grow: 3,
      cell: ({ product }) => <bdi>{product.name}</bdi>,
      sortBy: ({ product }) => product.name,
    },
    {
      id: 'kind',
      header: t('kind'),
      width: 130,
      grow: 1,
      leaves: 1,
      cell: ({ product }) => t(`kind-${product.kind}`),
      sortBy: ({ product }) => product.kind,
    },
    {
      id: 'rate',
      header: t('rate-a-year'),
      width: 90,
      align: 'end',
      cell: ({ product }) => yearlyRate(product, i18n.language) ?? '–',
    },
    { id: 'currency', header: t('term-currency'), width: 70, leaves: 3, cell: ({ product }) => product.currency },
    {
      id: 'version',
      header: t('version'),
      width: 70,
      leaves: 2,
      align: 'end',
      cell: ({ versions }) => formatCount(versions, i18n.language),
    },
    { id: 'state', header: t('state'), width: 130, cell: row => <ProductState row={row} /> },
  ]
}

/** Retired, to come, or what accounts are opened under now. */
function ProductState({ row: { product, isRetired } }: { readonly row: ProductRow }) {
  const { t, i18n } = useTranslation('products')
  const today = useOpenSession()?.businessDate
  if (isRetired) return <Badge>{t('retired')}</Badge>
  const { validFrom } = product
  return validFrom && today && validFrom > today ? (
    <Badge tone="waiting">{t('from-day', { date: formatDate(validFrom, i18n.language) })}</Badge>
  ) : (
    <Badge tone="right">{t('on-offer')}</Badge>
  )
}

/** Every product of the institution, each with its newest version; Enter opens one with all of them. */
export function ProductsPage() {
  const { t } = useTranslation('products')
  const { answer = [], refusal, isPending } = useAnswer({ type: 'product-catalogue' })
  const columns = useColumns()
  return (
    <Page fixed>
      <PageHeader
        title={t('products')}
        subtitle={t('products-about')}
        actions={
          <PrimaryAction
            shortcut="n"
            icon={<IconPlus size={16} aria-hidden />}
            onAct={() => goTo({ task: 'new-product' })}
          >
            {t('new-product')}
          </PrimaryAction>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <Panel flush fill>
        <DataGrid
          label={t('products')}
          columns={columns}
          rows={answer.flatMap(rowOf)}
          rowKey={({ product }) => product.productId}
          rowState={({ isRetired }) => (isRetired ? 'void' : undefined)}
          onOpen={({ product }) => goTo({ task: 'product', productId: product.productId })}
          isPending={isPending}
          autoFocus
          empty={<EmptyState icon={<IconPackage size={30} stroke={1.25} />} title={t('products-none')} />}
        />
      </Panel>
    </Page>
  )
}
