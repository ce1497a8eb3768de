import { businessDate } from '../../core/calendar/business-date.ts'
import { type Branch, count, newClient } from './branch.ts'
import { endDay } from './end-day.ts'

/** What a realistic day leaves behind, for tests that look at it afterwards. */
export interface RealisticDay {
  readonly accounts: readonly string[]
  readonly clients: readonly string[]
  readonly depositSeq: number
  readonly reversalSeq: number
}

/** A day with three clients: deposits, a withdrawal, a hold, a reprint, a co-signed withdrawal, a reversal, and drawer and vault counted. */
export function liveThroughDay(branch: Branch): RealisticDay {
  const { must, currency } = branch
  must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  const drawer = must('officer', { type: 'drawer.open', currency, counted: count([100000n, 20]) })
  const names = [
    { givenNames: 'Achieng', familyName: 'Odhiambo', phone: '+254711000001' },
    { givenNames: 'Wanjiku', familyName: 'Kamau', phone: '+254711000002' },
    { givenNames: 'Halima', familyName: 'Noor', phone: '+254711000003' },
  ]
  const clients = names.map(
    name => must('officer', { type: 'client.register', client: newClient(name) }).created.clientId ?? '',
  )
  const accounts = clients.map(
    clientId =>
      must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created.accountId ?? '',
  )
  const deposits = accounts.flatMap(accountId =>
    [250_000n, 40_000n].map(amountMinor =>
      must('officer', { type: 'savings.deposit', accountId, amountMinor, currency }),
    ),
  )
  const [first = '', second = '', third = ''] = accounts
  must('officer', { type: 'savings.withdraw', accountId: first, amountMinor: 60_000n, currency })
  must('officer', { type: 'hold.place', accountId: second, amountMinor: 30_000n, currency, reason: 'guarantee' })
  const wrong = must('officer', { type: 'savings.deposit', accountId: third, amountMinor: 99_900n, currency })
  const undone = must('officer', { type: 'operation.reverse', record: wrong.record, reason: 'wrong-amount' }, 'manager')
  must('officer', { type: 'receipt.reprint', record: wrong.record })
  must('officer', {
    type: 'client.update',
    clientId: clients[0] ?? '',
    client: newClient({ ...names[0], phone: '+254711000009' }),
  })
  closeTheDay(branch, drawer.created.drawerId ?? '')
  return { accounts, clients, depositSeq: deposits[2]?.record.seq ?? 0, reversalSeq: undone.record.seq }
}

/** 20,000.00 float, 870,000 in (3 x 2,900.00), 60,000 out: the count agrees with the books. */
function closeTheDay(branch: Branch, drawerId: string): void {
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count([100000n, 28], [1000n, 10]) })
  endDay(branch)
}
