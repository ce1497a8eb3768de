import type { CommandOf } from '../../../core/command/command.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { isDepositProduct } from '../../../core/products/product.ts'
import { templateProducts } from '../../../core/products/products-template.ts'
import {
  type Account,
  codes,
  type Drawer,
  type Kind,
  type Line,
  openOf,
  oversees,
  type Who,
  type World,
} from './world.ts'

export const counter = ['officer', 'teller', 'manager', 'head-office'] as const

export const found = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const one = list.find(item => item.id === id)
  if (!one) throw new Error(`the model knows ${id}`)
  return one
}

const add = (to: Map<string, bigint>, day: string, amount: bigint) => to.set(day, (to.get(day) ?? 0n) + amount)
const inMonth = (of: ReadonlyMap<string, bigint>, day: string): bigint =>
  [...of].reduce(
    (sum, [date, amount]) => (date.slice(0, 7) === day.slice(0, 7) && date <= day ? sum + amount : sum),
    0n,
  )
const above = (limit: bigint | undefined, amount: bigint): boolean => limit !== undefined && amount > limit

/** Counts an operation against the account's limits; gives back what takes it away again. */
export function use({ withdrawn, operated }: Account, day: string, amount: bigint, isOut: boolean): () => void {
  const both = (sign: bigint) => {
    add(operated, day, sign * amount)
    if (isOut) add(withdrawn, day, sign * amount)
  }
  both(1n)
  return () => both(-1n)
}

const overOperations = (world: World, { product: { limits }, operated }: Account, amount: bigint) =>
  (above(limits.operationsPerDayMinor, (operated.get(world.today()) ?? 0n) + amount) ||
    above(limits.operationsPerMonthMinor, inMonth(operated, world.today()) + amount)) &&
  'operations-limit-exceeded'

function feesOut(world: World, account: Account, amount: bigint): bigint {
  const { perOperationMinor = 0n, perWithdrawalMinor = 0n, overdraftMinor = 0n } = account.product.fees
  const always = perOperationMinor + perWithdrawalMinor
  return world.balance(account) < amount + always ? always + overdraftMinor : always
}

export const isShut = ({ isOpen }: Account) => !isOpen && 'account-not-active'

function againstPaying(world: World, account: Account, amount: bigint, fees: bigint, freed = 0n) {
  const { limits, minimumBalanceMinor } = account.product
  const day = world.today()
  const floor = account.overdraft > 0n ? -account.overdraft : minimumBalanceMinor
  return [
    isShut(account),
    account.maturesOn !== null && day < account.maturesOn && 'term-not-ended',
    above(limits.operationMinor, amount) && 'amount-above-maximum',
    amount + fees > world.balance(account) - world.held(account) + freed - floor && 'balance-below-minimum',
    above(limits.withdrawalsPerDayMinor, (account.withdrawn.get(day) ?? 0n) + amount) && 'daily-limit-exceeded',
    above(limits.withdrawalsPerMonthMinor, inMonth(account.withdrawn, day) + amount) && 'monthly-limit-exceeded',
    overOperations(world, account, amount),
  ]
}

/** Of a recurring deposit in months: how many installments have fallen due. */
function due({ openedOn, maturesOn }: Account, day: string): bigint {
  const [year = 0, month = 0] = openedOn.split('-').map(Number)
  let count = 0n
  for (; ; count++) {
    const months = year * 12 + month - 1 + Number(count)
    const date = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${openedOn.slice(8)}`
    if (date > day || (maturesOn !== null && date >= maturesOn)) return count
  }
}

export function againstReceiving(world: World, account: Account, amount: bigint) {
  const { product, installment, maturesOn } = account
  const fees = product.fees.perOperationMinor ?? 0n
  return [
    isShut(account),
    above(product.limits.operationMinor, amount) && 'amount-above-maximum',
    maturesOn !== null && world.today() >= maturesOn && 'term-ended',
    product.kind === 'fixed' && world.balance(account) !== 0n && 'deposit-made-already',
    installment !== null && amount % installment !== 0n && 'installment-differs',
    installment !== null &&
      (account.paidIn + amount) / installment > due(account, world.today()) &&
      'installment-not-due',
    world.balance(account) === 0n && amount < product.minimumOpeningMinor && 'opening-below-minimum',
    overOperations(world, account, amount),
    amount + world.available(account) < fees && 'balance-below-minimum',
  ]
}

export const unsigned = ({ signing, client, others }: Account, signedBy: readonly string[] = []) =>
  signing === 'all' && [client, ...others].some(holder => !signedBy.includes(holder)) && 'signatures-missing'

export const side = ({ id, product }: Account) => ({ account: product.controlAccount, sub: id })
export const drawerSide = ({ id }: Drawer) => ({ account: codes.drawers, sub: id })
const charge = (world: World, account: Account, fees: bigint): readonly Line[] =>
  world.transfer(side(account), { account: account.product.fees.incomeAccount, sub: '' }, fees, 'KES')

interface Moved {
  readonly record: RecordRef
  readonly lines: readonly Line[]
  readonly amount: bigint
  readonly accounts: readonly Account[]
  readonly drawer: Drawer | null
  readonly uncounts: readonly (() => void)[]
  /** Nobody stands at the counter for what goes to the ledger, or comes out of it. */
  readonly hasReceipt?: boolean
}
const remember = (world: World, { uncounts, drawer, hasReceipt = true, ...moved }: Moved): void => {
  const uncount = () => void uncounts.map(one => one())
  const drawers = drawer ? [drawer] : []
  const said = { ...moved, kind: 'cash', currency: 'KES', day: world.today(), hasReceipt } as const
  world.done.push({ ...said, drawers, isReversed: false, uncount })
}

export const openDrawer = (world: World, { role }: Who): Drawer => {
  const drawer = world.drawerOf(role, 'KES')
  if (!drawer) throw new Error('what was posted had a drawer')
  return drawer
}

const products = templateProducts('KES').filter(isDepositProduct)
const opened = [
  'passbook-savings',
  'current-account',
  'business-checking',
  'fixed-deposit',
  'recurring-deposit',
  'compulsory-savings',
]

export const opening: Kind<CommandOf<'savings.open'>> = {
  may: counter,
  make: (world, draw) => {
    const productId = draw.pick(opened)
    if (world.clients.length === 0) return null
    const other = draw.number(3) === 0 && world.clients.length > 1 ? { holders: [draw.pick(world.clients)] } : {}
    const signing = 'holders' in other ? { signing: draw.pick(['any', 'all'] as const) } : {}
    const installment = productId === 'recurring-deposit' ? { installmentMinor: 20_000n } : {}
    return { type: 'savings.open', clientId: draw.pick(world.clients), productId, ...other, ...signing, ...installment }
  },
  against: (_world, { clientId, holders = [] }) => [holders.includes(clientId) && 'field-invalid'],
  happen: (world, { clientId, productId, holders = [], signing = 'any', installmentMinor }, _who, { created }) => {
    const product = found(
      products.map(one => ({ ...one, id: one.productId })),
      productId,
    )
    const today = world.today()
    const isTerm = product.kind === 'fixed' || product.kind === 'recurring'
    world.accounts.push({
      id: created.accountId ?? '',
      product,
      client: clientId,
      openedOn: today,
      maturesOn: isTerm ? `${Number(today.slice(0, 4)) + 1}${today.slice(4)}` : null,
      installment: installmentMinor ?? null,
      isOpen: true,
      gotWhatWasLeft: false,
      paidIn: 0n,
      overdraft: product.kind === 'current' ? (product.overdraft?.limitMinor ?? 0n) : 0n,
      others: holders,
      signing: holders.length > 0 ? signing : 'any',
      withdrawn: new Map(),
      operated: new Map(),
    })
  },
}

export const deposit: Kind<CommandOf<'savings.deposit'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const near = [account.installment ?? 0n, account.product.minimumOpeningMinor, 900_000n, 20_000_000n]
    return { type: 'savings.deposit', accountId: account.id, amountMinor: draw.amount(...near), currency: 'KES' }
  },
  against: (world, { accountId, amountMinor }, { role }) => [
    !world.drawerOf(role, 'KES') && 'drawer-not-open',
    ...againstReceiving(world, found(world.accounts, accountId), amountMinor),
  ],
  takesTwo: (world, { amountMinor }, who) => world.needsTwo(who, 'cashInMinor', amountMinor, 'KES'),
  happen: (world, { accountId, amountMinor }, who, { record }) => {
    const account = found(world.accounts, accountId)
    const drawer = openDrawer(world, who)
    const fees = account.product.fees.perOperationMinor ?? 0n
    const lines = [
      ...world.transfer(drawerSide(drawer), side(account), amountMinor, 'KES'),
      ...charge(world, account, fees),
    ]
    account.paidIn += amountMinor
    const uncounts = [use(account, world.today(), amountMinor, false), () => (account.paidIn -= amountMinor)]
    remember(world, { record, lines, amount: amountMinor, accounts: [account], drawer, uncounts })
  },
}

export const withdrawal: Kind<CommandOf<'savings.withdraw'>> = {
  may: counter,
  make: (world, draw, { role }) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const drawer = world.drawerOf(role, 'KES')
    const near = [
      world.available(account),
      world.balance(account),
      drawer ? world.cashIn(drawer) : 1n,
      5_000_000n,
      50_000n,
    ]
    const signed = draw.number(2) === 0 ? { signedBy: [account.client, ...account.others] } : {}
    const amountMinor = draw.amount(...near)
    return { type: 'savings.withdraw', accountId: account.id, amountMinor, currency: 'KES', ...signed }
  },
  against: (world, { accountId, amountMinor, signedBy }, { role }) => {
    const account = found(world.accounts, accountId)
    const drawer = world.drawerOf(role, 'KES')
    return [
      !drawer && 'drawer-not-open',
      ...againstPaying(world, account, amountMinor, feesOut(world, account, amountMinor)),
      unsigned(account, signedBy),
      drawer && amountMinor > world.cashIn(drawer) && 'drawer-short',
    ]
  },
  takesTwo: (world, { amountMinor }, who) => world.needsTwo(who, 'cashOutMinor', amountMinor, 'KES'),
  happen: (world, { accountId, amountMinor }, who, { record }) => {
    const account = found(world.accounts, accountId)
    const drawer = openDrawer(world, who)
    const fees = feesOut(world, account, amountMinor)
    const lines = [
      ...world.transfer(side(account), drawerSide(drawer), amountMinor, 'KES'),
      ...charge(world, account, fees),
    ]
    const uncounts = [use(account, world.today(), amountMinor, true)]
    remember(world, { record, lines, amount: amountMinor, accounts: [account], drawer, uncounts })
  },
}

export const transfer: Kind<CommandOf<'savings.transfer'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const toAccountId = draw.pick(openOf(world.accounts)).id
    const amountMinor = draw.amount(world.available(account), world.balance(account), 60_000n, 5_000_000n)
    const signed = draw.number(2) === 0 ? { signedBy: [account.client, ...account.others] } : {}
    return { type: 'savings.transfer', accountId: account.id, toAccountId, amountMinor, currency: 'KES', ...signed }
  },
  against: (world, { accountId, toAccountId, amountMinor, signedBy }) => {
    if (accountId === toAccountId) return ['same-account']
    const account = found(world.accounts, accountId)
    return [
      ...againstPaying(world, account, amountMinor, feesOut(world, account, amountMinor)),
      unsigned(account, signedBy),
      ...againstReceiving(world, found(world.accounts, toAccountId), amountMinor),
    ]
  },
  takesTwo: (world, { amountMinor }, who) => world.needsTwo(who, 'cashOutMinor', amountMinor, 'KES'),
  happen: (world, { accountId, toAccountId, amountMinor }, _who, { record }) => {
    const [account, target] = [found(world.accounts, accountId), found(world.accounts, toAccountId)]
    const fees = feesOut(world, account, amountMinor)
    const lines = [...world.transfer(side(account), side(target), amountMinor, 'KES'), ...charge(world, account, fees)]
    const day = world.today()
    target.paidIn += amountMinor
    const uncounts = [
      use(account, day, amountMinor, true),
      use(target, day, amountMinor, false),
      () => (target.paidIn -= amountMinor),
    ]
    remember(world, { record, lines, amount: amountMinor, accounts: [account, target], drawer: null, uncounts })
  },
}

export const takingOver: Kind<CommandOf<'savings.take-over'>> = {
  may: ['accountant', 'head-office'],
  make: (world, draw) =>
    world.accounts.length === 0
      ? null
      : {
          type: 'savings.take-over',
          accountId: draw.pick(openOf(world.accounts)).id,
          amountMinor: draw.amount(75_000n),
          currency: 'KES',
        },
  against: (world, { accountId }) => {
    const account = found(world.accounts, accountId)
    const isUsed = world.done.some(one => !one.isReversed && one.accounts.includes(account))
    return [isShut(account), (isUsed || account.gotWhatWasLeft) && 'account-in-use']
  },
  takesTwo: (world, { amountMinor }, who) => world.needsTwo(who, 'manualJournalMinor', amountMinor, 'KES'),
  happen: (world, { accountId, amountMinor }, _who, { record }) => {
    const account = found(world.accounts, accountId)
    const lines = world.transfer({ account: '3900', sub: '' }, side(account), amountMinor, 'KES')
    const paidIn = account.installment === null ? 0n : amountMinor
    account.paidIn += paidIn
    remember(world, {
      record,
      lines,
      amount: amountMinor,
      accounts: [account],
      drawer: null,
      uncounts: [() => (account.paidIn -= paidIn)],
      hasReceipt: false,
    })
  },
}

export const holding: Kind<CommandOf<'hold.place'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const amountMinor = draw.amount(world.balance(account) - world.held(account), world.available(account), 30_000n)
    const reason = draw.pick(['other', 'court-order', 'guarantee'] as const)
    const expiry = draw.number(3) === 0 ? { expiresOn: draw.pick([world.day ?? world.lastDay, world.lastDay]) } : {}
    return { type: 'hold.place', accountId: account.id, amountMinor, currency: 'KES', reason, ...expiry } as never
  },
  against: (world, { accountId, amountMinor, expiresOn }) => {
    const account = found(world.accounts, accountId)
    return [
      isShut(account),
      expiresOn !== undefined && expiresOn < world.today() && 'hold-expired-already',
      amountMinor > world.balance(account) - world.held(account) && 'balance-below-minimum',
    ]
  },
  happen: (world, { accountId, amountMinor, reason, expiresOn = null }, _who, { created }) => {
    const account = found(world.accounts, accountId)
    world.holds.push({ id: created.holdId ?? '', account, amount: amountMinor, reason, expiresOn, isOpen: true })
  },
}

const againstEnding = (world: World, holdId: string, { role }: Who) => {
  const hold = found(world.holds, holdId)
  const isLock = hold.reason === 'guarantee' && hold.account.product.kind === 'compulsory'
  return [
    (isLock || hold.reason === 'court-order') && !oversees(role) && 'not-permitted',
    isShut(hold.account),
    !hold.isOpen && 'hold-not-active',
  ]
}

export const releasing: Kind<CommandOf<'hold.release'>> = {
  may: counter,
  make: (world, draw) =>
    world.holds.length === 0 ? null : { type: 'hold.release', holdId: draw.pick(openOf(world.holds)).id },
  against: (world, { holdId }, who) => againstEnding(world, holdId, who),
  happen: (world, { holdId }) => {
    found(world.holds, holdId).isOpen = false
  },
}

export const capturing: Kind<CommandOf<'hold.capture'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.holds.length === 0) return null
    const hold = draw.pick(openOf(world.holds))
    const target = draw.pick([
      { kind: 'drawer' },
      { kind: 'ledger', account: draw.pick(['4200', '2110', '2100']) },
    ] as const)
    const { client, others } = hold.account
    const signed = draw.number(2) === 0 ? { signedBy: [client, ...others] } : {}
    return { type: 'hold.capture', holdId: hold.id, amountMinor: draw.amount(hold.amount), target, ...signed }
  },
  against: (world, { holdId, amountMinor, target, signedBy }, who) => {
    const hold = found(world.holds, holdId)
    const isOthers = hold.reason === 'court-order' || hold.reason === 'guarantee'
    const base = [...againstEnding(world, holdId, who), amountMinor > hold.amount && 'capture-above-hold']
    if (target.kind === 'ledger')
      return [
        ...base,
        target.account === '2110' && 'ledger-account-controlled',
        target.account === '2100' && 'ledger-account-is-header',
        !isOthers && unsigned(hold.account, signedBy),
      ]
    const drawer = world.drawerOf(who.role, 'KES')
    const fees = feesOut(world, hold.account, amountMinor)
    return [
      ...base,
      !drawer && 'drawer-not-open',
      ...againstPaying(world, hold.account, amountMinor, fees, hold.isOpen ? hold.amount : 0n),
      unsigned(hold.account, signedBy),
      drawer && amountMinor > world.cashIn(drawer) && 'drawer-short',
    ]
  },
  takesTwo: (world, { amountMinor, target }, who) =>
    world.needsTwo(who, target.kind === 'drawer' ? 'cashOutMinor' : 'manualJournalMinor', amountMinor, 'KES'),
  happen: (world, { holdId, amountMinor, target }, who, { record }) => {
    const hold = found(world.holds, holdId)
    const { account } = hold
    hold.isOpen = false
    const drawer = target.kind === 'drawer' ? openDrawer(world, who) : null
    const credit = target.kind === 'drawer' ? drawerSide(openDrawer(world, who)) : { account: target.account, sub: '' }
    const fees = drawer ? feesOut(world, account, amountMinor) : 0n
    const lines = [...world.transfer(side(account), credit, amountMinor, 'KES'), ...charge(world, account, fees)]
    const uncounts = drawer ? [use(account, world.today(), amountMinor, true)] : []
    const paper = drawer ? {} : ({ hasReceipt: false } as const)
    remember(world, { record, lines, amount: amountMinor, accounts: [account], drawer, uncounts, ...paper })
  },
}

export const reactivation: Kind<CommandOf<'savings.reactivate'>> = {
  may: ['manager', 'head-office'],
  make: (world, draw) =>
    world.accounts.length === 0 ? null : { type: 'savings.reactivate', accountId: draw.pick(world.accounts).id },
  against: () => ['account-not-dormant'],
  happen: () => undefined,
}

export const overdraft: Kind<CommandOf<'savings.set-overdraft'>> = {
  may: ['manager', 'head-office'],
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const limitMinor = draw.pick([0n, draw.amount(-world.balance(account), 5_000_000n)])
    return { type: 'savings.set-overdraft', accountId: account.id, limitMinor }
  },
  against: (world, { accountId, limitMinor }) => {
    const account = found(world.accounts, accountId)
    const offered = account.product.kind === 'current' ? account.product.overdraft : undefined
    if (!offered) return [isShut(account), 'no-overdraft']
    return [
      isShut(account),
      limitMinor > offered.limitMinor && 'amount-above-maximum',
      -world.balance(account) > limitMinor && 'overdraft-in-use',
    ]
  },
  happen: (world, { accountId, limitMinor }) => {
    found(world.accounts, accountId).overdraft = limitMinor
  },
}

export const holders: Kind<CommandOf<'savings.set-holders'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    const signed = draw.number(2) === 0 ? { signedBy: [account.client, ...account.others] } : {}
    const others = draw.pick([[], [draw.pick(world.clients)]])
    const signing = draw.pick(['any', 'all'] as const)
    return { type: 'savings.set-holders', accountId: account.id, holders: others, signing, ...signed }
  },
  against: (world, { accountId, holders: others, signedBy }) => {
    const account = found(world.accounts, accountId)
    return [isShut(account), others.includes(account.client) && 'field-invalid', unsigned(account, signedBy)]
  },
  happen: (world, { accountId, holders: others, signing }) => {
    Object.assign(found(world.accounts, accountId), { others, signing })
  },
}

export const instruction: Kind<CommandOf<'standing-instruction.place'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.accounts.length === 0) return null
    const account = draw.pick(openOf(world.accounts))
    return {
      type: 'standing-instruction.place',
      accountId: account.id,
      toAccountId: draw.pick(openOf(world.accounts)).id,
      amountMinor: draw.amount(10_000n, 5_000_000n),
      currency: 'KES',
      frequency: 'monthly',
      startsOn: world.day ?? world.lastDay,
      retryDays: 0,
      signedBy: draw.pick([[account.client, ...account.others], []]),
    } as never
  },
  against: (world, { accountId, toAccountId, startsOn, signedBy }) => {
    if (accountId === toAccountId) return ['same-account']
    const account = found(world.accounts, accountId)
    return [
      isShut(account),
      isShut(found(world.accounts, toAccountId)),
      account.maturesOn !== null && account.maturesOn > startsOn && 'term-not-ended',
      startsOn < world.today() && 'field-invalid',
      unsigned(account, signedBy),
    ]
  },
  takesTwo: (world, { amountMinor }, who) => world.needsTwo(who, 'cashOutMinor', amountMinor, 'KES'),
  happen: (world, { accountId }, _who, { created }) => {
    const account = found(world.accounts, accountId)
    world.instructions.push({ id: created.instructionId ?? '', account, isOpen: true })
  },
}

export const cancelling: Kind<CommandOf<'standing-instruction.cancel'>> = {
  may: counter,
  make: (world, draw) =>
    world.instructions.length === 0
      ? null
      : { type: 'standing-instruction.cancel', instructionId: draw.pick(openOf(world.instructions)).id },
  against: (world, { instructionId }) => [!found(world.instructions, instructionId).isOpen && 'instruction-ended'],
  happen: (world, { instructionId }) => {
    found(world.instructions, instructionId).isOpen = false
  },
}
