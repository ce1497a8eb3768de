import { readAmount } from '../../import/formats.ts'
import type { TableRow } from '../../import/table.ts'
import { repayLoanSchema } from '../../loans/loan-commands.ts'
import type { CurrencyCode } from '../../money/currency.ts'
import type { ShapeRefusal } from '../../refusals/request-refusal.ts'
import type { Result } from '../../result.ts'
import { depositSchema } from '../../savings/savings-commands.ts'
import type { NumberedLoan } from '../../storage/account-by-number.ts'
import type { CommandOf } from '../command.ts'
import { importKey } from './import-key.ts'
import { cellOf, type Fault, type PlannedUnit, type Planning, refusedRow } from './planned-unit.ts'
import { amountRule } from './read-side.ts'

/**
 * A deposit or a repayment in cash for each row, by the number of an account or of a loan, as a group hands it in: through the drawer of who
 * gives the list. A row without a number of its own is known by its account or loan, which then stands in the list once. Rows without an
 * amount book nothing. Rules: N6, N15, L49.
 */
export function* planDeposits(planning: Planning): Generator<readonly PlannedUnit[]> {
  const firstRows = new Map<string, number>()
  for (const row of planning.table.rows) yield planDeposit(planning, row, firstRows)
}

function planDeposit(planning: Planning, row: TableRow, firstRows: Map<string, number>): readonly PlannedUnit[] {
  const read = readDeposit(planning, row)
  if (read === null) return []
  if ('rule' in read) return [{ ...refusedRow(planning, row, 'savings.deposit', read), ...asWritten(planning, row) }]
  const { command, ...about } = read
  const unit = { type: command.type, rows: [row.row], about } as const
  const first = firstRows.get(command.key)
  if (first !== undefined)
    return [{ ...unit, steps: [], refusal: { type: 'row-repeated', row: first, because: 'external-id' } }]
  firstRows.set(command.key, row.row)
  return [{ ...unit, steps: [() => command] }]
}

/** What a row says of which nobody can be named, so that it is found on the paper that it came from. */
function asWritten(planning: Planning, row: TableRow): Pick<PlannedUnit, 'written' | 'listed'> {
  const { currency: own, spec } = planning
  const written = { number: cellOf(planning, row, 'savingsAccount'), amount: cellOf(planning, row, 'amount') }
  const currency = paidOn(planning, written.number)?.currency ?? own
  const amount = readAmount(written.amount, currency, spec.formats.decimalMark)
  return amount.ok ? { written, listed: { amountMinor: amount.value, currency } } : { written }
}

/** The savings account or the loan that has a number here. */
function paidOn({ accountNumbered, loanNumbered }: Planning, number: string) {
  const account = accountNumbered(number)
  return account ? ({ kind: 'savings', ...account } as const) : paidOnLoan(loanNumbered(number))
}

const paidOnLoan = (loan: NumberedLoan | null) => loan && ({ kind: 'loan', ...loan } as const)

type Collected = CommandOf<'savings.deposit' | 'loan.repay'>
type Read = NonNullable<PlannedUnit['about']> & { readonly command: Collected }

function readDeposit(planning: Planning, row: TableRow): Read | Fault | null {
  const { spec, log } = planning
  const number = cellOf(planning, row, 'savingsAccount')
  if (number === '') return { field: 'savingsAccount', rule: 'missing' }
  const paid = paidOn(planning, number)
  if (paid === null) return { field: 'savingsAccount', rule: 'no-such-account' }
  const { clientName, currency } = paid
  const amount = readAmount(cellOf(planning, row, 'amount'), currency, spec.formats.decimalMark)
  if (!amount.ok) return { field: 'amount', rule: amountRule(amount.refusal) }
  const amountMinor = amount.value
  if (amountMinor === 0n) return null
  const externalId = cellOf(planning, row, 'externalId') || paid.number
  const part = paid.kind === 'loan' ? 'repayment' : 'deposit'
  const parsed = collected(planning, paid, {
    key: importKey({ log, name: spec.name, part, externalId }),
    amountMinor,
    currency,
  })
  if (!parsed.ok) return { field: 'amount', rule: parsed.refusal.rule }
  return { command: parsed.value, name: clientName, number: paid.number, amountMinor, currency }
}

function collected(
  { parse }: Planning,
  paid: NonNullable<ReturnType<typeof paidOn>>,
  said: { readonly key: string; readonly amountMinor: bigint; readonly currency: CurrencyCode },
): Result<Collected, ShapeRefusal> {
  return paid.kind === 'loan'
    ? parse(repayLoanSchema, { type: 'loan.repay', loanId: paid.loanId, from: { kind: 'drawer' }, ...said })
    : parse(depositSchema, { type: 'savings.deposit', accountId: paid.accountId, ...said })
}
