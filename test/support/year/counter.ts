import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import { availableMinor } from '../../../core/savings/savings-account.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import type { Branch } from '../branch.ts'
import { comeFirst, openAccount, type Person } from './clients.ts'
import type { Draw } from './till.ts'

/** The counter on a day: whatever the books refuse there is sent away, and leaves no record. */
export interface Counter {
  readonly branch: Branch
  readonly people: Person[]
  readonly draw: Draw
  readonly date: BusinessDate
}

/** One thing that happens at the counter; none where it is refused. */
export function operate(counter: Counter): void {
  const { people, draw } = counter
  const person = people[draw(people.length)]
  if (!person || person.isClosed) return
  const chance = draw(1_000)
  const amountMinor = BigInt(1 + draw(400)) * 1_000n + BigInt(draw(3))
  if (chance < 300) withdraw(counter, person, amountMinor)
  else if (chance < 360) undone(counter, person, amountMinor)
  else if (chance < 390) turnHold(counter, person)
  else if (chance < 450) pay(counter, person, amountMinor)
  else if (chance < 453) leave(counter, person)
  else if (chance < 456) people.push(...comeFirst(counter.branch, people.length))
  else if (chance < 480) wake(counter, person)
  else deposit(counter, person, amountMinor)
}

/** Deposits with a term take their installment or nothing; some accounts nobody comes for, until they sleep. */
function deposit({ branch, people, date }: Counter, person: Person, amountMinor: bigint) {
  const { accountId, productId } = person
  if (productId === 'short-fixed' || isForgotten(people, person)) return null
  if (productId === 'short-recurring' && isLeanMonth(date)) return null
  const inMinor = productId === 'short-recurring' ? 25_000n : amountMinor
  const { currency } = branch
  const posted = branch.execute('officer', { type: 'savings.deposit', accountId, amountMinor: inMinor, currency })
  return posted.ok ? posted.value.record : null
}

/** In every other month nobody pays an installment. */
const isLeanMonth = (date: BusinessDate): boolean => Number(date.slice(5, 7)) % 2 === 0

const isForgotten = (people: readonly Person[], person: Person): boolean =>
  person.productId === 'taxed-savings' && people.indexOf(person) % 23 === 0

function withdraw({ branch, date }: Counter, { accountId }: Person, wantedMinor: bigint): void {
  const account = loadSavingsAccount(branch.books.db, accountId, date)
  if (!account) throw new Error('the account is there')
  const freeMinor = availableMinor(account)
  if (account.maturesOn !== null || wantedMinor > freeMinor) return
  const amountMinor = wantedMinor * 2n < freeMinor ? wantedMinor * 2n : wantedMinor
  branch.execute('officer', { type: 'savings.withdraw', accountId, amountMinor, currency: branch.currency })
}

function undone(counter: Counter, person: Person, amountMinor: bigint): void {
  const record = deposit(counter, person, amountMinor)
  if (record)
    counter.branch.execute('officer', { type: 'operation.reverse', record, reason: 'wrong-amount' }, 'manager')
}

/** Places one, or ends the one that is there: it is released, paid out, or goes to the institution's fees. */
function turnHold({ branch, draw }: Counter, person: Person): void {
  const { accountId, holdId } = person
  const { currency } = branch
  const amountMinor = 30_000n
  if (!holdId) {
    const placed = branch.execute('officer', { type: 'hold.place', accountId, amountMinor, currency, reason: 'other' })
    person.holdId = placed.ok ? (placed.value.created.holdId ?? null) : null
    return
  }
  const way = draw(3)
  const target = way === 0 ? ({ kind: 'drawer' } as const) : ({ kind: 'ledger', account: '4200' } as const)
  if (way === 2) branch.must('officer', { type: 'hold.release', holdId })
  else {
    const capture = { type: 'hold.capture', holdId, amountMinor: amountMinor - 500n, target } as const
    if (!branch.execute('officer', capture, 'manager').ok) return
  }
  person.holdId = null
}

function pay({ branch, people, draw }: Counter, { accountId }: Person, amountMinor: bigint): void {
  const target = people[draw(people.length)]
  if (!target || isForgotten(people, target)) return
  const toAccountId = target.accountId
  const { currency } = branch
  branch.execute('officer', { type: 'savings.transfer', accountId, toAccountId, amountMinor, currency })
}

/** An account is closed, a deposit with a term early, and its client opens another one like it. */
function leave({ branch, people }: Counter, person: Person): void {
  const { accountId, clientId, productId } = person
  const closed = branch.execute('officer', { type: 'savings.close', accountId, payout: { kind: 'drawer' } }, 'manager')
  if (!closed.ok) return
  person.isClosed = true
  people.push(openAccount(branch, clientId, productId))
}

/** Whoever was forgotten comes after all, and the manager brings the account back. */
function wake({ branch, people }: Counter, person: Person): void {
  if (isForgotten(people, person))
    branch.execute('manager', { type: 'savings.reactivate', accountId: person.accountId })
}
