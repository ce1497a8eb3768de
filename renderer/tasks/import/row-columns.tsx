import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BulkResult } from '../../../core/query/bulk-answers.ts'
import { formatNumber } from '../../lib/format-count.ts'
import { refusalText } from '../../lib/refusal-text.ts'
import { Badge } from '../../ui/badge.tsx'
import type { GridColumn } from '../../ui/grid-table.ts'
import { moneyColumn } from '../../ui/money-column.tsx'
import { Subject } from '../../ui/subject.tsx'
import classes from './import.module.css'
import { rowStates } from './row-states.ts'

const toneOf = (status: BulkResult['status']) => rowStates.find(([known]) => known === status)?.[1] ?? 'neutral'

/** Of a list of accounts: whose, and how much; of a row that names nobody, its cells as they came. */
function accountColumns(t: TFunction<'import'>, locale: string): readonly GridColumn<BulkResult>[] {
  const amount = moneyColumn<BulkResult>({ id: 'amount', header: t('amount'), of: ({ about }) => about }, locale)
  return [
    {
      id: 'who',
      header: t('who'),
      width: 240,
      cell: ({ about, written }) =>
        about ? <Subject subject={{ name: about.name, account: about.number }} /> : <bdi>{written?.number}</bdi>,
    },
    {
      ...amount,
      cell: result =>
        result.written ? <bdi className={classes.written}>{result.written.amount}</bdi> : amount.cell(result),
    },
  ]
}

interface RowsShown {
  readonly rows: readonly BulkResult[]
  /** Rows of every state are shown, each with its own. */
  readonly isMixed: boolean
}

/** What is told of a row: the reason of a refusal has all the room that is left. */
export function useRowColumns({ rows, isMixed }: RowsShown): readonly GridColumn<BulkResult>[] {
  const { t, i18n } = useTranslation('import')
  const { t: refusalWord } = useTranslation('refusals')
  const locale = i18n.language
  const isOfAccounts = rows.some(({ about, written }) => about || written)
  const status: GridColumn<BulkResult> = {
    id: 'status',
    header: t('status'),
    width: 132,
    cell: row => <Badge tone={toneOf(row.status)}>{t(`status-${row.status}`)}</Badge>,
  }
  const column: GridColumn<BulkResult> = {
    id: 'column',
    header: t('column'),
    width: 104,
    leaves: 1,
    cell: row => row.column && <bdi>{row.column}</bdi>,
  }
  return [
    {
      id: 'row',
      header: t('row'),
      width: 64,
      align: 'end',
      cell: ({ row, place }) => formatNumber(row ?? place, locale),
    },
    ...(isMixed ? [status] : []),
    ...(isOfAccounts ? accountColumns(t, locale) : [column]),
    {
      id: 'why',
      header: t('why'),
      width: 240,
      grow: 1,
      cell: ({ refusal, about }) =>
        refusal &&
        (about && refusal.type === 'key-reused'
          ? t('known-otherwise')
          : refusalText(refusal, refusalWord, locale).split('\n')[0]),
    },
  ]
}
