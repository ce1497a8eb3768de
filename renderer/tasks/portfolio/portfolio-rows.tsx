import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { PortfolioAtRisk, PortfolioInCurrency, PortfolioRow } from '../../../core/query/portfolio-answers.ts'
import { formatCount, formatShare } from '../../lib/format-count.ts'
import { DataGrid } from '../../ui/data-grid.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Panel } from '../../ui/panel.tsx'
import { narrow, openLoans, type PortfolioView } from './portfolio-view.ts'
import { useWayNames } from './way-names.ts'

interface PortfolioRowsProps {
  readonly by: PortfolioView['by']
  readonly inCurrency: PortfolioInCurrency
}

/** The portfolio row by row: Enter narrows the board to a row, O opens its loans. */
export function PortfolioRows({ by, inCurrency: { currency, rows } }: PortfolioRowsProps) {
  const { t } = useTranslation('portfolio')
  const nameOf = useWayNames()
  const columns = useColumns(by, currency)
  const narrowTo = ({ key, name }: PortfolioRow): void => {
    if (key !== '') narrow(by, { key, name: nameOf(by, key, name) })
  }
  const open = (row: PortfolioRow): void => {
    narrowTo(row)
    openLoans({ kind: 'open' })
  }
  return (
    <Panel title={t(`outstanding-by-${by}`)} aside={t('rows-hint')} flush>
      <DataGrid
        label={t(`outstanding-by-${by}`)}
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        onOpen={narrowTo}
        rowKeys={{ o: open }}
        maxRows={14}
        empty={t('no-loans')}
      />
    </Panel>
  )
}

const shown: readonly PortfolioAtRisk[] = [1, 30, 60, 90]

function useColumns(by: PortfolioView['by'], currency: CurrencyCode): readonly GridColumn<PortfolioRow>[] {
  const { t, i18n } = useTranslation('portfolio')
  const nameOf = useWayNames()
  return useMemo(() => {
    const locale = i18n.language
    const risk = (par: PortfolioAtRisk): GridColumn<PortfolioRow> => {
      const of = ({ figures }: PortfolioRow) => figures.atRisk.find(one => one.par === par)?.percent ?? null
      return {
        id: `par-${par}`,
        header: t('par', { days: par }),
        width: 74,
        align: 'end',
        leaves: par === 60 ? 4 : par === 1 ? 3 : par === 90 ? 2 : 1,
        cell: row => {
          const percent = of(row)
          return percent === null ? '–' : formatShare(percent, locale)
        },
      }
    }
    return [
      {
        id: 'name',
        header: t(`by-${by}`),
        width: 140,
        grow: 1,
        cell: ({ key, name }) => <bdi>{nameOf(by, key, name)}</bdi>,
      },
      {
        id: 'loans',
        header: t('loans-count'),
        width: 64,
        align: 'end',
        leaves: 5,
        cell: ({ figures }) => formatCount(figures.loans, locale),
      },
      moneyColumn(
        {
          id: 'outstanding',
          header: t('outstanding'),
          of: ({ figures }) => ({ amountMinor: figures.principalMinor, currency }),
          strong: true,
        },
        locale,
      ),
      ...shown.map(risk),
      moneyColumn(
        {
          id: 'arrears',
          header: t('arrears'),
          of: ({ figures }) => ({ amountMinor: figures.arrearsMinor, currency }),
          leaves: 6,
        },
        locale,
      ),
    ]
  }, [t, i18n.language, by, currency, nameOf])
}
