import { businessDate } from '../../core/calendar/business-date.ts'
import { type Branch, newClient, openForBusiness } from './branch.ts'
import { lendBeside, lendOfEveryKind } from './loans.ts'
import { closeDay, openDay } from './nights.ts'
import { openUnder, plainCurrent, templateProduct } from './products.ts'

const KES = 'KES'

type Borrower = Parameters<typeof lendOfEveryKind>[0]

/**
 * Loans of every kind, the first installment of which is late by the end of the month; one that is over by then, and unpaid; one that is
 * repaid by order; and a deposit that matures.
 */
function lendForTheMonth(borrower: Borrower, paying: string): readonly string[] {
  const { branch, clientId } = borrower
  const lent = lendOfEveryKind(borrower, { firstDueOn: '2026-03-18' }).map(({ loanId }) => loanId)
  const weekly = [{ every: 1, unit: 'weeks', installments: { min: 1, max: 9, default: 2 } }] as const
  const over = lendBeside(borrower, {
    firstDueOn: '2026-03-18',
    product: { frequencies: [...weekly] },
    installments: 2,
  })
  branch.must('officer', {
    type: 'standing-instruction.place',
    accountId: paying,
    toAccountId: lent[1] ?? '',
    amountMinor: 1_000_000n,
    currency: KES,
    frequency: 'monthly',
    startsOn: businessDate('2026-03-18'),
    retryDays: 3,
  })
  const fixed = templateProduct('fixed')
  const short = {
    ...fixed,
    minimumOpeningMinor: 0n,
    atMaturity: 'to-savings',
    term: { ...fixed.term, monthsMin: 1 },
  } as const
  const deposit = openUnder(branch, clientId, short, { termMonths: 1 })
  branch.must('officer', { type: 'savings.deposit', accountId: deposit, amountMinor: 500_000n, currency: KES })
  return [...lent, over]
}

/** More accounts than one piece takes, loans of every kind where they are asked for, an order between two of them, and a day that is open a month later. */
export function monthBehind(
  branch: Branch,
  { withLoans = false } = {},
): { readonly accounts: readonly string[]; readonly loans: readonly string[] } {
  const { clientId, accountId: lentTo } = openForBusiness(branch)
  const paying = openUnder(branch, clientId, plainCurrent())
  const accounts = Array.from({ length: 120 }, (_, place) => {
    const client = newClient({ givenNames: `Client ${place}` })
    const owner = branch.must('officer', { type: 'client.register', client }).created.clientId ?? ''
    const opened = branch.must('officer', { type: 'savings.open', clientId: owner, productId: 'basic-savings' })
    return opened.created.accountId ?? ''
  })
  for (const [place, accountId] of [paying, ...accounts].entries())
    branch.must('officer', {
      type: 'savings.deposit',
      accountId,
      amountMinor: 100_000n + BigInt(place) * 777n,
      currency: KES,
    })
  branch.must('officer', {
    type: 'standing-instruction.place',
    accountId: paying,
    toAccountId: accounts[0] ?? '',
    amountMinor: 1_000n,
    currency: KES,
    frequency: 'weekly',
    startsOn: businessDate('2026-03-04'),
    retryDays: 0,
  })
  const loans = withLoans ? lendForTheMonth({ branch, clientId, accountId: lentTo }, paying) : []
  closeDay(branch)
  openDay(branch, '2026-04-03')
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  return { accounts, loans }
}
