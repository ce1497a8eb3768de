import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import type { FigureName, SheetRow, StatementSheet } from '../../../core/statements/statement-sheet.ts'
import { formatPercent } from '../../lib/format-count.ts'
import { useStatementWords } from '../../lib/statement-words.ts'
import type { GridColumn } from '../../ui/grid-table.ts'
import { Money } from '../../ui/money.tsx'
import { moneyColumn } from '../../ui/money-column.tsx'
import classes from './statements.module.css'

/** What leaves first where there is no room: what a trial balance had before and what moved, then how an earlier span compares. */
const leaving: Readonly<Partial<Record<FigureName, number>>> = { opening: 4, debits: 3, credits: 3, earlier: 2 }

const percentLetterPx = 7.8

/** On a trial balance most of the columns of most rows are nothing: an empty place says so sooner than a zero. */
const emptyWhenZero: ReadonlySet<FigureName> = new Set(['opening', 'debits', 'credits', 'debit', 'credit'])

/** A sheet's columns: the row's name in its place of the tree, and its figures. */
export function useStatementColumns(
  sheet: StatementSheet | undefined,
  folded: ReadonlySet<string>,
): readonly GridColumn<SheetRow>[] {
  const { i18n } = useTranslation()
  const { labels } = useStatementWords()
  return useMemo(() => {
    if (!sheet) return []
    const { currency, columns } = sheet
    const percent = ({ changePercent }: SheetRow): string =>
      changePercent === undefined ? '' : formatPercent(changePercent, i18n.language)
    const change: GridColumn<SheetRow> = {
      id: 'change',
      header: labels.change,
      width: rows => Math.max(...[labels.change, ...rows.map(percent)].map(text => text.length)) * percentLetterPx,
      align: 'end',
      leaves: 1,
      cell: percent,
    }
    return [
      {
        id: 'title',
        header: labels.account,
        width: 190,
        grow: 1,
        cell: row => <Title row={row} isFolded={folded.has(row.id)} />,
      },
      ...columns.map(name => figureColumn(name, currency, labels.columns[name], i18n.language)),
      ...(columns.includes('difference') ? [change] : []),
    ]
  }, [sheet, folded, labels, i18n.language])
}

function figureColumn(name: FigureName, currency: CurrencyCode, header: string, locale: string): GridColumn<SheetRow> {
  const of = ({ figures }: SheetRow) => {
    const amountMinor = figures[name]
    return amountMinor === undefined ? undefined : { amountMinor, currency }
  }
  const leaves = leaving[name]
  return {
    ...moneyColumn({ id: name, header, of, ...(leaves === undefined ? {} : { leaves }) }, locale),
    cell: row => {
      const amount = of(row)
      if (amount?.amountMinor === 0n && row.kind !== 'total' && emptyWhenZero.has(name)) return null
      return amount && <Money aligned strong={row.kind !== 'account'} {...amount} />
    },
  }
}

function Title({ row, isFolded }: { readonly row: SheetRow; readonly isFolded: boolean }) {
  const { i18n } = useTranslation()
  const { labels } = useStatementWords()
  const { kind, depth, account, label } = row
  const Mark = isFolded ? IconChevronRight : IconChevronDown
  return (
    <span
      className={classes.title}
      dir={i18n.dir()}
      data-strong={kind === 'account' ? undefined : true}
      style={{ '--depth': depth } as CSSProperties}
    >
      {kind === 'group' ? (
        <Mark className={classes.fold} data-folded={isFolded || undefined} size={14} stroke={1.75} aria-hidden />
      ) : (
        <span className={classes.leaf} />
      )}
      {account && <bdi className={classes.code}>{account.code}</bdi>}
      <bdi className={classes.words}>{label ? labels.rows[label] : account?.name}</bdi>
    </span>
  )
}
