import type { OfferedCharge } from '../../loans/offer-figures.ts'
import { amountCell, empty, type PaperTable, type TableCell, type TableRow, textCell } from '../table-cells.ts'
import type { LoanOfferFacts, LoanPaperHead } from './loan-paper-model.ts'
import type { PaperWriter } from './paper-writer.ts'
import { chargeWhen } from './told-terms.ts'

/** Interest and every charge by its own name, with when it is paid, and what they come to. */
export function costsTable(model: LoanPaperHead & LoanOfferFacts, writer: PaperWriter): PaperTable {
  const { currency, figures } = model
  const { terms } = writer.labels
  const row = (kind: string, cells: readonly TableCell[]): TableRow => ({
    kind,
    depth: 0,
    isStrong: kind === 'total',
    cells,
  })
  const chargeRow = (charge: OfferedCharge): TableRow =>
    row('line', [textCell(charge.name), textCell(chargeWhen(model, charge, writer)), amountCell(charge.amountMinor)])
  return {
    currency,
    columns: [
      { key: 'name', header: terms.cost, kind: 'text' },
      { key: 'when', header: terms.when, kind: 'text' },
      { key: 'amount', header: '', kind: 'amount' },
    ],
    rows: [
      row('line', [textCell(terms.interest), textCell(terms.whenInterest), amountCell(figures.interestMinor)]),
      ...figures.charges.map(chargeRow),
      row('total', [textCell(terms.costInAll), empty, amountCell(figures.costMinor)]),
    ],
    checks: [],
  }
}
