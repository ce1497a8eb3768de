import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { rate } from '../../../core/money/rate.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import { type Branch, makeBranch, newClient, openForBusiness } from '../../support/branch.ts'
import { nextDay } from '../../support/lent-books.ts'
import { draftLoan, type Lending, lendBeside, loanOf } from '../../support/loans.ts'
import { runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'

const template = templateProduct('loan')
const conditions = { ...template.conditions, approvalLevels: [{ people: 1 }], cycleLimits: [] }

/** Paid out in two parts at most; soon fined, soon without accrual, soon defaulted. */
const product: Partial<LoanProduct> = {
  conditions,
  schedule: { ...template.schedule, tranchesMax: 2 },
  repayment: {
    ...template.repayment,
    late: { graceDays: 3, fee: { type: 'fixed', amountMinor: 5_000n }, penaltyAnnualPercent: rate('12') },
  },
  accounting: { ...template.accounting, nonAccrualAfterDays: 5, defaultAfterDays: 9 },
}

const principalMinor = 1_000_000n

/** A loan whose borrower has money on an account, another active loan (`old`), and an approved one that could pay this one off (`fresh`). */
export interface Staged extends Lending {
  readonly old: string
  readonly fresh: string
  /** A client who may stand for it, beside the one who does. */
  readonly otherId: string
  readonly guaranteeId: string
  readonly collateralId: string
}

const moneyOf = ({ branch, loanId, accountId }: Staged) => ({
  loanId,
  currency: branch.currency,
  through: { kind: 'savings', accountId } as const,
})

/** A branch that is open, and clients who stand for others. */
export interface Lender extends Pick<Lending, 'branch' | 'drawerId'> {
  readonly guarantorId: string
  readonly otherId: string
}

/** Born on a day of their own, so that nobody is taken for another. */
function register({ books, must }: Branch, givenNames: string): string {
  const clients = Number(books.db.prepare('SELECT count(*) FROM client').pluck().get())
  const client = newClient({ givenNames, birthDate: addDays(businessDate('1960-01-01'), 100 * clients) })
  return must('officer', { type: 'client.register', client }).created.clientId ?? ''
}

export function openLender(): Lender {
  const branch = makeBranch()
  const { drawerId } = openForBusiness(branch)
  return { branch, drawerId, guarantorId: register(branch, 'Otieno'), otherId: register(branch, 'Brenda') }
}

/** The application of a new client, with a guarantor and a thing that stands for it. */
function drafted({ branch, drawerId, guarantorId, otherId }: Lender): Staged {
  const clientId = register(branch, 'Achieng')
  const accountId = openUnder(branch, clientId, plainCurrent({ limits: {} }))
  const rich = { amountMinor: 10_000_000n, currency: branch.currency }
  branch.must('officer', { type: 'savings.deposit', accountId, ...rich }, 'head-office')
  const borrower = { branch, clientId, accountId }
  const old = lendBeside(borrower, { principalMinor: 500_000n, product: { conditions } })
  const fresh = draftLoan(branch, clientId, { principalMinor: 2_000_000n, product: { conditions } })
  branch.must('teller', { type: 'loan.submit', loanId: fresh })
  branch.must('manager', { type: 'loan.approve', loanId: fresh })
  const loanId = draftLoan(branch, clientId, { principalMinor, installments: 3, product })
  const word = { type: 'loan.guarantee', loanId, guarantorId, coversMinor: 100_000n } as const
  const { guaranteeId = '' } = branch.must('officer', word).created
  const thing = { kind: 'vehicle', description: 'Motorcycle', valueMinor: 300_000n, owner: 'Achieng' } as const
  const { collateralId = '' } = branch.must('officer', { type: 'loan.pledge', loanId, ...thing }).created
  return { ...borrower, drawerId, loanId, old, fresh, otherId, guaranteeId, collateralId }
}

export const submit = ({ branch, loanId }: Staged): Outcome => branch.must('teller', { type: 'loan.submit', loanId })
export const approve = ({ branch, loanId }: Staged): Outcome => branch.must('manager', { type: 'loan.approve', loanId })

function payOut(staged: Staged, amountMinor: bigint): Outcome {
  const { through: to, ...loan } = moneyOf(staged)
  return staged.branch.must('officer', { type: 'loan.disburse', ...loan, amountMinor, to })
}

export const disburse = (staged: Staged): Outcome => payOut(staged, principalMinor)
export const disbursePart = (staged: Staged): Outcome => payOut(staged, 600_000n)
export const disburseRest = (staged: Staged): Outcome => payOut(staged, 400_000n)

export function repay(staged: Staged, amountMinor: bigint): Outcome {
  const { through: from, ...loan } = moneyOf(staged)
  return staged.branch.must('manager', { type: 'loan.repay', ...loan, amountMinor, from }, 'head-office')
}

/** All that was overpaid but a little. */
function refund(staged: Staged): Outcome {
  const { through: to, ...loan } = moneyOf(staged)
  const amountMinor = loanOf(staged).booked.overpaid - 100n
  return staged.branch.must('manager', { type: 'loan.refund', ...loan, amountMinor, to })
}

export function charge({ branch, loanId }: Staged, kind: 'fee' | 'penalty' = 'fee'): Outcome {
  const charged = { kind, amountMinor: 700n, currency: branch.currency } as const
  return branch.must('manager', { type: 'loan.charge', loanId, ...charged })
}

export const writeOff = ({ branch, loanId }: Staged): Outcome =>
  branch.must('manager', { type: 'loan.write-off', loanId }, 'head-office')

/** The first installment that is not met. */
export const unmetDay = ({ branch, loanId }: Staged): string =>
  branch.books.db
    .prepare<[string], string>('SELECT min(due_on) FROM loan_installment WHERE loan_id = ? AND met_on IS NULL')
    .pluck()
    .get(loanId) ?? '2026-05-02'

export function reschedule(staged: Staged): Outcome {
  const { branch, loanId } = staged
  const dates = { from: businessDate(unmetDay(staged)), to: businessDate('2026-05-20') }
  return branch.must('manager', { type: 'loan.reschedule', loanId, ...dates }, 'head-office')
}

/** One loan of the borrower pays another one off. */
export function refinance({ branch, accountId }: Staged, loanId: string, closes: string): Outcome {
  const amountMinor = loanOf({ branch, loanId }).agreement.principalMinor
  const to = { kind: 'savings', accountId } as const
  const command = { type: 'loan.refinance', loanId, closes, amountMinor, currency: branch.currency, to } as const
  return branch.must('officer', command, 'head-office')
}

/** More than the loan will ever come to. */
export const tooMuchMinor = 2_000_000n

const installments =
  'SELECT coalesce(sum(outstanding_minor), 0) FROM loan_installment WHERE loan_id = ? AND due_on <= ?'
const owedMinor = ({ branch, loanId }: Staged, by: string): bigint =>
  branch.books.db.prepare<[string, string], bigint>(installments).pluck().safeIntegers(true).get(loanId, by) ?? 0n

/** Pays all that it will come to as things are. */
export const payOff = (staged: Staged): Outcome => repay(staged, owedMinor(staged, '9999-12-31'))

const lateDay = '2026-04-15'

function passTo(staged: Staged, date: string): void {
  nextDay(staged, date)
  runNights(staged.branch)
}
const turnLate = (staged: Staged) => passTo(staged, lateDay)

type Deed = (staged: Staged) => unknown
const lent: readonly Deed[] = [submit, approve, disburse, charge]

/** What is done to a loan from its draft on to bring it to each of its stages, as the domain names them; some are states, some are flags. */
const deeds = {
  draft: [],
  submitted: [submit],
  approved: [submit, approve],
  rejected: [
    submit,
    ({ branch, loanId }) => branch.must('manager', { type: 'loan.reject', loanId, reason: 'history' }),
  ],
  withdrawn: [submit, ({ branch, loanId }) => branch.must('officer', { type: 'loan.withdraw', loanId })],
  cancelled: [submit, ({ branch, loanId }) => branch.must('manager', { type: 'loan.cancel', loanId })],
  'disbursed in part': [submit, approve, disbursePart, charge],
  active: lent,
  defaulted: [...lent, turnLate],
  'defaulted in part': [submit, approve, disbursePart, charge, turnLate],
  cured: [
    ...lent,
    turnLate,
    staged => repay(staged, owedMinor(staged, lateDay) + 5_000n),
    staged => passTo(staged, '2026-04-16'),
  ],
  rescheduled: [...lent, reschedule],
  refinancing: [submit, approve, staged => refinance(staged, staged.loanId, staged.old), charge],
  refinanced: [...lent, staged => refinance(staged, staged.fresh, staged.loanId)],
  overpaid: [...lent, staged => repay(staged, tooMuchMinor)],
  'paid off': [...lent, payOff],
  'written off': [...lent, writeOff],
  recovered: [...lent, writeOff, staged => repay(staged, 5_000n)],
} as const satisfies Readonly<Record<string, readonly Deed[]>>

export type Stage = keyof typeof deeds

/** A loan at a stage, from the first word on. */
export function reach(lender: Lender, stage: Stage): Staged {
  const staged = drafted(lender)
  for (const deed of deeds[stage]) deed(staged)
  return staged
}

function waive({ branch, loanId }: Staged, what: 'interest' | 'penalties'): Outcome {
  const waived = { kind: what, amountMinor: 100n } as const
  return branch.must('manager', { type: 'loan.waive', loanId, what: waived }, 'head-office')
}

function waiveCharge(staged: Staged): Outcome {
  charge(staged)
  const { branch, loanId } = staged
  const event = loanOf(staged).entries.at(-1)?.id ?? ''
  return branch.must('manager', { type: 'loan.waive', loanId, what: { kind: 'charge', event } }, 'head-office')
}

function waivePenalty(staged: Staged): Outcome {
  charge(staged, 'penalty')
  return waive(staged, 'penalties')
}

function overpayAndRefund(staged: Staged): Outcome {
  repay(staged, tooMuchMinor)
  return refund(staged)
}

const prepared = (...first: readonly Deed[]) => [submit, approve, ...first]

/** What was done to a loan, named by the type of its record, and what is done before it. */
const undoable = {
  'loan.disbursed': { first: prepared(), deed: disburse },
  'loan.disbursed the rest': { first: prepared(disbursePart), deed: disburseRest },
  'loan.refinanced another': { first: prepared(), deed: staged => refinance(staged, staged.loanId, staged.old) },
  'loan.refinanced by another': {
    first: prepared(disburse),
    deed: staged => refinance(staged, staged.fresh, staged.loanId),
  },
  'loan.repaid': { first: prepared(disburse), deed: staged => repay(staged, 5_000n) },
  'loan.charged': { first: prepared(disburse), deed: charge },
  'loan.waived the charge': { first: prepared(disburse), deed: waiveCharge },
  'loan.waived interest': { first: prepared(disburse), deed: staged => waive(staged, 'interest') },
  'loan.waived penalties': { first: prepared(disburse), deed: waivePenalty },
  'loan.rescheduled': { first: prepared(disburse), deed: reschedule },
  'loan.refunded': { first: prepared(disburse), deed: overpayAndRefund },
  'loan.written-off': { first: prepared(disburse), deed: writeOff },
} as const satisfies Readonly<Record<string, { first: readonly Deed[]; deed: (staged: Staged) => Outcome }>>

export type DeedTakenBack = keyof typeof undoable

/** Where a loan may have been led before a deed is taken back. */
export const leads = {
  'at once': () => undefined,
  overpaid: staged => repay(staged, tooMuchMinor),
  'paid off': payOff,
  'written off': writeOff,
} as const satisfies Readonly<Record<string, Deed>>

/** A loan with a deed that was done to it, and where it was led since; of what is settled something is owed again first. */
export function done(
  lender: Lender,
  what: DeedTakenBack,
  lead: keyof typeof leads,
): Staged & { readonly outcome: Outcome } {
  const staged = drafted(lender)
  const { first, deed } = undoable[what]
  for (const one of first) one(staged)
  const outcome = deed(staged)
  if (lead !== 'at once' && loanOf(staged).state !== 'active') charge(staged)
  leads[lead](staged)
  return { ...staged, outcome }
}
