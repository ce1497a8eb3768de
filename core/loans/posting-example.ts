import { addDays, type BusinessDate, daysBetween } from '../calendar/business-date.ts'
import { type HolidayCalendar, weekdayOf } from '../calendar/working-days.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import type { Entry } from '../journal/record.ts'
import type { LoanLife } from '../loan-life/loan-life.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { sumMinor } from '../money/amount.ts'
import { usualOffer } from '../products/loan-offer.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import { paidAtOnce } from '../products/offered-charges.ts'
import { happen } from './happen.ts'
import { lifeOf } from './life-of.ts'
import type { Loan } from './loan.ts'
import type { LoanEntry } from './loan-entry.ts'
import { figuresLess, figuresOf, type IncomeBasis, type LoanFigures, noFigures } from './loan-figures.ts'
import { type LoanMoney, loanPlaces } from './loan-money.ts'
import { changeEntry } from './loan-postings.ts'
import { chargesFrom } from './offered-life.ts'
import { datesOf, type LoanDates, termsOf } from './terms-of.ts'

/** What befell an example, with what it moved of the loan's figures and what was posted for it. */
export interface PostedStep {
  readonly on: BusinessDate
  readonly change: LoanFigures
  readonly entries: readonly Entry[]
}

/** A loan that exists on paper only, on a day of it. */
interface Scene {
  readonly loan: Loan & { readonly dates: LoanDates }
  readonly on: BusinessDate
  readonly life: LoanLife
  readonly newId: () => string
}

type WithoutHead<E> = E extends unknown ? Omit<E, 'id' | 'enteredOn' | 'effectiveOn'> : never
type Act = WithoutHead<LoanEntry>

interface Planned {
  readonly on: BusinessDate
  readonly description: EntryDescription
  readonly movesMoney?: true
  /** Nothing where there is nothing of the kind. */
  readonly act: (scene: Scene) => Act | null
}

const drawer: LoanMoney = { kind: 'drawer', drawerId: '', balanceMinor: 0n }

const repaid = (amountMinor: bigint): Act | null =>
  amountMinor > 0n ? { type: 'repaid', kind: 'repayment', amountMinor } : null

const dueBy = ({ life, on }: Scene): bigint =>
  sumMinor(life.installments.filter(({ dueOn }) => dueOn <= on).map(({ outstanding }) => portionsTotal(outstanding)))

/** What an installment that is due next owes. */
const dueNext = ({ life, on }: Scene): bigint =>
  sumMinor(
    life.installments
      .filter(({ dueOn }) => dueOn > on)
      .slice(0, 1)
      .map(({ outstanding }) => portionsTotal(outstanding)),
  )

const partOf = (principalMinor: bigint, part: bigint): bigint =>
  principalMinor / part > 0n ? principalMinor / part : 1n

const charge =
  (kind: 'fee' | 'penalty', part: bigint) =>
  ({ loan, on }: Scene): Act => ({
    type: 'charged',
    kind,
    amount: { type: 'fixed', amountMinor: partOf(loan.agreement.principalMinor, part) },
    dueOn: on,
  })

/** The newest charge of a kind. */
const waived =
  (kind: 'fee' | 'penalty') =>
  ({ loan }: Scene): Act | null => {
    const charged = loan.entries.findLast(entry => entry.type === 'charged' && entry.kind === kind)
    return charged ? { type: 'waived', charge: charged.id } : null
  }

/** Half of the interest that is earned and not paid. */
function interestWaived({ loan, on, life }: Scene): Act | null {
  const { recognisedInterest, paidInterest } = figuresOf(life, loan.entries, on, 'accrual')
  const amountMinor = (recognisedInterest - paidInterest) / 2n
  return amountMinor > 0n ? { type: 'interest-waived', amountMinor, dueOn: null } : null
}

/** A day between two, the first of them where there is none. */
const between = (from: BusinessDate, to: BusinessDate): BusinessDate =>
  addDays(from, Math.floor(daysBetween(from, to) / 2))

/** The day after the first installment, or as soon as the product takes all of it; where it takes nothing before its time, the last one. */
function settlingDay(
  { repayment: { prepayment } }: LoanProduct,
  { startsOn, dueDates }: LoanDates,
  firstDueOn: BusinessDate,
): BusinessDate {
  if (prepayment.type === 'refused') return dueDates.at(-1) ?? firstDueOn
  const taken = addDays(startsOn, prepayment.afterDays ?? 0)
  const next = addDays(firstDueOn, 1)
  return taken > next ? taken : next
}

/** Repaid, partly before its time, with something too much, which goes back. */
function repaidInTheEnd({ product, dates }: Scene['loan'], firstDueOn: BusinessDate): readonly Planned[] {
  const { startsOn, dueDates } = dates
  const settledOn = settlingDay(product, dates, firstDueOn)
  const early = between(startsOn, firstDueOn)
  const paid: readonly Planned[] = [
    { on: firstDueOn, description: 'loan-repayment', movesMoney: true, act: scene => repaid(dueBy(scene)) },
    { on: firstDueOn, description: 'loan-repayment', movesMoney: true, act: scene => repaid(dueNext(scene)) },
  ]
  const tooMuch = (scene: Scene): Act | null =>
    repaid(scene.life.payoffMinor + partOf(scene.loan.agreement.principalMinor, 50n))
  const fee = { on: early, description: 'loan-charge', act: charge('fee', 100n) } as const
  const penalty = { on: early, description: 'loan-charge', act: charge('penalty', 200n) } as const
  return [
    ...[fee, penalty, fee, penalty],
    { on: early, description: 'loan-waiver', act: waived('fee') },
    { on: early, description: 'loan-waiver', act: waived('penalty') },
    { on: early, description: 'loan-waiver', act: interestWaived },
    ...paid.slice(0, Math.min(product.repayment.prepayment.type === 'refused' ? 1 : 2, dueDates.length - 1)),
    { on: settledOn, description: 'loan-repayment', movesMoney: true, act: tooMuch },
    {
      on: addDays(settledOn, 1),
      description: 'loan-refund',
      movesMoney: true,
      act: ({ life }) => ({ type: 'refunded', amountMinor: life.overpaidMinor }),
    },
  ]
}

/** Never repaid: given up in the books, and a little of it recovered. */
function writtenOffInTheEnd(firstDueOn: BusinessDate): readonly Planned[] {
  const givenUpOn = addDays(firstDueOn, 60)
  return [
    { on: firstDueOn, description: 'loan-charge', act: charge('fee', 100n) },
    { on: firstDueOn, description: 'loan-charge', act: charge('penalty', 200n) },
    { on: givenUpOn, description: 'loan-write-off', act: () => ({ type: 'written-off' }) },
    {
      on: addDays(givenUpOn, 1),
      description: 'loan-recovery',
      movesMoney: true,
      act: ({ loan }) => repaid(partOf(loan.agreement.principalMinor, 20n)),
    },
  ]
}

/** When an example is paid out, and when nobody works after that. */
interface Days {
  readonly startsOn: BusinessDate
  readonly calendar: HolidayCalendar
}

function blankLoan(product: LoanProduct, basis: IncomeBasis, { startsOn, calendar }: Days): Scene['loan'] {
  const { principalMinor, annualPercent, frequency, installments } = usualOffer(product, startsOn)
  const agreement = {
    ...{ principalMinor, annualPercent, frequency, installments, plannedOn: startsOn },
    ...(product.dueDates.onCentreDay ? { meetsOn: weekdayOf(startsOn) } : {}),
  }
  return {
    ...{ loanId: '', number: '', clientId: '', groupId: null, officer: '', submittedBy: null, cycle: 1 },
    ...{ appliedBy: [], paidOutBy: [], approvedBy: [], entries: [], defaultedOn: null, nonAccrualOn: null },
    ...{ product, currency: product.currency, basis, agreement, booked: noFigures, changedOn: startsOn },
    dates: datesOf(product, agreement, startsOn, calendar),
    custodian: { logId: '', deviceCode: '' },
    custodyEpoch: 0,
    state: 'approved',
  }
}

/** One step of a loan's life as the verbs would take it, and the loan after it. */
function take(scene: Scene, added: readonly LoanEntry[], { on, description, movesMoney }: Omit<Planned, 'act'>) {
  const { loan } = scene
  const money = movesMoney ? drawer : null
  const { body, entries } = happen(loan, { added, description, money, dates: loan.dates }, on)
  const after = { ...loan, entries: [...loan.entries, ...added], booked: body.booked, state: body.state }
  return { loan: after, posted: { on, change: figuresLess(body.booked, loan.booked), entries } }
}

function disbursed(scene: Scene) {
  const { loan, on, newId } = scene
  const { product, agreement } = loan
  const { feesMinor, insuranceMinor } = paidAtOnce(product, agreement.principalMinor)
  const paidOut: LoanEntry = {
    ...{ id: newId(), enteredOn: on, effectiveOn: on, type: 'paid-out', amountMinor: agreement.principalMinor },
    ...(feesMinor > 0n ? { upfrontFeesMinor: feesMinor } : {}),
    ...(insuranceMinor > 0n ? { upfrontInsuranceMinor: insuranceMinor } : {}),
  }
  const added = [paidOut, ...chargesFrom(product, on, newId)]
  return take(scene, added, { on, description: 'loan-disbursement', movesMoney: true })
}

/** What is planned for a loan, day by day, and the loan after it. */
function goOn(start: Scene['loan'], planned: readonly Planned[]) {
  let ids = 0
  const newId = (): string => `example-${start.entries.length}-${++ids}`
  let loan = start
  const posted: PostedStep[] = []
  for (const step of planned) {
    const scene = sceneOf(loan, step.on, newId)
    const act = step.act(scene)
    if (!act) continue
    const entry: LoanEntry = { ...act, id: newId(), enteredOn: step.on, effectiveOn: step.on }
    const taken = take(scene, [entry], step)
    loan = taken.loan
    posted.push(taken.posted)
  }
  return { loan, posted }
}

const sceneOf = (loan: Scene['loan'], on: BusinessDate, newId: () => string): Scene => ({
  ...{ loan, on, newId },
  life: lifeOf(termsOf(loan.product, loan.agreement, loan.dates), loan.entries, on),
})

function play(blank: Scene['loan'], planned: readonly Planned[]): readonly PostedStep[] {
  let ids = 0
  const first = disbursed(sceneOf(blank, blank.dates.startsOn, () => `example-${++ids}`))
  return [first.posted, ...goOn(first.loan, planned).posted]
}

/** From so late on a loan earns only what is paid, and again as it is earned once nothing is late: what is recognised otherwise is posted. */
function turned(loan: Scene['loan'], on: BusinessDate, to: IncomeBasis) {
  const { product, agreement, dates, booked, currency } = loan
  const life = lifeOf(termsOf(product, agreement, dates), loan.entries, on)
  const change = figuresLess(figuresOf(life, loan.entries, on, to), booked)
  const description = to === 'cash' ? 'loan-income-suspended' : 'loan-income-resumed'
  const entries = changeEntry({ description, from: booked, change }, loanPlaces(loan, null), currency)
  return { on, change, entries }
}

/** No whole number of weeks or months after the limit that is usual, so that something is earned since the last due date. */
const daysUntilPaid = 9

/** A loan that is so late that it stops accruing, with what is charged and paid meanwhile, until nothing of it is late any more. */
function suspended(blank: Scene['loan'], firstDueOn: BusinessDate): readonly PostedStep[] {
  const { product, agreement, dates } = blank
  const on = addDays(firstDueOn, product.accounting.nonAccrualAfterDays)
  const { loan } = disbursed({ loan: blank, on: dates.startsOn, newId: () => 'example', life: emptyLife(blank) })
  const life = lifeOf(termsOf(product, agreement, dates), loan.entries, on)
  const accrued = { ...loan, booked: figuresOf(life, loan.entries, on, 'accrual') }
  const suspension = turned(accrued, on, 'cash')
  if (suspension.entries.length === 0) return []
  const late = { ...accrued, booked: figuresOf(life, loan.entries, on, 'cash'), nonAccrualOn: on }
  const paid = { description: 'loan-repayment', movesMoney: true } as const
  const meanwhile = goOn(late, [
    { on: addDays(on, 1), description: 'loan-charge', act: charge('penalty', 200n) },
    { on: addDays(on, 1), ...paid, act: scene => repaid(dueBy(scene) / 2n) },
    { on: addDays(on, daysUntilPaid), ...paid, act: scene => repaid(dueBy(scene)) },
  ])
  const resumption = turned(meanwhile.loan, addDays(on, daysUntilPaid), 'accrual')
  const resumed = resumption.entries.length > 0 ? [resumption] : []
  return [suspension, ...meanwhile.posted, ...resumed]
}

const emptyLife = ({ product, agreement, dates }: Scene['loan']): LoanLife =>
  lifeOf(termsOf(product, agreement, dates), [], dates.startsOn)

/**
 * What is posted for a product's usual loan, as the verbs and the close of business post it: one that is repaid with everything that may
 * come between, one that is lost, and on the accrual basis one that stops accruing and begins again. Rules: D32, D37.
 */
export function postingExample(product: LoanProduct, basis: IncomeBasis, days: Days): readonly PostedStep[] {
  const blank = blankLoan(product, basis, days)
  const firstDueOn = blank.dates.dueDates[0] ?? days.startsOn
  return [
    ...play(blank, repaidInTheEnd(blank, firstDueOn)),
    ...play(blank, writtenOffInTheEnd(firstDueOn)).slice(1),
    ...(basis === 'accrual' ? suspended(blank, firstDueOn) : []),
  ]
}
