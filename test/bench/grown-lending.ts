import path from 'node:path'
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import type { CommandOf, JournalCommand } from '../../core/command/command.ts'
import { executeUnits, type Unit } from '../../core/command/execute-unit.ts'
import { rate } from '../../core/money/rate.ts'
import { type Branch, makeBranch, newClient } from '../support/branch.ts'
import { templateProduct } from '../support/products.ts'
import { openDay, phoneOf } from './grown-branch.ts'

/** An encrypted branch on the disk with so many loans that are paid out, in the middle of a business day. */
export interface GrownLending {
  readonly branch: Branch
  readonly key: Uint8Array
  readonly day: BusinessDate
  readonly loans: readonly string[]
  /** Of the clients who have the loans, in the same order. */
  readonly accounts: readonly string[]
  /** Loans by how many repayments they have had. */
  readonly histories: ReadonlyMap<number, readonly string[]>
}

const day = businessDate('2026-03-02')
const loansPerTransaction = 100
const loansPerHistory = 25
const productId = 'bench-loan'

/** Loans of 24 monthly installments, made through the one way in, many in one transaction with synchronous OFF. */
export function growLending(folder: string, many: number): GrownLending {
  const key = new Uint8Array(32).fill(11)
  const branch = makeBranch({ file: { file: path.join(folder, 'lending.db'), key }, seed: 'lending' })
  const { db } = branch.books
  db.pragma('synchronous = OFF')
  openDay(branch, day)
  const template = templateProduct('loan')
  const late = { graceDays: 0, penaltyAnnualPercent: rate('12') }
  const repayment = { ...template.repayment, late }
  const product = { ...template, productId, validFrom: day, charges: [], repayment }
  branch.must('head-office', { type: 'product.publish', product })
  const made: Readonly<Record<string, string>>[] = []
  while (made.length < many) {
    const missing = Math.min(loansPerTransaction, many - made.length)
    made.push(
      ...postAll(
        branch,
        Array.from({ length: missing }, (_, place) => newLoan(branch, made.length + place)),
      ),
    )
  }
  const loans = made.map(({ loanId = '' }) => loanId)
  const histories = new Map(
    [1, 6, 12, 24].map((times, place) => [times, loans.slice(place * loansPerHistory, (place + 1) * loansPerHistory)]),
  )
  for (const [times, repaying] of histories)
    for (let time = 0; time < times; time++)
      postAll(
        branch,
        repaying.map(loanId => [() => repaymentOf(branch, loanId, 1_500n)]),
      )
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('synchronous = FULL')
  return { branch, key, day, loans, accounts: made.map(({ accountId = '' }) => accountId), histories }
}

/** In cash. */
export const repaymentOf = (
  { environment, currency }: Branch,
  loanId: string,
  amountMinor: bigint,
): CommandOf<'loan.repay'> => ({
  type: 'loan.repay',
  key: environment.newId(),
  loanId,
  amountMinor,
  currency,
  from: { kind: 'drawer' },
})

/** Nobody approves what they handed in. */
const roleOf = ({ type }: JournalCommand) =>
  type === 'loan.submit' ? 'teller' : type === 'loan.approve' ? 'manager' : 'officer'

function postAll(branch: Branch, units: readonly Unit[]): readonly Readonly<Record<string, string>>[] {
  const desks = { teller: branch.desk('teller'), manager: branch.desk('manager'), officer: branch.desk('officer') }
  return executeUnits(branch.books, command => desks[roleOf(command)], units).map(result => {
    if (!result.ok) throw new Error(result.refusal.type)
    return Object.assign({}, ...result.value.map(({ outcome }) => outcome.created))
  })
}

/** A client with an account, and a loan that is paid out to it. */
function newLoan({ environment, currency }: Branch, place: number): Unit {
  const client = newClient({ familyName: `Odhiambo ${place}`, phone: phoneOf(place), notADuplicate: true })
  const key = () => environment.newId()
  const amountMinor = BigInt(50_000 + (place % 40) * 2_500)
  const terms = { productId, principalMinor: amountMinor, installments: 24 }
  return [
    () => ({ type: 'client.register', key: key(), client }),
    ({ clientId = '' }) => ({ type: 'savings.open', key: key(), clientId, productId: 'passbook-savings' }),
    ({ clientId = '' }) => ({ type: 'loan.draft', key: key(), clientId, ...terms }),
    ({ loanId = '' }) => ({ type: 'loan.submit', key: key(), loanId }),
    ({ loanId = '' }) => ({ type: 'loan.approve', key: key(), loanId }),
    ({ loanId = '', accountId = '' }) => ({
      type: 'loan.disburse',
      key: key(),
      loanId,
      amountMinor,
      currency,
      to: { kind: 'savings', accountId },
    }),
  ]
}
