import fc from 'fast-check'
import { expect } from 'vitest'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { rate } from '../../../core/money/rate.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { LoanAnswer } from '../../../core/query/loan-answers.ts'
import { type BranchOptions, makeBranch, openForBusiness } from '../../support/branch.ts'
import { outcomeType } from '../../support/expect.ts'
import { draftLoan, type Lending, loanOf } from '../../support/loans.ts'
import { closeDay, openDay, runNights } from '../../support/nights.ts'
import { openUnder, plainCurrent, templateProduct } from '../../support/products.ts'
import { LoanSheet, parts, type SheetTerms, type Told, type Written } from './loan-sheet.ts'

/**
 * Loans of level or flat installments whose schedule stands, in the standard order. Outside, each with figures or properties of its own:
 * recalculated interest and the progressive algorithm (the figures of `npm run vectors`), other orders (the same), tranches and down
 * payments (the same, and `any-life.test.ts`), late fees (`late-charges.test.ts`), dates that were moved and loans that pay off others
 * (`change-loan.test.ts`): a sheet that knew them would be the engine once more.
 */
export const anyTerms: fc.Arbitrary<SheetTerms> = fc.record({
  kind: fc.constantFrom('flat' as const, 'annuity' as const),
  principal: fc.bigInt({ min: 50_000n, max: 900_000n }),
  percent: fc.bigInt({ min: 0n, max: 48n }),
  months: fc.integer({ min: 3, max: 8 }),
})

const deeds = [
  'day',
  'repay',
  'charge',
  'waive',
  'waive-interest',
  'refund',
  'write-off',
  'reverse',
  'disburse',
] as const
type DeedName = (typeof deeds)[number]
const often = ['day', 'day', 'repay', 'repay', 'repay', 'charge', 'reverse'] as const

const anyChoice = fc.record({
  deed: fc.constantFrom<DeedName>(...deeds, ...often, ...often),
  amount: fc.bigInt({ min: 1n, max: 250_000n }),
  /** Of what is owed or overpaid, rather than any amount. */
  isExact: fc.boolean(),
  number: fc.nat({ max: 60 }),
  back: fc.constantFrom(0, 0, 0, 6, 40),
})
export type Choice = typeof anyChoice extends fc.Arbitrary<infer C> ? C : never

const first = { amount: 1n, isExact: true, number: 0, back: 0 } as const
/** The money is paid out, then whatever happens. */
export const anyChoices: fc.Arbitrary<readonly Choice[]> = fc
  .array(anyChoice, { minLength: 12, maxLength: 30 })
  .map(choices => [{ ...first, deed: 'disburse' }, ...choices])

/** What may be done with a loan that is paid out, or could be. */
export const possible: Readonly<Record<Told['state'], readonly string[]>> = {
  approved: ['disburse'],
  active: ['disburse', 'repay', 'charge', 'waive', 'write-off', 'reverse'],
  overpaid: ['disburse', 'charge', 'refund', 'reverse'],
  'paid-off': ['disburse', 'reverse'],
  'written-off': ['repay', 'reverse'],
}

export interface Game extends Lending {
  readonly sheet: LoanSheet
  readonly records: Map<Written, Outcome['record']>
  /** Of each charge, how the loan calls it. */
  readonly events: Map<Written, string>
  today: string
}

export function newGame(terms: SheetTerms, options: BranchOptions = {}): Game {
  const branch = makeBranch(options)
  const opened = openForBusiness(branch)
  const accountId = openUnder(branch, opened.clientId, plainCurrent({ limits: {} }))
  const { currency } = branch
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 10_000_000n, currency }, 'head-office')
  const template = templateProduct('loan')
  const percent = rate(String(terms.percent))
  const loanId = draftLoan(branch, opened.clientId, {
    principalMinor: terms.principal,
    installments: terms.months,
    product: {
      annualPercent: { min: percent, max: percent, default: percent },
      schedule: {
        ...template.schedule,
        interestMethod: terms.kind === 'flat' ? 'flat' : 'declining',
      },
      repayment: { ...template.repayment, late: { graceDays: 0 } },
      accounting: { ...template.accounting, nonAccrualAfterDays: 720 },
    },
  })
  branch.must('teller', { type: 'loan.submit', loanId })
  branch.must('manager', { type: 'loan.approve', loanId })
  const lending = { ...opened, branch, accountId, loanId }
  return { ...lending, sheet: new LoanSheet(terms), records: new Map(), events: new Map(), today: '2026-03-02' }
}

interface Try {
  readonly step: string
  readonly command: Parameters<Lending['branch']['execute']>[1]
  /** What stands against it beside the state of the loan. */
  readonly against: readonly (string | false)[]
  readonly write: () => Written | null
}

const at = <T>(all: readonly T[], number: number): T | undefined => all[number % (all.length || 1)]
const isCharge = (line: Written): line is Extract<Written, { type: 'charged' }> => line.type === 'charged'
const total = (open: Told['open']): bigint => parts.reduce((sum, part) => sum + open[part], 0n)

/** What a choice comes to in this game; null where there is nothing that it could be about. */
function tryOf(game: Game, { deed, amount, isExact, number, back }: Choice, told: Told): Try | null {
  const { sheet, loanId, accountId, today, branch } = game
  const { currency } = branch
  const savings = { kind: 'savings', accountId } as const
  switch (deed) {
    case 'day':
      return null
    case 'disburse':
      return {
        step: 'disburse',
        command: { type: 'loan.disburse', loanId, amountMinor: sheet.terms.principal, currency, to: savings },
        against: [told.state !== 'approved' && 'loan-above-agreed'],
        write: () => sheet.write({ type: 'paid-out' }, today),
      }
    case 'repay': {
      const owed = isExact && number % 3 === 0 ? total(told.open) : told.arrears
      const amountMinor = isExact && owed > 0n ? owed : amount
      const valueDate = addDays(businessDate(today), -back)
      return {
        step: 'repay',
        command: { type: 'loan.repay', loanId, amountMinor, currency, from: savings, valueDate },
        against: [
          sheet.startsOn !== null && valueDate < sheet.startsOn && 'field-invalid',
          told.lostOn !== null && valueDate < told.lostOn && 'field-invalid',
          told.lostOn !== null && amountMinor > told.lostLeft && 'loan-above-written-off',
        ],
        write: () => sheet.write({ type: 'paid', amount: amountMinor }, today, valueDate),
      }
    }
    case 'charge': {
      const amountMinor = amount / 20n + 1n
      const kind = number % 2 === 0 ? 'fee' : 'penalty'
      const dueOn = addDays(businessDate(today), isExact ? 0 : number)
      return {
        step: 'charge',
        command: { type: 'loan.charge', loanId, kind, amountMinor, currency, dueOn },
        against: [],
        write: () => {
          const part = kind === 'fee' ? 'fees' : 'penalties'
          const line = sheet.write({ type: 'charged', part, amount: amountMinor, due: dueOn }, today)
          game.events.set(line, loanOf(game).entries.at(-1)?.id ?? '')
          return line
        },
      }
    }
    case 'waive': {
      const charge = at(sheet.lines.filter(isCharge), number)
      if (!charge) return null
      const event = game.events.get(charge) ?? ''
      const isWaived = sheet.standing.some(line => line.type === 'charge-waived' && line.charge === charge)
      return {
        step: 'waive',
        command: { type: 'loan.waive', loanId, what: { kind: 'charge', event } },
        against: [(charge.isStruck || isWaived || isForNothing(game, charge, told)) && 'field-invalid'],
        write: () => sheet.write({ type: 'charge-waived', charge }, today),
      }
    }
    case 'waive-interest':
      return {
        step: 'waive',
        command: { type: 'loan.waive', loanId, what: { kind: 'interest', amountMinor: amount } },
        against: [told.open.interest === 0n && 'field-invalid'],
        write: () => sheet.write({ type: 'interest-waived', amount }, today),
      }
    case 'refund': {
      const amountMinor = isExact && told.overpaid > 0n ? told.overpaid : amount
      return {
        step: 'refund',
        command: { type: 'loan.refund', loanId, amountMinor, currency, to: savings },
        against: [amountMinor > told.overpaid && 'field-invalid'],
        write: () => sheet.write({ type: 'refunded', amount: amountMinor }, today),
      }
    }
    case 'write-off':
      return {
        step: 'write-off',
        command: { type: 'loan.write-off', loanId },
        against: [],
        write: () => sheet.write({ type: 'written-off' }, today),
      }
    case 'reverse': {
      const line = at(sheet.lines, number)
      const record = line && game.records.get(line)
      if (!line || !record) return null
      const { standing } = sheet
      const isBase =
        (line.type === 'paid-out' && standing.some(other => other !== line)) ||
        standing.some(other => other.type === 'charge-waived' && other.charge === line)
      return {
        step: 'reverse',
        command: { type: 'operation.reverse', record, reason: 'other' },
        against: [line.isStruck && 'already-reversed', !line.isStruck && isBase && 'loan-not-last'],
        write: () => {
          line.isStruck = true
          return null
        },
      }
    }
  }
}

/** Nothing is left of a charge that could be given up. */
function isForNothing({ sheet, today }: Game, charge: Written, told: Told): boolean {
  const line = sheet.write({ type: 'charge-waived', charge }, today)
  const after = sheet.told(today)
  sheet.lines.splice(sheet.lines.indexOf(line), 1)
  return total(after.open) === total(told.open)
}

/** How often each step met each result, by the state of the loan. */
export const counted = new Map<string, number>()

/** Ends the day and begins a later one, with or without the nights between them. */
export function turnTo(game: Game, day: string, withNights: boolean): void {
  game.today = day
  closeDay(game.branch)
  if (withNights) runNights(game.branch)
  openDay(game.branch, day)
}

export function take(game: Game, choice: Choice): void {
  const { branch, sheet } = game
  if (choice.deed === 'day') {
    turnTo(game, addDays(businessDate(game.today), (choice.number % 45) + 1), choice.isExact)
    return
  }
  const told = sheet.told(game.today)
  const wanted = tryOf(game, choice, told)
  if (!wanted) return
  const against = [!possible[told.state].includes(wanted.step) && 'loan-state', ...wanted.against]
  const refusals = against.filter(one => typeof one === 'string')
  const result = branch.execute('manager', wanted.command, 'head-office')
  const what = `${wanted.step} of a loan that is ${told.state}`
  expect(refusals.length > 0 ? refusals : ['posted'], what).toContain(outcomeType(result))
  counted.set(`${what}: ${outcomeType(result)}`, 1)
  if (!result.ok) return
  const line = wanted.write()
  if (line) game.records.set(line, result.value.record)
  expectBooks(game)
}

/** What stands on each account of the books. */
function expectBooks({ branch, sheet, today }: Game): void {
  const { books } = sheet.told(today)
  const stands = branch.books.db
    .prepare<[string], bigint>(
      "SELECT coalesce(sum(debit_minor - credit_minor), 0) FROM balance WHERE account = ? AND sub_account = ''",
    )
    .pluck()
    .safeIntegers(true)
  for (const [account, minor] of Object.entries(books)) expect([account, stands.get(account)]).toEqual([account, minor])
}

export function pageOf({ branch, loanId }: Lending): LoanAnswer {
  const answer = answerQuery(branch.books, branch.desk('manager'), { type: 'loan', loanId }, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value as LoanAnswer
}

/** What the page of the loan says. */
export function expectPage(game: Game): void {
  const { sheet, today } = game
  const page = pageOf(game)
  const told = sheet.told(today)
  expect(page.state).toBe(told.state)
  if (told.state === 'approved') return
  expect([page.overpaidMinor, page.arrearsMinor, page.daysPastDue]).toEqual([
    told.overpaid,
    told.arrears,
    told.daysLate,
  ])
  expect(
    page.installments.map(({ dueOn, due, paid, waived, writtenOff }) => [dueOn, due, paid, waived, writtenOff]),
  ).toEqual(told.rows.map(({ on, due, paid, waived, lost }) => [on, due, paid, waived, lost]))
}
