import type { Chart } from '../ledger/chart.ts'
import { addFigures, comparedByAccount, type RawByAccount } from './figures.ts'
import type { Figures, SheetRow } from './statement-sheet.ts'
import { type FiguresByAccount, sectionRows } from './tree-rows.ts'

const moved = (chart: Chart, movements: RawByAccount, type: 'income' | 'expense'): RawByAccount =>
  new Map(
    [...movements]
      .filter(([code]) => chart.get(code)?.type === type)
      .map(([code, rawMinor]) => [code, type === 'income' ? -rawMinor : rawMinor]),
  )

const less = (first: Figures, second: Figures): Figures =>
  addFigures([first, Object.fromEntries(Object.entries(second).map(([name, minor]) => [name, -minor]))])

/**
 * What was earned and what it cost in a span of days, and what is left. The movements (debits minus credits) come without what closings
 * of years carried: a closed year still shows what it earned. Rules: T3, T4.
 */
export function incomeStatement(
  chart: Chart,
  movements: RawByAccount,
  earlier: RawByAccount | undefined,
): readonly SheetRow[] {
  const part = (type: 'income' | 'expense'): FiguresByAccount =>
    comparedByAccount(moved(chart, movements, type), earlier && moved(chart, earlier, type))
  const [income, expenses] = [part('income'), part('expense')]
  return [
    ...sectionRows(chart, income, { label: 'income', depth: 0 }),
    ...sectionRows(chart, expenses, { label: 'expenses', depth: 0 }),
    {
      id: 'net-result',
      kind: 'total',
      depth: 0,
      label: 'net-result',
      figures: less(addFigures(income.values()), addFigures(expenses.values())),
    },
  ]
}
