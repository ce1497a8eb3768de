import type { SheetRow, StatementSheet } from '../statements/statement-sheet.ts'
import type { StatementLabels } from './statement-labels/statement-labels.ts'
import { amountCell, empty, type PaperTable, type TableColumn, type TableRow, textCell } from './table-cells.ts'

/** One currency of a statement: the account, its name, and its figures. */
export function sheetTable(sheet: StatementSheet, labels: StatementLabels): PaperTable {
  const { currency, columns, rows, checks } = sheet
  const isCompared = columns.includes('difference')
  const figures = columns.map((key): TableColumn => ({ key, header: labels.columns[key], kind: 'amount' }))
  return {
    currency,
    columns: [
      { key: 'account', header: labels.account, kind: 'text' },
      { key: 'name', header: labels.name, kind: 'text' },
      ...figures,
      ...(isCompared ? [{ key: 'change_percent', header: labels.change, kind: 'percent' } as const] : []),
    ],
    rows: rows.map(row => tableRow(row, sheet, labels)),
    checks: checks.map(({ name, ...sums }) => ({ names: labels.checks[name], ...sums })),
  }
}

function tableRow(row: SheetRow, { columns }: StatementSheet, labels: StatementLabels): TableRow {
  const { kind, depth, account, label, figures, changePercent } = row
  const change = changePercent === undefined ? empty : ({ kind: 'percent', percent: changePercent } as const)
  return {
    kind,
    depth,
    isStrong: kind !== 'account',
    cells: [
      textCell(account?.code),
      textCell(label ? labels.rows[label] : account?.name),
      ...columns.map(name => amountCell(figures[name])),
      ...(columns.includes('difference') ? [change] : []),
    ],
  }
}
