import type { BusinessDate } from '../calendar/business-date.ts'
import type { HolidayCalendar } from '../calendar/working-days.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import type { EntryDescription } from '../journal/entry-description.ts'
import { portionsTotal } from '../loan-life/portions.ts'
import { rescheduledTerms } from '../loan-life/rescheduled-terms.ts'
import { frequencyOf } from '../products/first-due-date.ts'
import { repaymentDates } from '../products/repayment-dates.ts'
import type { Refusal } from '../refusal.ts'
import type { LoanStep } from '../refusals/loan-refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { roundingEntries, settledBy } from './cash-rounding.ts'
import { type Happened, happen } from './happen.ts'
import { endInTime, horizonDays, isWithinHorizon } from './horizon.ts'
import { lifeOf } from './life-of.ts'
import { checkLoan, type Loan, productPin } from './loan.ts'
import type { ChargeLoan, RefundLoan, RescheduleLoan, WaiveOnLoan, WriteOffLoan } from './loan-commands.ts'
import type { LoanEntry } from './loan-entry.ts'
import { custodyWith, type LoanMoney, moneyNamed } from './loan-money.ts'
import { checkOthersSign } from './own-hands.ts'
import { standingEntries } from './standing-entries.ts'
import { termsOf } from './terms-of.ts'

export interface ChangeState {
  readonly loan: Loan
  /** Null where no money moves. */
  readonly money: LoanMoney | null
}

export interface RescheduleState extends ChangeState {
  readonly calendar: HolidayCalendar
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

/** What is done to a loan as one event of today. */
interface Change {
  readonly type: string
  readonly step: LoanStep
  readonly description: EntryDescription
  readonly event: (today: OpenDayContext['businessDate']) => Result<LoanEventAlone, Refusal>
  /** What it is of, as people say it. */
  readonly amountMinor: (happened: Happened) => bigint
  readonly note?: string | undefined
  /** It is given up: one of those who sign has had no hand in the loan. */
  readonly isGivenUp?: true
}

type WithoutHead<E> = E extends unknown ? Omit<E, 'id' | 'enteredOn' | 'effectiveOn'> : never
type LoanEventAlone = WithoutHead<LoanEntry>

function changed(
  { loan, money }: ChangeState,
  { type, step, description, event, amountMinor, note, isGivenUp }: Change,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const today = context.businessDate
  const possible = checkLoan(loan, step, context.device.logId)
  if (!possible.ok) return possible
  const others = isGivenUp ? checkOthersSign(loan, context) : ok(null)
  if (!others.ok) return others
  const wanted = event(today)
  if (!wanted.ok) return wanted
  const added: LoanEntry = { ...wanted.value, id: context.newId(), enteredOn: today, effectiveOn: today }
  const happened = happen(loan, { added: [added], description, money }, today)
  return ok({
    type,
    class: money ? 'fact' : 'decision',
    entries: happened.entries,
    body: {
      ...happened.body,
      ...(money ? moneyNamed(money) : {}),
      amountMinor: amountMinor(happened),
      currency: loan.currency,
    },
    custody: custodyWith(loan, money),
    pins: productPin(loan.product),
    ...(money ? { printsReceipt: true } : {}),
    ...noteBlob(note, loan.clientId),
  })
}

const came = ({ body }: Happened): bigint => portionsTotal(body.portions)

/** Today or later, and at most a year after the last installment. */
function checkChargeDue(
  { product, agreement, dates, entries }: Loan,
  dueOn: BusinessDate,
  today: BusinessDate,
): Result<null, Refusal> {
  if (dueOn < today) return fault('dueOn', 'in-the-past')
  if (dueOn === today) return ok(null)
  const installments = dates ? lifeOf(termsOf(product, agreement, dates), entries, today).installments : []
  const lastDueOn = installments.at(-1)?.dueOn ?? today
  const after = lastDueOn > today ? lastDueOn : today
  return isWithinHorizon(dueOn, after, horizonDays.charged) ? ok(null) : fault('dueOn', 'too-late')
}

/** Charges a fee or a penalty, due today or later, at most a year after the last installment. Refuses currency-differs, field-invalid. Rules: L30, L39. */
export function chargeLoan(
  state: ChangeState,
  { kind, amountMinor, currency, dueOn, note }: ChargeLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  if (currency !== state.loan.currency) return refuse({ type: 'currency-differs', expected: state.loan.currency })
  return changed(
    state,
    {
      type: 'loan.charged',
      step: 'charge',
      description: 'loan-charge',
      event: today => {
        const due = checkChargeDue(state.loan, dueOn ?? today, today)
        return due.ok
          ? ok({ type: 'charged', kind, amount: { type: 'fixed', amountMinor }, dueOn: dueOn ?? today })
          : due
      },
      amountMinor: () => amountMinor,
      note,
    },
    context,
  )
}

/** The charge that is waived is there and was not waived or reversed before; interest or penalties are outstanding. */
function waiver(loan: Loan, { what }: WaiveOnLoan): Result<LoanEventAlone, Refusal> {
  if (what.kind === 'interest')
    return ok({ type: 'interest-waived', amountMinor: what.amountMinor, dueOn: what.dueOn ?? null })
  if (what.kind === 'penalties')
    return ok({ type: 'penalties-waived', amountMinor: what.amountMinor, dueOn: what.dueOn ?? null })
  const standing = standingEntries(loan.entries)
  const isCharged = standing.some(({ id, type }) => id === what.event && type === 'charged')
  const isWaived = standing.some(entry => entry.type === 'waived' && entry.charge === what.event)
  return isCharged && !isWaived ? ok({ type: 'waived', charge: what.event }) : fault('event', 'not-known-here')
}

/** Waives a charge, or interest or penalties as far as they are outstanding. Refuses loan-own-application; field-invalid for what is not there. Rules: L30, L39, L43. */
export function waiveOnLoan(
  state: ChangeState,
  command: WaiveOnLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const decided = changed(
    state,
    {
      type: 'loan.waived',
      step: 'waive',
      description: 'loan-waiver',
      event: () => waiver(state.loan, command),
      amountMinor: came,
      note: command.note,
      isGivenUp: true,
    },
    context,
  )
  return decided.ok && decided.value.body.amountMinor === 0n ? fault('amountMinor', 'nothing-outstanding') : decided
}

/** Gives back what was overpaid: Dr overpayments / Cr drawer or the client's account. Refuses currency-differs, field-invalid, drawer-short. Rules: L30, L39. */
export function refundLoan(
  state: ChangeState,
  { amountMinor, currency }: RefundLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const { loan, money } = state
  if (currency !== loan.currency) return refuse({ type: 'currency-differs', expected: loan.currency })
  if (money?.kind === 'drawer' && amountMinor > money.balanceMinor)
    return refuse({ type: 'drawer-short', availableMinor: money.balanceMinor, currency })
  const refundedMinor = money ? settledBy(money, amountMinor, loan.booked.overpaid, currency) : amountMinor
  const decided = changed(
    state,
    {
      type: 'loan.refunded',
      step: 'refund',
      description: 'loan-refund',
      event: () =>
        refundedMinor > loan.booked.overpaid
          ? fault('amountMinor', 'above-maximum')
          : ok({ type: 'refunded', amountMinor: refundedMinor }),
      amountMinor: () => amountMinor,
    },
    context,
  )
  if (!decided.ok || !money) return decided
  const rounding = roundingEntries(money, -amountMinor, -refundedMinor, currency)
  return ok({ ...decided.value, entries: [...decided.value.entries, ...rounding] })
}

/** Writes a loan off: Dr allowance / Cr principal; what was recognised and not paid is lost. Refuses loan-own-application. Rules: L30, L39, L43. */
export const writeOffLoan = (
  state: ChangeState,
  { note }: WriteOffLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  changed(
    state,
    {
      type: 'loan.written-off',
      step: 'write-off',
      description: 'loan-write-off',
      event: () => ok({ type: 'written-off' }),
      amountMinor: came,
      note,
      isGivenUp: true,
    },
    context,
  )

/** An unmet installment moves: after the one before it, not into the past, and by two years at most. Nobody is asked to pay where the product says so. */
function moved(
  { loan: { product, agreement, dates, entries }, calendar }: RescheduleState,
  { from, to }: RescheduleLoan,
  today: RescheduleLoan['to'],
) {
  if (!dates) return fault('from', 'not-a-due-date')
  const terms = termsOf(product, agreement, dates)
  const repayments = lifeOf(terms, entries, today).installments.filter(({ kind }) => kind === 'repayment')
  const place = repayments.findIndex(({ dueOn, metOn }) => dueOn === from && metOn === null)
  if (place < 0) return fault('from', 'not-a-due-date')
  if (to < today) return fault('to', 'in-the-past')
  const frequency = frequencyOf(product, agreement.frequency)
  const { dueDates } = rescheduledTerms(terms.schedule, standingEntries(entries))
  const installments = dueDates.length - dueDates.indexOf(from)
  const isInTime = endInTime(product, { installments, frequency }, to)
  if (!isInTime || !isWithinHorizon(to, from, horizonDays.moved)) return fault('to', 'too-late')
  const before = repayments[place - 1]?.dueOn ?? dates.startsOn
  if (to <= before) return fault('to', 'too-early')
  const repaying = { startsOn: before, firstDueOn: to, frequency, installments }
  const [first = to, ...later] = repaymentDates(repaying, product.dueDates.restDays, calendar)
  return first < today ? fault('to', 'in-the-past') : ok({ type: 'rescheduled', from, to: first, later } as const)
}

/** Moves the installment of a day to another, and those after it with it. Refuses field-invalid. Rules: L23, L30, L39, P14. */
export const rescheduleLoan = (
  state: RescheduleState,
  command: RescheduleLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> =>
  changed(
    state,
    {
      type: 'loan.rescheduled',
      step: 'reschedule',
      description: 'loan-adjustment',
      event: today => moved(state, command, today),
      amountMinor: () => 0n,
      note: command.note,
    },
    context,
  )
