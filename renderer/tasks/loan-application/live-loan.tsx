import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { affordability } from '../../../core/loans/affordability.ts'
import { type LoanOffer, offerFaults } from '../../../core/products/loan-offer.ts'
import { type LoanPreview, previewLoan } from '../../../core/products/loan-preview.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import type { LoanOffersAnswer } from '../../../core/query/loan-answers.ts'
import { installmentTotalMinor } from '../../../core/schedule/installment.ts'
import { ExampleLoan } from '../../counter/example-loan.tsx'
import { useHolidayCalendar } from '../../lib/use-holiday-calendar.ts'
import type { ReadApplication } from './application-form.ts'
import classes from './loan-application.module.css'
import { MeansFacts } from './means-facts.tsx'

/** An offer counted to its end, again with every key; nothing while the product does not offer it. */
export function useCountedOffer(product: LoanProduct, offer: LoanOffer): LoanPreview | null {
  const calendar = useHolidayCalendar()
  // The text of both says whether anything changed: the offer is read anew with every key.
  const asked = JSON.stringify([product.productId, product.version, offer], (_name, value) =>
    typeof value === 'bigint' ? String(value) : value,
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is all that the product and the offer say
  return useMemo(
    () => (offerFaults(product, offer).length > 0 || !calendar ? null : previewLoan(product, offer, calendar)),
    [asked, calendar],
  )
}

interface LiveLoanProps {
  readonly product: LoanProduct
  readonly read: ReadApplication
  readonly preview: LoanPreview | null
  /** What the client's other loans ask for. */
  readonly dues: LoanOffersAnswer['dues']
}

/** What is agreed so far, counted: every installment, what is in hand, what it costs. Rule: W60. */
export function LiveLoan({ product, read: { offer, household }, preview, dues }: LiveLoanProps) {
  const { t } = useTranslation('loan-application')
  if (!preview) return <p className={classes.about}>{t('not-countable')}</p>
  const ceilingPercent = product.conditions.affordabilityMaxPercent
  const payments = preview.installments.map(one => ({ dueOn: one.dueOn, dueMinor: installmentTotalMinor(one) }))
  const others = dues.filter(({ currency }) => currency === product.currency)
  const means = household && affordability(household, payments, { ceiling: ceilingPercent, others })
  return (
    <>
      <ExampleLoan preview={preview} offer={offer} currency={product.currency} />
      {means && <MeansFacts means={means} currency={product.currency} ceilingPercent={ceilingPercent} />}
    </>
  )
}
