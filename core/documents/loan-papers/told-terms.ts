import { addDays } from '../../calendar/business-date.ts'
import { portionsTotal } from '../../loan-life/portions.ts'
import type { OfferedCharge } from '../../loans/offer-figures.ts'
import type { LoanOfferFacts, LoanPaperHead } from './loan-paper-model.ts'
import type { PaperFact } from './paper-blocks.ts'
import type { PaperWriter } from './paper-writer.ts'

type Told = LoanPaperHead & LoanOfferFacts

/** How often it is repaid, such as `12, every month`. */
export function countedWords({ agreement, figures }: Told, { labels: { terms }, number }: PaperWriter): string {
  if (figures.installments.length === 1) return terms.one
  const { every, unit } = agreement.frequency
  return terms.counted(number(figures.installments.length), terms.every(unit, every, number(every)))
}

/** One amount, where all installments are the same but for the last, which takes what rounding left; else the least and the most. */
export function installmentWords({ figures: { installments } }: Told, { money }: PaperWriter): string {
  const totals = installments.slice(0, -1).map(({ due }) => portionsTotal(due))
  const all = totals.length > 0 ? totals : installments.map(({ due }) => portionsTotal(due))
  const sorted = all.toSorted((one, other) => (one < other ? -1 : 1))
  const [least = 0n, most = 0n] = [sorted[0], sorted.at(-1)]
  return least === most ? money(least) : `${money(least)} – ${money(most)}`
}

/** What it costs a year by the rate that is told first, in few letters. */
export function firstRate({ rates }: Told, { labels: { terms }, percent }: PaperWriter): PaperFact {
  const rate = rates[rates.first]
  return { name: terms.rate[rates.first], value: rate === undefined ? '–' : terms.percent(percent(rate, 2)) }
}

/** What it costs a year, in the order in which it is told. */
export function rateFacts({ rates }: Told, { labels: { terms }, percent }: PaperWriter): readonly PaperFact[] {
  const other = rates.first === 'apr' ? 'aprc' : 'apr'
  const value = (rate: string | undefined): string =>
    rate === undefined ? terms.noRate : terms.yearly(percent(rate, 2))
  return [
    { name: terms.rate[rates.first], value: value(rates[rates.first]) },
    { name: terms.otherRate[other], value: value(rates[other]) },
    ...(rates.effective === undefined ? [] : [{ name: terms.compounded, value: value(rates.effective) }]),
  ]
}

/** When a charge is paid. */
export function chargeWhen(
  { figures }: Told,
  { when }: Pick<OfferedCharge, 'when'>,
  { labels: { terms }, date }: PaperWriter,
): string {
  const on = when.type === 'on-day' ? date(addDays(figures.startsOn, when.daysAfter)) : ''
  return terms.whenCharged(when.type, on)
}

/** What becomes of money after its day. */
export function lateSentences({ product }: Told, writer: PaperWriter): readonly string[] {
  const { labels, money, percent, number, within } = writer
  const { terms } = labels
  const { late, recalculation } = product.repayment
  const { fee, graceDays, penaltyAnnualPercent, penaltyOn = 'installment' } = late
  const grace = [graceDays, within(number(graceDays))] as const
  const charged =
    fee?.type === 'fixed'
      ? [terms.lateFee(within(money(fee.amountMinor)), ...grace)]
      : fee
        ? [terms.lateFeePercent(within(percent(fee.percent)), ...grace)]
        : []
  const penalty = penaltyAnnualPercent
    ? [terms.lateInterest(within(percent(penaltyAnnualPercent)), penaltyOn, ...grace)]
    : []
  return [
    ...(charged.length + penalty.length === 0 ? [terms.lateNothing] : [...charged, ...penalty]),
    ...(recalculation ? [terms.lateInterestGoesOn] : []),
  ]
}

/** What becomes of money before its day. */
export function earlySentences({ product, figures }: Told, writer: PaperWriter): readonly string[] {
  const { labels, percent, date, within } = writer
  const { terms } = labels
  const { prepayment, recalculation } = product.repayment
  if (prepayment.type === 'refused') return [terms.earlyRefused]
  const { afterDays, penaltyPercent } = prepayment
  return [
    afterDays === undefined ? terms.earlyAllowed : terms.earlyAfter(within(date(addDays(figures.startsOn, afterDays)))),
    penaltyPercent === undefined ? terms.earlyFree : terms.earlyPenalty(within(percent(penaltyPercent))),
    recalculation ? terms.earlyInterestToTheDay : terms.earlyInterestStands,
  ]
}

/** What of the borrower's savings is held while the loan runs; nothing where the product asks for none. */
export function savingsSentences({ product }: Told, { labels, percent, within }: PaperWriter): readonly string[] {
  const share = product.conditions.compulsorySavingsPercent
  return share === undefined ? [] : [labels.terms.savingsHeld(within(percent(share)))]
}
