import { businessDate } from '../../core/calendar/business-date.ts'
import { type Branch, newClient, openForBusiness } from './branch.ts'
import { lendOfEveryKind } from './loans.ts'
import { closeDay, openDay } from './nights.ts'
import { openUnder, plainCurrent } from './products.ts'

const KES = 'KES'

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
  const lent = withLoans ? lendOfEveryKind({ branch, clientId, accountId: lentTo }, { firstDueOn: '2026-03-18' }) : []
  closeDay(branch)
  openDay(branch, '2026-04-03')
  branch.must('officer', { type: 'drawer.open', currency: KES, counted: [{ faceMinor: 100_000n, pieces: 20 }] })
  return { accounts, loans: lent.map(({ loanId }) => loanId) }
}
