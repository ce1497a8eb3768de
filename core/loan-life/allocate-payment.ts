import type { AllocationRules, PaymentKind } from './allocation-rules.ts'
import { type InstallmentAccount, type PaymentDates, payComponent } from './installment-account.ts'
import { type Component, nothing, type Portions, withMore } from './portions.ts'

/** How much of a component of an installment money may meet. */
export type Owed = (account: InstallmentAccount, component: Component) => bigint

/** Money on its way: what is left of it, and where the rest went. */
export interface MoneyIn extends PaymentDates {
  readonly kind: PaymentKind
  readonly owed: Owed
  leftMinor: bigint
  portions: Portions
}

export const moneyIn = (kind: PaymentKind, amountMinor: bigint, dates: PaymentDates, owed: Owed): MoneyIn => ({
  ...dates,
  kind,
  owed,
  leftMinor: amountMinor,
  portions: nothing,
})

/** Pays a component of an installment, as far as money, debt and limit go. */
export function payInto(money: MoneyIn, account: InstallmentAccount, component: Component, limitMinor?: bigint): void {
  if (money.leftMinor === 0n) return
  const most = limitMinor !== undefined && limitMinor < money.leftMinor ? limitMinor : money.leftMinor
  const owedMinor = money.owed(account, component)
  const paidMinor = payComponent(account, component, owedMinor < most ? owedMinor : most, money)
  if (paidMinor === 0n) return
  money.leftMinor -= paidMinor
  money.portions = withMore(money.portions, component, paidMinor)
}

type Order = readonly Component[]

function payInOrder(
  money: MoneyIn,
  accounts: readonly InstallmentAccount[],
  order: Order,
  { direction }: AllocationRules,
): void {
  if (direction === 'horizontal')
    for (const account of accounts) for (const component of order) payInto(money, account, component)
  else for (const component of order) for (const account of accounts) payInto(money, account, component)
}

const owes = ({ owed }: MoneyIn, account: InstallmentAccount, order: Order): boolean =>
  order.some(component => owed(account, component) > 0n)

/** The same part to each that still owes; what one does not take goes to the others, the odd units to the earlier ones. */
function payEvenParts(money: MoneyIn, accounts: readonly InstallmentAccount[], order: Order): void {
  let owing = accounts.filter(account => owes(money, account, order))
  while (money.leftMinor > 0n && owing.length > 0) {
    const partMinor = money.leftMinor / BigInt(owing.length)
    const odd = money.leftMinor % BigInt(owing.length)
    for (const [place, account] of owing.entries()) {
      let limitMinor = partMinor + (BigInt(place) < odd ? 1n : 0n)
      for (const component of order) {
        const before = money.leftMinor
        payInto(money, account, component, limitMinor)
        limitMinor -= before - money.leftMinor
      }
    }
    owing = owing.filter(account => owes(money, account, order))
  }
}

function payDueCharges(money: MoneyIn, account: InstallmentAccount, dueCharges: Owed): void {
  for (const component of ['penalties', 'fees'] as const)
    payInto(money, account, component, dueCharges(account, component))
}

/** Money that is not owed yet, by the rule for payments of its kind. `dueCharges`: charges of which the own day has come. */
export function payInAdvance(
  money: MoneyIn,
  accounts: readonly InstallmentAccount[],
  rules: AllocationRules,
  dueCharges: Owed,
  order: Order = rules.inAdvance,
): void {
  const ahead = accounts.filter(({ dueOn }) => dueOn > money.countsOn)
  const rule = rules.future[money.kind] ?? rules.future.default
  const inTurn = rule === 'last-installment' ? ahead.toReversed() : ahead
  if (rule === 'even-parts') payEvenParts(money, ahead, order)
  else if (!rules.dueChargesFirst) payInOrder(money, inTurn, order, rules)
  else
    for (const account of inTurn) {
      payDueCharges(money, account, dueCharges)
      payInOrder(money, [account], order, rules)
    }
}

/** What is past due, then what is due on the day, the oldest first. */
export function payWhatIsDue(money: MoneyIn, accounts: readonly InstallmentAccount[], rules: AllocationRules): void {
  const { countsOn } = money
  payInOrder(
    money,
    accounts.filter(({ dueOn }) => dueOn < countsOn),
    rules.pastDue,
    rules,
  )
  payInOrder(
    money,
    accounts.filter(({ dueOn }) => dueOn === countsOn),
    rules.due,
    rules,
  )
}
