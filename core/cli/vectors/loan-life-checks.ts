import { z } from 'zod'
import { businessDateSchema } from '../../calendar/business-date.ts'
import { accruedOn } from '../../loan-life/accrued-on.ts'
import type { LoanEvent } from '../../loan-life/loan-event.ts'
import type { EventOutcome, LoanInstallment, LoanLife } from '../../loan-life/loan-life.ts'
import { nothing, type Portions, portionsTotal, sumPortions } from '../../loan-life/portions.ts'
import { Decimal } from '../../money/decimal.ts'
import { roundFraction } from '../../money/fraction.ts'
import { componentFigures, figurePairs, type Pair, rowFigures } from './compared-figures.ts'
import { figureSchema, inUnits, plainFigure } from './decimal-figure.ts'
import { byEffect, lifeNow, type Story } from './loan-life-story.ts'

const figure = figureSchema
const maybe = figureSchema.nullish()

const transactionSchema = z.strictObject({
  date: businessDateSchema,
  type: z.enum([
    'disbursement',
    'down-payment',
    'repayment',
    'accrual',
    'charge-off',
    'credit-balance-refund',
    'waive-charges',
    'write-off',
  ]),
  amount: figure,
  principal: figure,
  interest: figure,
  fees: figure,
  penalties: figure,
  balanceAfter: figure,
  reversed: z.boolean().optional(),
  reversedInferred: z.boolean().optional(),
})
type Expected = z.output<typeof transactionSchema>

const rowSchema = z.strictObject({
  n: z.int(),
  dueDate: businessDateSchema,
  paidOn: businessDateSchema.nullish(),
  principalDue: figure,
  interestDue: figure,
  fees: figure,
  penalties: figure,
  totalDue: figure,
  balanceAfter: maybe,
  paid: maybe,
  paidInAdvance: maybe,
  paidLate: maybe,
  outstanding: maybe,
  waived: maybe,
})

const totalsSchema = z.strictObject({
  principal: figure,
  interest: figure,
  fees: figure,
  penalties: figure,
  due: figure,
  paid: figure,
  paidInAdvance: figure,
  paidLate: figure,
  outstanding: figure,
})

export const checkpointSchema = z.strictObject({
  afterOp: z.int(),
  line: z.int().optional(),
  transactions: z.array(transactionSchema).optional(),
  someTransactions: z.array(transactionSchema).optional(),
  schedule: z.strictObject({ rows: z.array(rowSchema) }).optional(),
  totals: totalsSchema.optional(),
  outstanding: maybe,
  overpaid: maybe,
})
export type Checkpoint = z.output<typeof checkpointSchema>

const typeOf = (event: LoanEvent): Expected['type'] | null => {
  if (event.type === 'repaid') return event.kind === 'down-payment' ? 'down-payment' : 'repayment'
  const types = {
    'paid-out': 'disbursement',
    waived: 'waive-charges',
    'interest-waived': null,
    'penalties-waived': null,
    'charged-off': 'charge-off',
    'written-off': 'write-off',
    refunded: 'credit-balance-refund',
    charged: null,
    reversed: null,
    'last-tranche-undone': null,
    rescheduled: null,
  } as const
  return types[event.type]
}

interface Listed {
  readonly date: string
  readonly type: Expected['type']
  readonly amountMinor: bigint
  readonly portions: Portions
  readonly balanceMinor: bigint
  readonly isReversed: boolean
}

/** Waived money and money paid out are listed without portions, and a loan that is charged off with no balance. */
function listed(event: LoanEvent, type: Expected['type'], outcome: EventOutcome, isReversed: boolean): Listed {
  const { portions, principalAfterMinor } = outcome
  const isWithoutPortions = type === 'waive-charges' || type === 'disbursement'
  const isWithoutBalance = type === 'charge-off' || principalAfterMinor < 0n
  return {
    date: event.effectiveOn,
    type,
    amountMinor: 'amountMinor' in event ? event.amountMinor : portionsTotal(portions),
    portions: isWithoutPortions ? nothing : portions,
    balanceMinor: isWithoutBalance ? 0n : principalAfterMinor,
    isReversed,
  }
}

function listedOf({ events, cameTo }: Story, { outcomes }: LoanLife): readonly Listed[] {
  const standing = new Map(outcomes.map(outcome => [outcome.event, outcome]))
  return events.toSorted(byEffect).flatMap(event => {
    const type = typeOf(event)
    const outcome = standing.get(event.id) ?? cameTo.get(event.id)
    return type && outcome ? [listed(event, type, outcome, !standing.has(event.id))] : []
  })
}

function transactionPairs(expected: Expected, actual: Listed | undefined, decimals: number): readonly Pair[] {
  const { date, type, reversed, reversedInferred } = expected
  const name = `${type} of ${date}`
  if (!actual) return [[name, 'there', 'not there']]
  const { portions } = actual
  const isStated = reversed === true && !reversedInferred
  return [
    [name, `${date} ${type}`, `${actual.date} ${actual.type}`],
    ...(isStated ? [[`${name} reversed`, 'true', String(actual.isReversed)] as const] : []),
    ...figurePairs(
      name,
      [
        ['amount', expected.amount, actual.amountMinor],
        ...componentFigures(expected, portions),
        ['balance after', expected.balanceAfter, actual.balanceMinor],
      ],
      decimals,
    ),
  ]
}

/** When charges are accrued, and interest where nobody tells of nights, is a matter of the close of business. */
const isCompared = ({ type }: Expected): boolean => type !== 'accrual'

const isSummedByNight = ({ type, interest }: Expected): boolean => type === 'accrual' && Number(interest) > 0

/** What nights accrue adds up, by the day of each, to what was earned by then. */
function accrualPairs(some: readonly Expected[], { hasNights, terms }: Story, { accrual }: LoanLife): readonly Pair[] {
  let soFar = new Decimal(0)
  return some
    .filter(given => hasNights && isSummedByNight(given))
    .flatMap(({ date, interest }) => {
      soFar = soFar.plus(interest)
      const earnedMinor = roundFraction(accruedOn(accrual, date), { mode: terms.roundingMode, multipleMinor: 1n })
      return figurePairs(`nights to ${date}`, [['interest', soFar.toString(), earnedMinor]], terms.decimals)
    })
}

function allTransactionPairs(all: readonly Expected[], actual: readonly Listed[], decimals: number): readonly Pair[] {
  const expected = all.filter(isCompared)
  return [
    ...expected.flatMap((transaction, place) => transactionPairs(transaction, actual[place], decimals)),
    ['transactions', String(expected.length), String(actual.length)],
  ]
}

/** A balance that does not follow from the one listed before it, by the principal listed beside it, is not compared. */
const withoutContradiction = (expected: Expected, before: Expected | undefined): Expected & { unsure?: true } => {
  if (!before || Number(before.balanceAfter) - Number(expected.principal) === Number(expected.balanceAfter))
    return expected
  return { ...expected, unsure: true }
}

function someTransactionPairs(some: readonly Expected[], actual: readonly Listed[], decimals: number): readonly Pair[] {
  const left = [...actual]
  return some.filter(isCompared).flatMap((given, place, all) => {
    const expected = withoutContradiction(given, all[place - 1])
    const found = left.findIndex(
      ({ date, type, amountMinor }) =>
        date === expected.date &&
        type === expected.type &&
        inUnits(amountMinor, decimals) === plainFigure(expected.amount),
    )
    const [match] = found < 0 ? [] : left.splice(found, 1)
    const compared = transactionPairs(expected, match, decimals)
    return expected.unsure ? compared.filter(([what]) => !what.startsWith('balance after')) : compared
  })
}

function rowPairs(row: z.output<typeof rowSchema>, actual: LoanInstallment | undefined, decimals: number) {
  const name = `installment ${row.n}`
  if (!actual) return [[name, 'there', 'not there'] as const]
  const { due } = actual
  return [
    [`due date of ${name}`, row.dueDate, actual.dueOn] as const,
    ...(row.paidOn === undefined ? [] : [[`day met of ${name}`, String(row.paidOn), String(actual.metOn)] as const]),
    ...figurePairs(
      name,
      [
        ...rowFigures(row, due),
        ['total', row.totalDue, portionsTotal(due)],
        ['balance after', row.balanceAfter, actual.balanceAfterMinor],
        ['paid', row.paid, portionsTotal(actual.paid)],
        ['paid in advance', row.paidInAdvance, portionsTotal(actual.inAdvance)],
        ['paid late', row.paidLate, portionsTotal(actual.late)],
        ['waived', row.waived, portionsTotal(actual.waived)],
        ['outstanding', row.outstanding, portionsTotal(actual.outstanding)],
      ],
      decimals,
    ),
  ]
}

function totalPairs(totals: z.output<typeof totalsSchema>, { installments }: LoanLife, decimals: number) {
  const total = (part: 'due' | 'paid' | 'inAdvance' | 'late' | 'outstanding'): Portions =>
    sumPortions(installments.map(installment => installment[part]))
  const due = total('due')
  return figurePairs(
    'the whole',
    [
      ...componentFigures(totals, due),
      ['due', totals.due, portionsTotal(due)],
      ['paid', totals.paid, portionsTotal(total('paid'))],
      ['paid in advance', totals.paidInAdvance, portionsTotal(total('inAdvance'))],
      ['paid late', totals.paidLate, portionsTotal(total('late'))],
      ['outstanding', totals.outstanding, portionsTotal(total('outstanding'))],
    ],
    decimals,
  )
}

/** Every figure of a checkpoint beside what the loan has come to. */
export function checkpointPairs(checkpoint: Checkpoint, story: Story): readonly Pair[] {
  const { decimals } = story.terms
  const life = lifeNow(story)
  const actual = listedOf(story, life)
  const { transactions, someTransactions, schedule, totals, outstanding, overpaid } = checkpoint
  const rows = schedule?.rows ?? []
  const found: readonly Pair[] = [
    ...rows.flatMap(row => rowPairs(row, life.installments[row.n - 1], decimals)),
    ...(schedule ? [['installments', String(rows.length), String(life.installments.length)] as const] : []),
    ...(transactions ? allTransactionPairs(transactions, actual, decimals) : []),
    ...someTransactionPairs(someTransactions ?? [], actual, decimals),
    ...accrualPairs(transactions ?? someTransactions ?? [], story, life),
    ...(totals ? totalPairs(totals, life, decimals) : []),
    ...figurePairs(
      'the loan',
      [
        ['outstanding', outstanding, portionsTotal(life.outstanding)],
        ['overpaid', overpaid, life.overpaidMinor],
      ],
      decimals,
    ),
  ]
  return found.map(([what, expected, got]) => [`after ${checkpoint.afterOp}: ${what}`, expected, got])
}

/** What the figures of a checkpoint say that is compared with nothing. */
export function leftOutOfCheckpoint(
  { transactions = [], someTransactions = [] }: Checkpoint,
  hasNights: boolean,
): readonly string[] {
  const all = [...transactions, ...someTransactions]
  const isLeft = (given: Expected) => !isCompared(given) && !(hasNights && isSummedByNight(given))
  const balances = someTransactions
    .filter(isCompared)
    .map((given, place, some) => withoutContradiction(given, some[place - 1]))
  return [
    ...(all.some(isLeft) ? ['accruals, the days of which are a matter of the close of business'] : []),
    ...(all.some(given => given.reversedInferred) ? ['reversals that were only inferred'] : []),
    ...(balances.some(given => given.unsure) ? ['a balance that does not follow from the figures beside it'] : []),
  ]
}
