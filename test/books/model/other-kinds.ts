import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { isClosed } from './period-kinds.ts'
import { counter, isShut } from './savings-kinds.ts'
import { type Done, type Drawer, type Kind, type Line, oversees, type Who, type World } from './world.ts'

const photo = { mediaType: 'image/png' as const, bytes: Uint8Array.of(137, 80, 78, 71) }

/** Everybody is known as well as anybody can be, so that every product is open to them. */
const person = (number: number) => ({
  givenNames: `Client${number}`,
  sex: 'female' as const,
  birthDate: businessDate('1988-04-17'),
  phone: `+2547110${String(10_000 + number)}`,
  idDocument: { kind: 'national-id' as const, number: `2731${10_000 + number}` },
  address: 'Plot 7',
  photo,
})

export const registering: Kind<CommandOf<'client.register'>> = {
  may: counter,
  make: (world, draw) => ({ type: 'client.register', client: person(draw.pick([world.clients.length, 0])) }),
  against: (world, { client }) => [
    world.clients.some((_id, at) => client.givenNames === `Client${at}`) && 'client-may-exist',
  ],
  happen: (world, _command, _who, { created }) => {
    world.clients.push(created.clientId ?? '')
  },
}

export const updating: Kind<CommandOf<'client.update'>> = {
  may: counter,
  make: (world, draw) => {
    if (world.clients.length === 0) return null
    const at = draw.number(world.clients.length)
    const client = { ...person(draw.pick([at, 0])), address: 'Plot 8' }
    return { type: 'client.update', clientId: world.clients[at] ?? '', client }
  },
  against: (world, { clientId, client }) => [
    client.givenNames !== `Client${world.clients.indexOf(clientId)}` && 'client-may-exist',
  ],
  happen: () => undefined,
}

export const posting: Kind<CommandOf<'journal.post'>> = {
  may: ['accountant', 'head-office'],
  make: (world, draw) => {
    const amountMinor = draw.amount(100_000n)
    const currency = draw.pick(['KES', 'KES', 'USD'] as const)
    const account = () => draw.pick(['5400', '5410', '2270', '3200', '1330', '1110', '5000', '9999'])
    const lines = [
      { account: account(), side: 'debit' as const, amountMinor, currency },
      {
        account: account(),
        side: 'credit' as const,
        amountMinor: draw.pick([amountMinor, amountMinor, amountMinor + 1n]),
        currency,
      },
    ]
    const valueDate = addDays(businessDate(world.lastDay), draw.pick([0, -9, 1]))
    return { type: 'journal.post', purpose: 'other', lines, valueDate, note: 'As agreed' }
  },
  against: (world, { lines, valueDate = '' }) => [
    lines.some(({ account }) => account === '1110') && 'ledger-account-controlled',
    lines.some(({ account }) => account === '5000') && 'ledger-account-is-header',
    lines.some(({ account }) => account === '9999') && 'ledger-account-unknown',
    sums(lines.map(line => (line.side === 'debit' ? line.amountMinor : -line.amountMinor))) !== 0n &&
      'entry-unbalanced',
    valueDate > world.today() && 'value-date-ahead',
    isClosed(world, valueDate) && 'period-closed',
  ],
  takesTwo: (world, { lines }, who) => journalTakesTwo(world, who, lines[0]?.amountMinor ?? 0n, lines[0]?.currency),
  happen: (world, { lines, valueDate = world.today() }, _who, { record }) => {
    const booked = lines.map(({ account, side, amountMinor, currency }): Line => {
      return { account, sub: '', currency, amount: side === 'debit' ? amountMinor : -amountMinor }
    })
    world.post(booked, valueDate)
    world.done.push({
      record,
      lines: booked,
      countsFrom: valueDate,
      kind: 'journal',
      amount: lines[0]?.amountMinor ?? 0n,
      currency: lines[0]?.currency ?? 'KES',
      day: world.today(),
      accounts: [],
      drawers: [],
      hasReceipt: false,
      isReversed: false,
      uncount: () => undefined,
    })
  },
}

const sums = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n)
const journalTakesTwo = (world: World, who: Who, amount: bigint, currency = 'KES') =>
  world.needsTwo(who, currency === 'KES' ? 'manualJournalMinor' : 'always', amount, 'KES')

const same = (one: Done['record'], { log, seq }: Done['record']): boolean => one.log === log && one.seq === seq
const doneAt = (world: World, record: Done['record']): Done => {
  const done = world.done.find(one => same(one.record, record))
  if (!done) throw new Error('the model knows what it reverses')
  return done
}

/** The drawer that the cash of a reversal goes through; null when there is none. */
function wayBack(world: World, drawer: Drawer, { role, second }: Who): Drawer | null {
  if (drawer.isOpen && (drawer.keeper === role || oversees(role) || oversees(second))) return drawer
  return world.drawerOf(role, drawer.currency) ?? null
}

const raised = ({ lines }: Done, sub: string): bigint => sums(lines.map(line => (line.sub === sub ? line.amount : 0n)))

export const reversing: Kind<CommandOf<'operation.reverse'>> = {
  may: [...counter, 'accountant'],
  make: (world, draw) => {
    if (world.done.length === 0) return null
    const valueOn = draw.number(8) === 0 ? { valueOn: 'original' as const } : {}
    return { type: 'operation.reverse', record: draw.pick(world.done).record, reason: 'other', ...valueOn }
  },
  against: (world, { record, valueOn }, who) => {
    const done = doneAt(world, record)
    const already = done.isReversed && 'already-reversed'
    if (done.kind === 'journal')
      return [
        already,
        !['accountant', 'head-office'].includes(who.role) && 'not-permitted',
        valueOn === 'original' && isClosed(world, done.countsFrom ?? '') && 'period-closed',
      ]
    const isGone = done.accounts.some(account => {
      const leaving = -raised(done, account.id)
      const free = world.balance(account) - world.held(account)
      return leaving > 0n && leaving > (free > 0n ? free : 0n)
    })
    return [
      already,
      valueOn === 'original' && 'reversal-counts-today',
      ...done.accounts.map(isShut),
      done.kind === 'exchange' && done.day !== world.today() && 'exchange-of-earlier-day',
      isGone && 'balance-below-minimum',
      ...done.drawers.flatMap(drawer => {
        const way = wayBack(world, drawer, who)
        const cash = raised(done, drawer.id)
        return [!way && 'drawer-closed-since', way && cash > 0n && cash > world.cashIn(way) && 'drawer-short']
      }),
    ]
  },
  takesTwo: (world, { record }, who) => {
    const { kind, amount, currency } = doneAt(world, record)
    return kind === 'journal'
      ? journalTakesTwo(world, who, amount, currency)
      : world.needsTwo(who, 'reversalMinor', amount, currency)
  },
  happen: (world, { record, valueOn }, who) => {
    const done = doneAt(world, record)
    const ways = new Map(done.drawers.map(drawer => [drawer.id, wayBack(world, drawer, who)?.id ?? '']))
    const mirrored = done.lines.map(line => ({ ...line, sub: ways.get(line.sub) ?? line.sub, amount: -line.amount }))
    world.post(mirrored, valueOn === 'original' ? done.countsFrom : undefined)
    done.isReversed = true
    done.uncount()
  },
}

export const reprinting: Kind<CommandOf<'receipt.reprint'>> = {
  may: [...counter, 'accountant'],
  make: (world, draw) =>
    world.done.length === 0 ? null : { type: 'receipt.reprint', record: draw.pick(world.done).record },
  against: (world, { record }) => [!doneAt(world, record).hasReceipt && 'no-receipt'],
  happen: () => undefined,
}
