import { describe, expect, test } from 'vitest'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { everyDayWorks } from '../../../core/calendar/working-days.ts'
import { rate } from '../../../core/money/rate.ts'
import { compareOffers } from '../../../core/products/compare-offers.ts'
import { previewLoan } from '../../../core/products/loan-preview.ts'
import { templateLoans } from '../../../core/products/loan-template.ts'
import {
  type ApplicationForm,
  applicationOf,
  emptyApplication,
  otherOfferOf,
  readApplication,
} from '../../../renderer/tasks/loan-application/application-form.ts'
import { firstLines, readHousehold, typedLines } from '../../../renderer/tasks/loan-application/household-form.ts'

const [business, group] = templateLoans('KES', dollars => BigInt(dollars * 1_000))
if (!business || !group) throw new Error('the template has loans')
const today = businessDate('2027-01-29')
const offered = (product: typeof business, mostMinor = product.principal.maxMinor) => ({ product, mostMinor })
const read = (form: Partial<ApplicationForm>, locale = 'en', of = offered(business)) =>
  readApplication({ ...emptyApplication, ...form }, of, { today, locale })

describe('[W60] what is typed into an application', () => {
  test('is what would be drafted; what is empty is as usual, and paid out today', () => {
    expect(read({ principal: '20k', note: ' seed ' }).agreed).toEqual({
      productId: business.productId,
      principalMinor: 2_000_000n,
      annualPercent: '24',
      frequency: { every: 1, unit: 'months' },
      installments: 12,
      plannedOn: today,
      note: 'seed',
    })
  })

  test.each<[string, Partial<ApplicationForm>]>([
    ['no amount', {}],
    ['an amount that is none', { principal: 'x' }],
    ['a date that is none', { principal: '20k', plannedOn: '31/02/2027' }],
    ['a rate that is none', { principal: '20k', percent: 'a lot' }],
    ['a number that is none', { principal: '20k', installments: 'ten' }],
  ])('is no application with %s', (_what, form) => {
    expect(read(form).agreed).toBeUndefined()
  })

  test.each<[string, Partial<ApplicationForm>, object]>([
    ['more than this loan of theirs may be', { principal: '30k' }, { field: 'principalMinor', rule: 'above-maximum' }],
    ['too many installments', { installments: '99' }, { field: 'installments', rule: 'above-maximum' }],
    ['a word for a number', { installments: 'ten' }, { field: 'installments', rule: 'not-a-number' }],
    ['a first date too late', { firstDueOn: '29/12/2027' }, { field: 'firstDueOn', rule: 'too-late' }],
  ])('says at its field: %s', (_what, form, fault) => {
    expect(read({ principal: '20k', ...form }, 'en-GB', offered(business, 2_500_000n)).faults).toContainEqual(fault)
  })

  test('is told again in the marks of the person, for who works on it again', () => {
    const { agreed } = read({ principal: '٢٠٬٠٠٠٫٥٠', installments: '٦', plannedOn: '٠٥/٠٢/٢٠٢٧' }, 'ar-EG')
    if (!agreed) throw new Error('it is read')
    const { principalMinor, installments = 0, plannedOn = today } = agreed
    const frequency = { every: 1, unit: 'months' } as const
    const agreement = { principalMinor, installments, plannedOn, frequency, annualPercent: rate('24') }
    for (const locale of ['en-KE', 'fr', 'ar-EG', 'hi']) {
      const again = applicationOf(
        { product: business, agreement },
        { note: 'seed', groupId: '', household: firstLines },
        { today, locale },
      )
      expect(read(again, locale).agreed).toMatchObject({ ...agreement, note: 'seed' })
    }
  })

  test('has its first due date on the day on which the centre meets', () => {
    const { offer } = read({ principal: '20k', meetsOn: 'wednesday' }, 'en', offered(group))
    expect(offer.firstDueOn).toBe('2027-02-10')
  })
})

test('[W61] the other offer is as this one but for what is typed, and says what differs', () => {
  const form = { ...emptyApplication, principal: '20k', installments: '12', otherInstallments: '6' }
  const { offer, days } = readApplication(form, offered(business), { today, locale: 'en' })
  const other = otherOfferOf(form, business, { ...days, locale: 'en' })
  expect(other).toEqual({ ...offer, installments: 6 })
  const compared = compareOffers(
    previewLoan(business, offer, everyDayWorks),
    previewLoan(business, other, everyDayWorks),
  )
  const difference = Object.fromEntries(compared.map(({ name, differenceMinor }) => [name, differenceMinor]))
  expect(difference.received).toBe(0n)
  expect(difference.installment).toBeGreaterThan(0n)
  expect(difference.interest).toBeLessThan(0n)
  for (const { thisMinor, otherMinor, differenceMinor } of compared)
    expect(otherMinor - thisMinor).toBe(differenceMinor)
  const byWeek = { ...form, productId: group.productId, otherFrequency: '1', otherInstallments: '' }
  expect(otherOfferOf(byWeek, group, { ...days, locale: 'en' })).toMatchObject({
    frequency: { every: 2, unit: 'weeks' },
    installments: 25,
  })
})

describe('[W60] what a household lives on', () => {
  const reading = { currency: 'KES', locale: 'en' } as const
  const maize = { flow: 'income', kind: 'crops', amount: '40k', months: '3, 4 and 9' } as const
  const food = { flow: 'expense', kind: 'food', amount: '6,500', months: '' } as const

  test('is read line by line, and told again; a line without an amount is not there', () => {
    const household = readHousehold([{ ...maize, months: '3, 4 9' }, food, ...firstLines], reading)
    expect(household).toEqual({
      lines: [
        { flow: 'income', kind: 'crops', amountMinor: 4_000_000n, months: [3, 4, 9] },
        { flow: 'expense', kind: 'food', amountMinor: 650_000n },
      ],
    })
    if (!household || household === 'unreadable') throw new Error('it is read')
    for (const locale of ['en', 'fr', 'ar-EG', 'hi'])
      expect(readHousehold(typedLines(household, { ...reading, locale }), { ...reading, locale })).toEqual(household)
    expect(readHousehold(firstLines, reading)).toBeUndefined()
  })

  test.each([['13'], ['0'], ['3 3'], ['3, 4 and 9']])('has no month %s', months => {
    expect(readHousehold([{ ...maize, months }], reading)).toBe('unreadable')
    expect(read({ principal: '20k', household: [{ ...maize, months }] }).agreed).toBeUndefined()
  })
})
