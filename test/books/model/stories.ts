import { businessDate } from '../../../core/calendar/business-date.ts'
import { period } from '../../../core/calendar/period.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { rate } from '../../../core/money/rate.ts'
import { type Game, give } from './play.ts'
import { accounting, endYear } from './take-choice.ts'
import { turnDay } from './turn-day.ts'
import type { Who } from './world.ts'

const counter: Who = { role: 'officer', second: 'manager' }
const headOffice: Who = { role: 'head-office', second: 'manager' }

type Terms = Pick<CommandOf<'savings.open'>, 'installmentMinor'>

function open(game: Game, productId: string, terms: Partial<Terms> = {}): string {
  const [clientId = ''] = game.world.clients
  return give(game, counter, { type: 'savings.open', clientId, productId, ...terms }).outcome?.created.accountId ?? ''
}

const payIn = (game: Game, accountId: string, amountMinor: bigint) =>
  give(game, counter, { type: 'savings.deposit', accountId, amountMinor, currency: 'KES' })

const close = (game: Game, accountId: string, toAccountId?: string) =>
  give(game, counter, {
    type: 'savings.close',
    accountId,
    payout: toAccountId === undefined ? { kind: 'drawer' } : { kind: 'account', toAccountId },
  })

function publish(game: Game, [buy, mid, sell]: readonly [string, string, string]): void {
  const from = businessDate(game.world.today())
  const prices = { buy: rate(buy), mid: rate(mid), sell: rate(sell) }
  give(game, headOffice, { type: 'rate.publish', currency: 'USD', from, ...prices })
}

const revalue = (game: Game) =>
  give(game, accounting, { type: 'fx.revalue', currency: 'USD', asOf: businessDate(game.world.today()) })

/** What takes so many commands in the right order that a history of chance seldom has it. */
export const stories: Readonly<Record<string, (game: Game) => void>> = {
  "an overdraft is used over the month's end, paid back and closed": game => {
    const account = open(game, 'business-checking')
    payIn(game, account, 1_000_000n)
    give(game, counter, { type: 'savings.withdraw', accountId: account, amountMinor: 1_500_000n, currency: 'KES' })
    turnDay(game)
    turnDay(game)
    close(game, account)
    payIn(game, account, 1_000_000n)
    close(game, account)
  },
  'a fixed deposit is closed long before its term': game => {
    const account = open(game, 'fixed-deposit')
    payIn(game, account, 9_000_000n)
    turnDay(game)
    turnDay(game)
    close(game, account)
  },
  'what an account had left is the installment of another, which is closed too': game => {
    const recurring = open(game, 'recurring-deposit', { installmentMinor: 100_000n })
    const account = open(game, 'current-account')
    payIn(game, account, 100_000n)
    close(game, account, recurring)
    payIn(game, recurring, 100_000n)
    turnDay(game)
    close(game, recurring)
  },
  "savings bear interest over a month's end": game => {
    const account = open(game, 'passbook-savings')
    payIn(game, account, 9_000_000n)
    for (const _day of [1, 2, 3]) turnDay(game)
    close(game, account)
  },
  'dollars are bought, gain, and lose again': game => {
    const paidMinor = 1_280_000n
    give(game, counter, { type: 'fx.exchange', currency: 'USD', amountMinor: 10_000n, into: 'KES', paidMinor })
    publish(game, ['128', '130.1', '131'])
    revalue(game)
    turnDay(game)
    publish(game, ['128', '129.3', '131'])
    revalue(game)
  },
  'a year is closed, opened again and closed': game => {
    give(game, accounting, {
      type: 'journal.post',
      purpose: 'other',
      lines: [
        { account: '5400', side: 'debit', amountMinor: 77n, currency: 'KES' },
        { account: '4600', side: 'credit', amountMinor: 88n, currency: 'KES' },
        { account: '3200', side: 'debit', amountMinor: 11n, currency: 'KES' },
      ],
      note: 'As agreed',
    })
    endYear(game)
    give(game, accounting, { type: 'year.reopen', year: 2026, reason: 'audit' })
    give(game, accounting, { type: 'period.reopen', period: period('2026-03'), reason: 'audit' })
    endYear(game)
  },
}
