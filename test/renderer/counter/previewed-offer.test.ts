import { expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { offerFaults } from '../../../core/products/loan-offer.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import { nothingTyped, previewedOffer } from '../../../renderer/counter/previewed-offer.ts'

const loans = templateLoans('KES', dollars => BigInt(dollars * 1_000))
const [business, group] = loans
if (!business || !group) throw new Error('the template has loans')
const startsOn = businessDate('2027-01-31')

test.each(loans.map(loan => [loan.productId, loan] as const))('[W59] %s as it usually is', (_id, loan) => {
  const offer = previewedOffer(loan, nothingTyped, { startsOn, locale: 'en' })
  expect(offerFaults(loan, offer)).toEqual([])
  expect(offer.principalMinor).toBe(loan.principal.defaultMinor)
})

test('[W59] what is typed is what is counted, in the locale of the person', () => {
  const typed = { principal: '20 000,50', installments: '٦', percent: '', frequency: '0' }
  const offer = previewedOffer(business, typed, { startsOn, locale: 'fr' })
  expect(offer).toMatchObject({ principalMinor: 2_000_050n, installments: 6, annualPercent: '24' })
  expect(offer.firstDueOn).toBeUndefined()
})

test('[W59] another way of repaying brings its own number of installments', () => {
  const offer = previewedOffer(group, { ...nothingTyped, frequency: '1' }, { startsOn, locale: 'en' })
  expect(offer).toMatchObject({ frequency: { every: 2, unit: 'weeks' }, installments: 25 })
})
