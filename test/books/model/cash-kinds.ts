import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { positionOf } from '../../../core/foreign-exchange/position-account.ts'
import type { CurrencyCode } from '../../../core/money/currency.ts'
import { countedMinor, type DenominationCount } from '../../../core/money/denominations.ts'
import { rate } from '../../../core/money/rate.ts'
import { counter, found } from './savings-kinds.ts'
import {
  codes,
  type Draw,
  type Drawer,
  type Kind,
  type Line,
  openOf,
  oversees,
  type Place,
  type World,
} from './world.ts'

/** The model counts amounts, not notes; a face has its largest. */
const faceMax = 10_000_000_000n
const piecesOf = (amount: bigint): DenominationCount =>
  [
    { faceMinor: faceMax, pieces: Number(amount / faceMax) },
    { faceMinor: amount % faceMax, pieces: 1 },
  ].filter(({ faceMinor, pieces }) => faceMinor > 0n && pieces > 0)

const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const keepsVault = oversees
const drawerPlace = (drawer: Drawer): Place => ({ kind: 'drawer', account: codes.drawers, sub: drawer.id, drawer })
const vaultPlace = (world: World): Place => ({ kind: 'vault', account: codes.vault, sub: world.vaultId })

export const dayOpening: Kind<CommandOf<'day.open'>> = {
  may: counter,
  anytime: true,
  make: (world, draw) => {
    const days = draw.pick([0, 1, 1, 1, 60])
    return { type: 'day.open', date: addDays(businessDate(world.lastDay), days) }
  },
  against: (world, { date }) => [
    world.day !== null && 'day-already-open',
    date <= world.lastDay && 'day-not-after-last',
    date > addDays(businessDate(world.lastDay), 59) && 'day-too-far-ahead',
  ],
  happen: (world, { date }) => {
    world.day = date
    world.lastDay = date
    for (const hold of world.holds) if (hold.expiresOn !== null && hold.expiresOn < date) hold.isOpen = false
  },
}

export const dayClosing: Kind<CommandOf<'day.close'>> = {
  may: counter,
  make: () => ({ type: 'day.close' }),
  against: (world, _command, { role, second }) => {
    const isLoose = ({ isOpen, keeper, id, currency }: Drawer): boolean =>
      isOpen &&
      (keeper !== 'officer' ||
        world.countedOn.get(`${id}/${currency}`) !== world.today() ||
        world.movedSince.has(`${id}/${currency}`))
    const isVaultSigned = second !== null && second !== role && keepsVault(second)
    const isVaultLoose = !isVaultSigned && world.uncountedVault.length > 0
    const isOnItsWay = world.sent.some(({ isOpen, day }) => isOpen && day === world.today())
    const isOverseen = oversees(role) || oversees(second)
    return [(world.drawers.some(isLoose) || isVaultLoose || (isOnItsWay && !isOverseen)) && 'cash-uncounted']
  },
  happen: world => {
    world.day = null
  },
}

export const drawerOpening: Kind<CommandOf<'drawer.open'>> = {
  may: counter,
  make: (world, draw) => {
    const currency = draw.pick(['KES', 'KES', 'USD'] as const)
    const vault = world.of(codes.vault, world.vaultId, currency)
    const float = currency === 'USD' ? draw.pick([0n, vault, vault + 1n]) : draw.pick([0n, 2_000_000n, 7_654_321n])
    return { type: 'drawer.open', currency, counted: piecesOf(float) }
  },
  against: (world, { currency, counted }, { role }) => [
    currency !== 'KES' && !world.rate && 'rate-unknown',
    world.drawerOf(role, currency) && 'drawer-already-open',
    countedMinor(counted) > world.of(codes.vault, world.vaultId, currency) && 'vault-short',
  ],
  happen: (world, { currency, counted }, { role }, { created }) => {
    const drawer: Drawer = { id: created.drawerId ?? '', keeper: role, currency, isOpen: true }
    world.drawers.push(drawer)
    world.transfer(drawerPlace(drawer), vaultPlace(world), countedMinor(counted), currency)
  },
}

/** What was found too much or too little goes to over and short. */
function book(world: World, at: Place, currency: CurrencyCode, difference: bigint): void {
  if (difference > 0n) world.transfer(at, { account: codes.over, sub: '' }, difference, currency)
  else world.transfer({ account: codes.short, sub: '' }, at, -difference, currency)
}

const nearly = (draw: Draw, amount: bigint): bigint => {
  const counted = draw.pick([amount, amount, amount, amount - 1n, amount + 70_000n, 0n])
  return counted < 0n ? 0n : counted
}
const noted = (draw: Draw) => (draw.number(3) === 0 ? {} : { note: 'Counted twice' })

function drawerCount(world: World, draw: Draw) {
  if (world.drawers.length === 0) return null
  const drawer = draw.pick(openOf(world.drawers))
  return { drawerId: drawer.id, counted: piecesOf(nearly(draw, world.cashIn(drawer))), ...noted(draw) }
}

type CountOfDrawer = CommandOf<'drawer.count'> | CommandOf<'drawer.close'>

const countedDrawer: Pick<Kind<CountOfDrawer>, 'may' | 'against'> & Required<Pick<Kind<CountOfDrawer>, 'takesTwo'>> = {
  may: counter,
  against: (world, { drawerId, counted, note }, { role }) => {
    const drawer = found(world.drawers, drawerId)
    if (!drawer.isOpen) return ['drawer-not-open']
    return [
      drawer.keeper !== role && !oversees(role) && 'drawer-not-yours',
      countedMinor(counted) !== world.cashIn(drawer) && note === undefined && 'difference-needs-note',
    ]
  },
  takesTwo: (world, { drawerId, counted }, who) => {
    const drawer = found(world.drawers, drawerId)
    const difference = absolute(countedMinor(counted) - world.cashIn(drawer))
    return difference === 0n ? null : world.needsTwo(who, 'drawerDifferenceMinor', difference, drawer.currency)
  },
}

export const drawerCounting: Kind<CommandOf<'drawer.count'>> = {
  ...countedDrawer,
  make: (world, draw) => {
    const made = drawerCount(world, draw)
    return made && { type: 'drawer.count', ...made }
  },
  happen: (world, { drawerId, counted }) => {
    const drawer = found(world.drawers, drawerId)
    book(world, drawerPlace(drawer), drawer.currency, countedMinor(counted) - world.cashIn(drawer))
    world.counted(drawer.id, drawer.currency)
  },
}

export const drawerClosing: Kind<CommandOf<'drawer.close'>> = {
  ...countedDrawer,
  make: (world, draw) => {
    const made = drawerCount(world, draw)
    return made && { type: 'drawer.close', ...made }
  },
  happen: (world, { drawerId, counted }) => {
    const drawer = found(world.drawers, drawerId)
    book(world, drawerPlace(drawer), drawer.currency, countedMinor(counted) - world.cashIn(drawer))
    world.transfer(vaultPlace(world), drawerPlace(drawer), countedMinor(counted), drawer.currency)
    drawer.isOpen = false
  },
}

export const vaultCounting: Kind<CommandOf<'vault.count'>> = {
  may: ['manager', 'head-office'],
  make: (world, draw) => {
    const currency = draw.pick(['KES', 'KES', 'USD'] as const)
    const counted = nearly(draw, world.of(codes.vault, world.vaultId, currency))
    return { type: 'vault.count', currency, counted: piecesOf(counted), ...noted(draw) }
  },
  against: (world, { currency, counted, note }) => [
    countedMinor(counted) !== world.of(codes.vault, world.vaultId, currency) &&
      note === undefined &&
      'difference-needs-note',
  ],
  takesTwo: (world, { currency, counted }, who) => {
    const difference = absolute(countedMinor(counted) - world.of(codes.vault, world.vaultId, currency))
    return difference === 0n ? null : world.needsTwo(who, 'drawerDifferenceMinor', difference, currency)
  },
  happen: (world, { currency, counted }) => {
    const at = vaultPlace(world)
    book(world, at, currency, countedMinor(counted) - world.of(codes.vault, world.vaultId, currency))
    world.counted(world.vaultId, currency)
  },
}

type End = CommandOf<'cash.send'>['from']
function placeAt(world: World, end: End): Place {
  if (end.kind === 'vault') return vaultPlace(world)
  if (end.kind === 'drawer') return drawerPlace(found(world.drawers, end.drawerId))
  return { kind: 'bank', account: found(world.banks, end.bankAccountId).account, sub: '' }
}
const isShut = ({ drawer }: Place) => drawer?.isOpen === false && 'drawer-not-open'

export const sending: Kind<CommandOf<'cash.send'>> = {
  may: counter,
  make: (world, draw) => {
    const ends: End[] = [
      { kind: 'vault' },
      ...world.drawers.map(({ id }) => ({ kind: 'drawer', drawerId: id }) as const),
      ...world.banks.map(({ id }) => ({ kind: 'bank', bankAccountId: id }) as const),
    ]
    const from = draw.pick(ends)
    const to = draw.pick(ends)
    if (from.kind === to.kind && JSON.stringify(from) === JSON.stringify(to)) return null
    if (from.kind === 'bank' && to.kind === 'bank') return null
    const currency = draw.pick(['KES', 'KES', 'USD'] as const)
    const { account, sub } = placeAt(world, from)
    return {
      type: 'cash.send',
      from,
      to,
      currency,
      counted: piecesOf(draw.amount(world.of(account, sub, currency), 500_000n)),
    }
  },
  against: (world, { from, to, currency, counted }, { role }) => {
    const [source, target] = [placeAt(world, from), placeAt(world, to)]
    const differs = ({ kind, drawer }: Place) => (drawer?.currency ?? (kind === 'bank' ? 'KES' : currency)) !== currency
    return [
      isShut(source),
      isShut(target),
      source.drawer && source.drawer.keeper !== role && !oversees(role) && 'drawer-not-yours',
      !source.drawer && !keepsVault(role) && 'not-permitted',
      (differs(source) || differs(target)) && 'currency-differs',
      source.kind !== 'bank' &&
        countedMinor(counted) > world.of(source.account, source.sub, currency) &&
        `${source.kind}-short`,
    ]
  },
  happen: (world, { from, to, currency, counted }, { role }, { created }) => {
    const id = created.transferId ?? ''
    const amount = countedMinor(counted)
    const [source, target] = [placeAt(world, from), placeAt(world, to)]
    world.transfer({ account: codes.transit, sub: id }, source, amount, currency)
    world.sent.push({ id, from: source, to: target, currency, amount, by: role, day: world.today(), isOpen: true })
  },
}

export const receiving: Kind<CommandOf<'cash.receive'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.sent.length === 0) return null
    const { id, amount } = draw.pick(openOf(world.sent))
    const stands = draw.number(2) === 0 ? { discrepancy: 'miscounted' as const } : {}
    return { type: 'cash.receive', transferId: id, counted: piecesOf(nearly(draw, amount)), ...stands, ...noted(draw) }
  },
  against: (world, { transferId, counted, discrepancy, note }, { role, second }) => {
    const { isOpen, to, by, amount } = found(world.sent, transferId)
    if (!isOpen) return ['transfer-not-open']
    const differs = countedMinor(counted) !== amount
    return [
      isShut(to),
      (role === by || second === by) && 'own-transfer',
      to.drawer && to.drawer.keeper !== role && 'drawer-not-yours',
      !to.drawer && !keepsVault(role) && 'not-permitted',
      differs && (discrepancy === undefined || note === undefined) && 'transfer-count-differs',
    ]
  },
  takesTwo: (world, { transferId, counted }, who) => {
    const { amount, currency } = found(world.sent, transferId)
    const difference = absolute(countedMinor(counted) - amount)
    if (difference === 0n) return null
    return world.needsTwo(who, oversees(who.role) ? 'drawerDifferenceMinor' : 'always', difference, currency)
  },
  happen: (world, { transferId, counted }) => {
    const sent = found(world.sent, transferId)
    const transit: Place = { kind: 'vault', account: codes.transit, sub: sent.id }
    const difference = countedMinor(counted) - sent.amount
    const arrived = difference < 0n ? countedMinor(counted) : sent.amount
    world.transfer(sent.to, transit, arrived, sent.currency)
    book(world, difference < 0n ? transit : sent.to, sent.currency, difference)
    sent.isOpen = false
  },
}

const backOf = (world: World, { from }: { readonly from: Place }): Place =>
  from.drawer && !from.drawer.isOpen ? vaultPlace(world) : from

export const callingBack: Kind<CommandOf<'cash.cancel-transfer'>> = {
  may: counter,
  make: (world, draw) =>
    world.sent.length === 0 ? null : { type: 'cash.cancel-transfer', transferId: draw.pick(openOf(world.sent)).id },
  against: (world, { transferId }, { role }) => {
    const sent = found(world.sent, transferId)
    if (!sent.isOpen) return ['transfer-not-open']
    const back = backOf(world, sent)
    return [
      role !== sent.by && !oversees(role) && 'transfer-not-yours',
      back.drawer && back.drawer.keeper !== role && !oversees(role) && 'drawer-not-yours',
      !back.drawer && !keepsVault(role) && 'not-permitted',
    ]
  },
  happen: (world, { transferId }) => {
    const sent = found(world.sent, transferId)
    world.transfer(backOf(world, sent), { account: codes.transit, sub: sent.id }, sent.amount, sent.currency)
    sent.isOpen = false
  },
}

export const bankAdding: Kind<CommandOf<'bank-account.add'>> = {
  may: ['accountant', 'head-office'],
  anytime: true,
  make: (_world, draw) => {
    const account = draw.pick(['1130', '1110', '1100', '2250', '9999'])
    return { type: 'bank-account.add', account, bankName: 'Lake Bank', number: 'LB 77', currency: 'KES' }
  },
  against: (world, { account }) => [
    account === '9999' && 'ledger-account-unknown',
    account === '1100' && 'ledger-account-is-header',
    account === '1110' && 'ledger-account-controlled',
    account === '2250' && 'ledger-account-type-differs',
    world.banks.some(bank => bank.account === account) && 'ledger-account-in-use',
  ],
  happen: (world, { account }, _who, { created }) => {
    world.banks.push({ id: created.bankAccountId ?? '', account })
  },
}

/** In tenths. */
const said = (tenths: bigint) => rate(`${tenths / 10n}.${tenths % 10n}`)
const tenthsOf = (text: string): bigint => BigInt(Math.round(Number(text) * 10))

export const rating: Kind<CommandOf<'rate.publish'>> = {
  may: ['head-office'],
  anytime: true,
  make: (world, draw) => {
    const [buy, mid, sell] = draw.pick([
      [1280n, 1295n, 1310n],
      [1277n, 1283n, 1299n],
      [1310n, 1295n, 1280n],
    ] as const)
    const currency = draw.pick(['USD', 'USD', 'KES'] as const)
    return {
      type: 'rate.publish',
      currency,
      from: businessDate(world.lastDay),
      buy: said(buy),
      mid: said(mid),
      sell: said(sell),
    }
  },
  against: (_world, { currency, buy, sell }) => [
    currency === 'KES' && 'rate-of-own-currency',
    tenthsOf(buy) > tenthsOf(sell) && 'rates-out-of-order',
  ],
  happen: (world, { buy, mid, sell }) => {
    world.rate = { buy: tenthsOf(buy), mid: tenthsOf(mid), sell: tenthsOf(sell) }
  },
}

export const halfEven = (tenths: bigint): bigint => {
  const [whole, rest] = [absolute(tenths) / 10n, absolute(tenths) % 10n]
  const rounded = rest > 5n || (rest === 5n && whole % 2n === 1n) ? whole + 1n : whole
  return tenths < 0n ? -rounded : rounded
}
const payout = ({ rate: at }: World, amount: bigint, into: string): bigint => {
  if (!at) return 1n
  return into === 'KES' ? (amount * at.buy) / 10n : (amount * 10n) / at.sell
}

export const exchanging: Kind<CommandOf<'fx.exchange'>> = {
  may: counter,
  make: (world, draw) => {
    const [currency, into] = draw.pick([
      ['USD', 'KES'],
      ['KES', 'USD'],
    ] as const)
    const amountMinor = draw.amount(10_000n, 1_234_567n, world.of(codes.vault, world.vaultId, currency))
    const paidMinor = payout(world, amountMinor, into) + draw.pick([0n, 0n, 0n, 0n, 1n])
    return paidMinor > 0n ? { type: 'fx.exchange', currency, amountMinor, into, paidMinor } : null
  },
  against: (world, { currency, amountMinor, into, paidMinor }, { role }) => {
    if (!world.rate) return ['rate-unknown']
    const [takes, pays] = [world.drawerOf(role, currency), world.drawerOf(role, into)]
    return [
      !(takes && pays) && 'drawer-not-open',
      payout(world, amountMinor, into) !== paidMinor && 'rate-changed',
      pays && paidMinor > world.cashIn(pays) && 'drawer-short',
    ]
  },
  takesTwo: (world, { into, paidMinor }, who) => world.needsTwo(who, 'cashOutMinor', paidMinor, into),
  happen: (world, { currency, amountMinor, into, paidMinor }, { role }, { record }) => {
    const [takes, pays] = [world.drawerOf(role, currency), world.drawerOf(role, into)]
    if (!takes || !pays || !world.rate) throw new Error('what was posted had two drawers and a rate')
    const foreign = currency === 'USD' ? amountMinor : -paidMinor
    const own = currency === 'USD' ? -paidMinor : amountMinor
    const worth = halfEven(foreign * world.rate.mid)
    const left = own + worth
    const sub = positionOf('USD')
    const lines: readonly Line[] = [
      { account: codes.drawers, sub: takes.id, currency, amount: amountMinor },
      { account: codes.drawers, sub: pays.id, currency: into, amount: -paidMinor },
      { account: codes.position, sub, currency: 'USD', amount: -foreign },
      { account: codes.counterValue, sub, currency: 'KES', amount: worth },
      { account: left > 0n ? codes.gains : codes.losses, sub: '', currency: 'KES', amount: -left },
    ]
    world.post(lines.filter(({ amount }) => amount !== 0n))
    world.done.push({
      record,
      lines,
      kind: 'exchange',
      amount: amountMinor,
      currency,
      day: world.today(),
      accounts: [],
      drawers: [takes, pays],
      hasReceipt: true,
      isReversed: false,
      uncount: () => undefined,
    })
  },
}
