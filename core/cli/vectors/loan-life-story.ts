import { z } from 'zod'
import { assert, present } from '../../assert.ts'
import { type BusinessDate, businessDateSchema } from '../../calendar/business-date.ts'
import { automaticDownPaymentMinor } from '../../loan-life/automatic-down-payment.ts'
import type { Happening, LoanEvent } from '../../loan-life/loan-event.ts'
import type { EventOutcome, LoanLife } from '../../loan-life/loan-life.ts'
import { replayLoan } from '../../loan-life/replay-loan.ts'
import { rateSchema } from '../../money/rate.ts'
import type { Tranche } from '../../schedule/schedule-terms.ts'
import { figureSchema, wholeMinor } from './decimal-figure.ts'
import { type LifeTerms, lifeTermsOf } from './loan-life-terms.ts'

const date = businessDateSchema
const amount = figureSchema

const counted = {
  'nth counts all repayments on the loan in date order': 'repayments',
  'nth counts transactions of this type on this date': 'repayments-of-the-day',
  'nth counts transactions on this date': 'everything-of-the-day',
} as const

export const opSchema = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('business-date'), date }),
  z.strictObject({ op: z.literal('approve'), date, amount, expectedDisbursement: date }),
  z.strictObject({ op: z.literal('end-of-day') }),
  z.strictObject({ op: z.literal('disburse'), date, amount }),
  z.strictObject({
    op: z.literal('charge'),
    kind: z.enum(['fee', 'penalty']),
    calc: z.enum(['flat', 'percent-of-principal-plus-interest']),
    dueDate: date,
    amount: amount.optional(),
    percent: z.union([z.string(), z.number()]).transform(String).pipe(rateSchema).optional(),
  }),
  z.strictObject({ op: z.literal('repay'), date, amount }),
  z.strictObject({
    op: z.literal('reverse'),
    targetType: z.enum(['repayment', 'any']),
    nth: z.union([z.int(), z.literal('last')]),
    date,
    note: z
      .enum([
        'nth counts all repayments on the loan in date order',
        'nth counts transactions of this type on this date',
        'nth counts transactions on this date',
      ])
      .transform(note => counted[note])
      .optional(),
  }),
  z.strictObject({ op: z.literal('credit-balance-refund'), date, amount }),
  z.strictObject({ op: z.literal('waive-charge'), which: z.literal('last-added') }),
  z.strictObject({ op: z.literal('charge-off'), date }),
  z.strictObject({ op: z.literal('undo-charge-off') }),
  z.strictObject({ op: z.literal('undo-last-disbursal') }),
  z.strictObject({ op: z.literal('reschedule'), fromDate: date, newDueDate: date, submittedOn: date }),
  z.strictObject({ op: z.literal('write-off'), date }),
])
export type Op = z.output<typeof opSchema>
type Of<Name extends Op['op']> = Extract<Op, { readonly op: Name }>

/** A loan while its operations are told one after another. */
export interface Story {
  readonly terms: LifeTerms
  today: BusinessDate
  /** Whether the clock is told, or goes by the dates of the operations. */
  readonly hasClock: boolean
  /** Whether the nights are told. */
  readonly hasNights: boolean
  events: LoanEvent[]
  /** What a reversed event last came to: that is how it stays listed. */
  readonly cameTo: Map<string, EventOutcome>
}

export const hasNights = (ops: readonly Op[]): boolean => ops.some(({ op }) => op === 'end-of-day')

export const beginStory = (terms: LifeTerms, ops: readonly Op[]): Story => ({
  terms,
  today: terms.disbursementDate,
  hasClock: ops.some(({ op }) => op === 'business-date'),
  hasNights: hasNights(ops),
  events: [],
  cameTo: new Map(),
})

const trancheOf = (event: LoanEvent): readonly Tranche[] =>
  event.type === 'paid-out' ? [{ date: event.effectiveOn, amountMinor: event.amountMinor }] : []

const termsNow = ({ terms, events }: Story) => lifeTermsOf(terms, events.flatMap(trancheOf))

export const lifeNow = (story: Story): LoanLife => replayLoan(termsNow(story), story.events, story.today)

function enter(story: Story, effectiveOn: BusinessDate, happening: Happening): void {
  const id = `event ${story.events.length + 1}`
  story.events.push({ ...happening, id, enteredOn: story.today, effectiveOn })
}

/** The newest tranche and what came after it are not listed any more, as if they had never been entered. */
function undoLastTranche(story: Story): void {
  enter(story, story.today, { type: 'last-tranche-undone' })
  story.events = story.events.slice(
    0,
    story.events.findLastIndex(({ type }) => type === 'paid-out'),
  )
}

const inMinor = ({ terms }: Story, figure: string): bigint => wholeMinor(figure, terms.decimals)

function disburse(story: Story, { date: on, amount: figure }: Of<'disburse'>): void {
  const { terms } = story
  const amountMinor = inMinor(story, figure)
  const overpaidMinor = lifeNow(story).overpaidMinor
  enter(story, on, { type: 'paid-out', amountMinor })
  if (!terms.downPayment?.auto) return
  const downMinor = automaticDownPaymentMinor(termsNow(story), { date: on, amountMinor }, overpaidMinor)
  if (downMinor > 0n) enter(story, on, { type: 'repaid', kind: 'down-payment', amountMinor: downMinor })
}

function charge(story: Story, { kind, dueDate, amount: figure, percent }: Of<'charge'>): void {
  assert((figure === undefined) !== (percent === undefined), 'a charge is an amount or a percentage')
  const charged = percent
    ? { type: 'percent' as const, of: 'principal-and-interest' as const, percent }
    : { type: 'fixed' as const, amountMinor: inMinor(story, present(figure, 'a flat charge has an amount')) }
  enter(story, story.today, { type: 'charged', kind, amount: charged, dueOn: dueDate })
}

export const byEffect = (one: LoanEvent, other: LoanEvent): number =>
  one.effectiveOn < other.effectiveOn ? -1 : one.effectiveOn > other.effectiveOn ? 1 : 0

function reverse(story: Story, target: LoanEvent | undefined): void {
  const { id } = present(target, 'what is reversed was entered')
  const before = lifeNow(story).outcomes.find(({ event }) => event === id)
  story.cameTo.set(id, present(before, 'what is reversed was not reversed before'))
  enter(story, story.today, { type: 'reversed', event: id })
}

function targetOf({ events }: Story, { nth, note, date: on }: Of<'reverse'>): LoanEvent | undefined {
  const isRepayment = (event: LoanEvent): boolean => event.type === 'repaid' && event.kind === 'repayment'
  const isListed = ({ type }: LoanEvent): boolean => type === 'repaid' || type === 'paid-out'
  const candidates = events
    .filter(event => (note === 'everything-of-the-day' ? isListed(event) : isRepayment(event)))
    .filter(({ effectiveOn }) => note === undefined || note === 'repayments' || effectiveOn === on)
    .sort(byEffect)
  return candidates.at(nth === 'last' ? -1 : nth - 1)
}

const undoChargeOff = (story: Story): void =>
  reverse(
    story,
    story.events.findLast(({ type }) => type === 'charged-off'),
  )

function waiveLastCharge(story: Story): void {
  const charged = present(
    story.events.findLast(event => event.type === 'charged'),
    'a charge to waive',
  )
  enter(story, charged.dueOn, { type: 'waived', charge: charged.id })
}

/** Who does what an operation says; the clock and the night's work change nothing that is told here. */
type Doer<Name extends Op['op']> = (story: Story, op: Of<Name>) => void
const doers: { readonly [Name in Op['op']]: Doer<Name> } = {
  'business-date': () => undefined,
  approve: () => undefined,
  'end-of-day': () => undefined,
  disburse,
  charge,
  repay: (story, op) =>
    enter(story, op.date, { type: 'repaid', kind: 'repayment', amountMinor: inMinor(story, op.amount) }),
  reverse: (story, op) => reverse(story, targetOf(story, op)),
  'credit-balance-refund': (story, op) =>
    enter(story, op.date, { type: 'refunded', amountMinor: inMinor(story, op.amount) }),
  'waive-charge': waiveLastCharge,
  'charge-off': (story, op) => enter(story, op.date, { type: 'charged-off' }),
  'undo-charge-off': undoChargeOff,
  'undo-last-disbursal': undoLastTranche,
  reschedule: (story, op) =>
    enter(story, op.submittedOn, { type: 'rescheduled', from: op.fromDate, to: op.newDueDate }),
  'write-off': (story, op) => enter(story, op.date, { type: 'written-off' }),
}

const doing = <Name extends Op['op']>(story: Story, op: Of<Name> & { readonly op: Name }): void =>
  doers[op.op](story, op)

/** One operation more. */
export function tell(story: Story, op: Op): void {
  if (op.op === 'business-date' || (!story.hasClock && 'date' in op)) story.today = op.date
  doing(story, op)
}
