import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { days, halfUp, isMonthEnd, perYear } from './night-book.ts'
import {
  againstReceiving,
  counter,
  drawerSide,
  found,
  isShut,
  openDrawer,
  side,
  unsigned,
  use,
} from './savings-kinds.ts'
import { type Account, type Kind, openOf, type World } from './world.ts'

/** In hundredths of a percent. */
const hundredths = (percent: string | undefined): bigint => BigInt(Math.round(Number(percent ?? 0) * 100))

/** What an account was worth to its client at the end of a day. */
const closingOn = (world: World, { id, product }: Account, day: string): bigint =>
  -world.upTo(day, ({ account, sub }) => sub === id && account === product.controlAccount)

interface Settled {
  readonly interest: bigint
  /** Of the interest: what an early closing loses. */
  readonly lost: bigint
  readonly overdraft: bigint
}

/** Of what a deposit earned before its term ended, weighed by day and rate: what its product takes away, weighed. */
function kept(product: Account['product'], balances: bigint, rate: bigint): bigint {
  if (product.kind !== 'fixed' && product.kind !== 'recurring') return balances * rate * 100n
  const loss = product.earlyClosure
  return loss.type === 'rate-reduced'
    ? balances * (rate - hundredths(loss.points)) * 100n
    : balances * rate * (100n - BigInt(loss.percent))
}

/**
 * Interest through yesterday, of every day on what it closed with. The model has no nights: of accounts without a term it is posted here
 * for each month by itself, and bears interest in the next.
 */
function settled(world: World, account: Account): Settled {
  const { product, openedOn, maturesOn } = account
  const rate = hundredths(product.interest?.rates.tiers[0]?.annualPercent)
  const overdraftRate = hundredths(product.kind === 'current' ? product.overdraft?.annualPercent : undefined)
  const sums = { interest: 0n, lost: 0n, overdraft: 0n }
  let [credit, debit] = [0n, 0n]
  const post = () => {
    const earned = halfUp(credit * rate, perYear)
    sums.interest += earned
    sums.lost += earned - halfUp(kept(product, credit, rate), perYear * 100n)
    sums.overdraft += halfUp(debit * overdraftRate, perYear)
    credit = 0n
    debit = 0n
  }
  for (const day of days(businessDate(openedOn), addDays(businessDate(world.today()), -1))) {
    const balance = closingOn(world, account, day) + sums.interest - sums.lost - sums.overdraft
    if (balance > 0n) credit += balance
    else debit -= balance
    if (maturesOn === null && isMonthEnd(day)) post()
  }
  post()
  return sums
}

const left = (world: World, account: Account): bigint => {
  const { interest, lost, overdraft } = settled(world, account)
  return world.balance(account) + interest - lost - overdraft
}

export const closing: Kind<CommandOf<'savings.close'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const signed = draw.number(2) === 0 ? { signedBy: [account.client, ...account.others] } : {}
    const payout = draw.pick([
      { kind: 'drawer' },
      { kind: 'account', toAccountId: draw.pick(openOf(world.accounts)).id },
    ] as const)
    return { type: 'savings.close', accountId: account.id, payout, ...signed }
  },
  against: (world, { accountId, payout, signedBy }, { role }) => {
    const account = found(world.accounts, accountId)
    const amount = left(world, account)
    const base = [
      isShut(account),
      world.held(account) > 0n && 'account-has-holds',
      amount < 0n && 'account-overdrawn',
      unsigned(account, signedBy),
    ]
    if (amount <= 0n) return base
    if (payout.kind === 'account') {
      const target = found(world.accounts, payout.toAccountId)
      return [...base, target === account && 'same-account', ...againstReceiving(world, target, amount)]
    }
    const drawer = world.drawerOf(role, 'KES')
    return [...base, !drawer && 'drawer-not-open', drawer && amount > world.cashIn(drawer) && 'drawer-short']
  },
  takesTwo: (world, { accountId }, who) =>
    world.needsTwo(who, 'cashOutMinor', left(world, found(world.accounts, accountId)), 'KES'),
  happen: (world, { accountId, payout }, who) => {
    const account = found(world.accounts, accountId)
    const { interest, lost, overdraft } = settled(world, account)
    const { interest: terms } = account.product
    if (terms) {
      const [expense, payable] = [terms.expenseAccount, terms.payableAccount].map(code => ({ account: code, sub: '' }))
      if (!expense || !payable) throw new Error('interest is booked to two accounts')
      world.transfer(expense, payable, interest, 'KES')
      world.transfer(payable, expense, lost, 'KES')
      world.transfer(payable, side(account), interest - lost, 'KES')
    }
    const charged = account.product.kind === 'current' ? account.product.overdraft : undefined
    if (charged) {
      const owed = { account: charged.receivableAccount, sub: account.id }
      world.transfer(owed, { account: charged.incomeAccount, sub: '' }, overdraft, 'KES')
      world.transfer(side(account), owed, overdraft, 'KES')
    }
    const amount = world.balance(account)
    if (amount > 0n && payout.kind === 'drawer')
      world.transfer(side(account), drawerSide(openDrawer(world, who)), amount, 'KES')
    if (amount > 0n && payout.kind === 'account') payInto(world, account, found(world.accounts, payout.toAccountId))
    account.isOpen = false
    for (const order of world.instructions) if (order.account === account) order.isOpen = false
  },
}

/** To who receives it, it is a deposit. */
function payInto(world: World, account: Account, target: Account): void {
  const amount = world.balance(account)
  world.transfer(side(account), side(target), amount, 'KES')
  target.paidIn += amount
  target.gotWhatWasLeft = true
  use(target, world.today(), amount, false)
}
