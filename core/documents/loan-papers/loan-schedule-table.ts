import { portionsTotal } from '../../loan-life/portions.ts'
import { sumMinor } from '../../money/amount.ts'
import { amountCell, empty, type PaperTable, type TableCell, type TableColumn, textCell } from '../table-cells.ts'
import type { LoanOfferFacts, LoanPaperHead } from './loan-paper-model.ts'
import type { PaperWriter } from './paper-writer.ts'

/** What is to be paid, installment by installment; a page that goes on begins with what it goes on from. */
export function loanScheduleTable(
  { currency, figures: { installments } }: LoanPaperHead & LoanOfferFacts,
  { labels: { terms }, documentLabels }: PaperWriter,
): PaperTable {
  const sum = { kind: 'amount', carried: 'sum' } as const
  const columns: readonly TableColumn[] = [
    { key: 'number', header: terms.columns.number, kind: 'number' },
    { key: 'due_on', header: terms.columns.dueOn, kind: 'date', carried: 'words' },
    { key: 'principal', header: terms.columns.principal, ...sum },
    { key: 'interest', header: terms.columns.interest, ...sum },
    { key: 'fees', header: terms.columns.fees, ...sum },
    { key: 'total', header: terms.columns.total, ...sum },
    { key: 'left', header: terms.columns.left, kind: 'amount', carried: 'last' },
  ]
  const rows = installments.map(({ number, dueOn, due, balanceAfterMinor }) => ({
    kind: 'line',
    depth: 0,
    isStrong: false,
    cells: [
      { kind: 'number', number },
      { kind: 'date', date: dueOn },
      ...[due.principal, due.interest, due.fees + due.penalties, portionsTotal(due), balanceAfterMinor].map(amountCell),
    ] satisfies readonly TableCell[],
  }))
  const inAll = (of: (due: (typeof installments)[number]['due']) => bigint): TableCell =>
    amountCell(sumMinor(installments.map(({ due }) => of(due))))
  return {
    currency,
    columns,
    rows: [
      ...rows,
      {
        kind: 'total',
        depth: 0,
        isStrong: true,
        cells: [
          empty,
          textCell(terms.inAll),
          inAll(due => due.principal),
          inAll(due => due.interest),
          inAll(due => due.fees + due.penalties),
          inAll(portionsTotal),
          empty,
        ],
      },
    ],
    checks: [],
    broughtForward: documentLabels.broughtForward,
  }
}
