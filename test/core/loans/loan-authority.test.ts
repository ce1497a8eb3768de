import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { authorize } from '../../../core/command/authorize.ts'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { loadContext } from '../../../core/command/load-context.ts'
import { verbOf } from '../../../core/command/verbs.ts'
import { owedMinor } from '../../../core/loans/decided-amounts.ts'
import { rate } from '../../../core/money/rate.ts'
import { count, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'
import { expectLoanBooked, nextDay } from '../../support/lent-books.ts'
import {
  approvedLoan,
  draftLoan,
  type Lending,
  type LoanAsked,
  loanOf,
  paidOutLoan,
  repay,
} from '../../support/loans.ts'
import { openUnder, templateProduct } from '../../support/products.ts'

const KES = 'KES' as const
const template = templateProduct('loan')
const drawer = { kind: 'drawer' } as const

/** A loan of more than an officer pays out alone, and less than one takes in alone. */
const largeMinor = 6_000_000n
const largeProduct = {
  principal: { ...template.principal, maxMinor: 500_000_000n },
  conditions: { ...template.conditions, approvalLevels: [{ people: 1 }] },
}
const largeLoan = (seed = 'seed'): Lending =>
  approvedLoan(makeBranch({ seed }), { principalMinor: largeMinor, product: largeProduct })

const disbursement = ({ loanId, accountId }: Lending) =>
  ({
    type: 'loan.disburse',
    loanId,
    amountMinor: largeMinor,
    currency: KES,
    to: { kind: 'savings', accountId },
  }) as const

test('[L41] money goes to an account within the limit for paying out, and with a second person beyond it', () => {
  const lending = largeLoan()
  const { branch } = lending
  const { limit } = expectRefusal(branch.execute('officer', disbursement(lending)), 'approval-needed')
  expect(limit).toBe('cashOutMinor')
  branch.must('officer', disbursement(lending), 'head-office')
  expectLoanBooked(lending)
})

test('[L41] a repayment out of an account asks what a transfer out of it asks', () => {
  const lending = largeLoan()
  const { branch, loanId, accountId } = lending
  branch.must('head-office', disbursement(lending))
  const from = { kind: 'savings', accountId } as const
  const repayment = { type: 'loan.repay', loanId, amountMinor: 5_500_000n, currency: KES, from } as const
  expect(expectRefusal(branch.execute('officer', repayment), 'approval-needed').limit).toBe('cashOutMinor')
  branch.must('officer', repayment, 'head-office')
  expectLoanBooked(lending)
})

test.each([
  ['the drawer', true],
  ['an account', false],
])('[L41][A3] a grant that has ended takes a repayment through %s: %s', (what, isTaken) => {
  const lending = largeLoan()
  const { branch, loanId, accountId } = lending
  const from = what === 'the drawer' ? drawer : ({ kind: 'savings', accountId } as const)
  const asked = { type: 'loan.repay', key: branch.environment.newId(), loanId, amountMinor: 1n, currency: KES, from }
  const command: JournalCommand = journalCommandSchema.parse(asked)
  const context = loadContext(branch.books, branch.desk('officer'))
  const ended = { ...context, actor: { ...context.actor, validUntil: '2020-01-01T00:00:00.000Z' } }
  expect(outcomeType(authorize(verbOf(command), ended))).toBe(isTaken ? 'posted' : 'grant-expired')
})

test('[L36][S13][S17] an account takes of a loan what comes to it, by its own rules for deposits', () => {
  const fee = { chargeId: 'fee', name: 'Fee', kind: 'fee', when: { type: 'disbursement-deducted' } } as const
  const charges = [{ ...fee, amount: { type: 'percent', of: 'paid-out', percent: rate('2') } as const }]
  const lending = approvedLoan(makeBranch(), { product: { charges } })
  const { branch, loanId, clientId } = lending
  const opened = (installmentMinor: bigint) =>
    openUnder(branch, clientId, templateProduct('recurring'), { termMonths: 6, installmentMinor })
  const to = (accountId: string) => ({
    type: 'loan.disburse' as const,
    loanId,
    amountMinor: 1_000_000n,
    currency: KES,
    to: { kind: 'savings' as const, accountId },
  })
  expectRefusal(branch.execute('officer', to(opened(1_000_000n))), 'installment-differs')
  expectRefusal(branch.execute('officer', to(opened(490_000n))), 'installment-not-due')
  const recurring = opened(980_000n)
  branch.must('officer', to(recurring))
  expect(loanOf(lending).state).toBe('active')
  const again = { type: 'savings.deposit', accountId: recurring, amountMinor: 980_000n, currency: KES } as const
  expectRefusal(branch.execute('officer', again), 'installment-not-due')
  expectLoanBooked(lending)
})

test.each([
  // who       counts from      with                                            outcome
  ['officer', '2026-04-13', undefined, 'posted'],
  ['officer', '2026-04-12', undefined, 'second-person-needed'],
  ['officer', '2026-04-12', 'manager', 'posted'],
  ['teller', '2026-04-16', undefined, 'second-person-needed'],
  ['officer', '2026-03-02', 'manager', 'posted'],
  ['officer', '2026-03-01', 'manager', 'field-invalid'],
  ['officer', '2026-04-21', 'manager', 'field-invalid'],
] as const)(
  '[L42] on 20 April a repayment by the %s counts from %s with %s: %s',
  (who, valueDate, second, expected) => {
    const lending = paidOutLoan(makeBranch())
    const { branch, loanId } = lending
    nextDay(lending, '2026-04-20')
    branch.must('teller', { type: 'drawer.open', currency: KES, counted: count([100000n, 5]) })
    const repayment = { type: 'loan.repay', loanId, amountMinor: 50_000n, currency: KES, from: drawer } as const
    const repaid = branch.execute(who, { ...repayment, valueDate: businessDate(valueDate) }, second)
    expect(outcomeType(repaid)).toBe(expected)
    if (!repaid.ok && repaid.refusal.type === 'field-invalid') expect(repaid.refusal.field).toBe('valueDate')
    expectLoanBooked(lending)
  },
)

/** A loan of more than the manager decides alone, drafted by the officer, paid out to the client's account by head office. */
function vastLoan(over: LoanAsked = {}): Lending {
  const branch = makeBranch()
  const opened = openForBusiness(branch)
  const asked = { principalMinor: 200_000_000n, product: largeProduct, ...over }
  const loanId = draftLoan(branch, opened.clientId, asked)
  const to = { kind: 'savings', accountId: opened.accountId } as const
  branch.must('officer', { type: 'loan.submit', loanId })
  branch.must('head-office', { type: 'loan.approve', loanId })
  branch.must('head-office', { type: 'loan.disburse', loanId, amountMinor: asked.principalMinor, currency: KES, to })
  return { branch, ...opened, loanId }
}

test.each([
  { type: 'loan.charge', kind: 'fee', amountMinor: 100_000_001n, currency: KES },
  { type: 'loan.waive', what: { kind: 'interest', amountMinor: 100_000_001n } },
  { type: 'loan.reschedule', from: businessDate('2026-04-02'), to: businessDate('2026-04-20') },
  { type: 'loan.write-off' },
] as const)('[L43][A8] beyond what the manager decides alone, $type takes a second person, now or later', asked => {
  const lending = vastLoan()
  const { branch, loanId } = lending
  const command = { ...asked, loanId, key: branch.environment.newId(), note: 'as was agreed' }
  const refused = expectRefusal(branch.execute('manager', command), 'approval-needed')
  expect(refused).toMatchObject({ limit: 'loanApprovalMinor', limitMinor: 100_000_000n })
  const { record: request } = branch.must('manager', { type: 'approval.request', command })
  const decide = { type: 'approval.decide', request, decision: 'approve' } as const
  branch.must('head-office', decide)
  expectLoanBooked(lending)
})

test('[L43] the limit is held against all that is given up, and what is within it is decided alone', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  const owed = owedMinor(loanOf(lending), businessDate('2026-03-02'))
  expect(owed).toBe(1_040_264n)
  branch.must('manager', { type: 'loan.write-off', loanId })
  expectLoanBooked(lending)
})

test('[L43] who had a hand in a loan gives nothing of it up alone, nor with another who had', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId, { product: { conditions: largeProduct.conditions } })
  const lending = { branch, loanId }
  branch.must('manager', { type: 'loan.submit', loanId })
  branch.must('head-office', { type: 'loan.approve', loanId })
  const to = { kind: 'drawer' } as const
  branch.must('officer', { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: KES, to })
  const waive = { type: 'loan.waive', loanId, what: { kind: 'interest', amountMinor: 5n } } as const
  const writeOff = { type: 'loan.write-off', loanId } as const
  for (const given of [waive, writeOff]) expectRefusal(branch.execute('manager', given), 'second-person-needed')
  expectRefusal(branch.execute('teller', writeOff, 'manager'), 'not-permitted')
  branch.must('manager', waive, 'head-office')
  branch.must('manager', writeOff, 'head-office')
  expectLoanBooked(lending)
})

test('[L43] nor do the two who had a hand in it, together', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId, { product: { conditions: largeProduct.conditions } })
  branch.must('manager', { type: 'loan.submit', loanId })
  branch.must('head-office', { type: 'loan.approve', loanId })
  const paidOut = { type: 'loan.disburse', loanId, amountMinor: 1_000_000n, currency: KES, to: drawer } as const
  branch.must('head-office', { type: 'drawer.open', currency: KES, counted: count([100000n, 20]) })
  branch.must('head-office', paidOut)
  expectRefusal(branch.execute('manager', { type: 'loan.write-off', loanId }, 'head-office'), 'loan-own-application')
})

test('[L35] who worked on a draft of another does not approve it, whoever hands it in after', () => {
  const branch = makeBranch()
  const { clientId } = openForBusiness(branch)
  const loanId = draftLoan(branch, clientId, { product: { conditions: largeProduct.conditions } })
  const lending = { branch, loanId }
  const { productId } = loanOf(lending).product
  const draft = { type: 'loan.draft', loanId, clientId, productId, principalMinor: 1_200_000n } as const
  branch.must('manager', draft)
  branch.must('officer', { ...draft, principalMinor: 1_100_000n })
  branch.must('teller', { type: 'loan.submit', loanId })
  const approve = { type: 'loan.approve', loanId } as const
  expectRefusal(branch.execute('manager', approve), 'loan-own-application')
  expectRefusal(branch.execute('head-office', approve, 'manager'), 'loan-own-application')
  expect(loanOf(lending).officer).toBe(branch.desk('officer').staffId)
  branch.must('head-office', approve)
  expectBooksToBalance(branch)
})

test('[L38] undoing a write-off is held against the limit with what the books took back, not with interest of days to come', () => {
  const lending = vastLoan({ principalMinor: 450_000_000n, installments: 24 })
  const { branch, loanId } = lending
  expect(owedMinor(loanOf(lending), businessDate('2026-03-02')) > 500_000_000n).toBe(true)
  const { record } = branch.must('head-office', { type: 'loan.write-off', loanId }, 'manager')
  const reverse = { type: 'operation.reverse', record, reason: 'other' } as const
  expectRefusal(branch.execute('officer', reverse), 'not-permitted')
  branch.must('manager', reverse)
  expect(loanOf(lending).state).toBe('active')
  expectLoanBooked(lending)
})

test('[L39] on a loan that is written off comes in no more than was, and nothing from before', () => {
  const lending = paidOutLoan(makeBranch(), { installments: 3 })
  const { branch, loanId } = lending
  nextDay(lending, '2026-03-20')
  branch.must('manager', { type: 'loan.write-off', loanId })
  repay(lending, 40_000n)
  const repayment = { type: 'loan.repay', loanId, currency: KES, from: drawer } as const
  const beyond = expectRefusal(
    branch.execute('officer', { ...repayment, amountMinor: 1_000_265n }),
    'loan-above-written-off',
  )
  expect(beyond.leftMinor).toBe(1_000_264n)
  const early = { ...repayment, amountMinor: 1n, valueDate: businessDate('2026-03-19') }
  expect(expectRefusal(branch.execute('officer', early), 'field-invalid').field).toBe('valueDate')
  branch.must('officer', { ...repayment, amountMinor: 1_000_264n }, 'manager')
  expect(loanOf(lending).state).toBe('written-off')
  expectRefusal(branch.execute('officer', { ...repayment, amountMinor: 1n }), 'loan-above-written-off')
  expectLoanBooked(lending)
})
