import type { BusinessDate } from '../../../core/calendar/business-date.ts'
import type { Weekday } from '../../../core/calendar/working-days.ts'
import type { CommandOf } from '../../../core/command/command.ts'
import { westernDigits } from '../../../core/customers/fold-text.ts'
import type { Household } from '../../../core/loans/household.ts'
import { formatAmount } from '../../../core/money/format-amount.ts'
import { type LoanOffer, offerFaults } from '../../../core/products/loan-offer.ts'
import type { LoanProduct } from '../../../core/products/loan-product.ts'
import type { ProductFault } from '../../../core/products/product-check.ts'
import type { LoanAnswer, LoanOffered } from '../../../core/query/loan-answers.ts'
import { type OfferDays, previewedOffer, type TypedOffer } from '../../counter/previewed-offer.ts'
import { formatCount } from '../../lib/format-count.ts'
import { readAmountOrZero } from '../../lib/read-amount.ts'
import { readDate, typedDate } from '../../lib/read-date.ts'
import { readPercent, typedPercent } from '../../lib/read-percent.ts'
import { firstLines, readHousehold, type TypedLine } from './household-form.ts'

/** An application as typed; what is empty is what the product usually has. */
export interface ApplicationForm extends TypedOffer {
  readonly productId: string
  /** Today when it is empty. */
  readonly plannedOn: string
  readonly firstDueOn: string
  readonly meetsOn: Weekday | ''
  /** A group of the client that it is for; empty for none. */
  readonly groupId: string
  readonly household: readonly TypedLine[]
  readonly note: string
  /** Another offer stands beside it; what is empty there is as in this one. */
  readonly isCompared: boolean
  readonly otherPrincipal: string
  readonly otherInstallments: string
  readonly otherFrequency: string
}

export const emptyApplication: ApplicationForm = {
  productId: '',
  principal: '',
  installments: '',
  percent: '',
  frequency: '0',
  plannedOn: '',
  firstDueOn: '',
  meetsOn: '',
  groupId: '',
  household: firstLines,
  note: '',
  isCompared: false,
  otherPrincipal: '',
  otherInstallments: '',
  otherFrequency: '',
}

interface Reading {
  readonly today: BusinessDate
  readonly locale: string
}

/** An amount as it is typed: what `parseAmount` reads back. */
const typedAmount = (minor: bigint, currency: LoanProduct['currency'], locale: string): string =>
  formatAmount({ amountMinor: minor, currency }, locale)

/** A draft that is worked on again; a day that has gone by is agreed anew. */
export function applicationOf(
  { product, agreement }: Pick<LoanAnswer, 'product' | 'agreement'>,
  said: Pick<ApplicationForm, 'note' | 'groupId' | 'household'>,
  { today, locale }: Reading,
): ApplicationForm {
  const { principalMinor, annualPercent, frequency, installments, plannedOn, firstDueOn, meetsOn } = agreement
  const place = product.frequencies.findIndex(({ every, unit }) => every === frequency.every && unit === frequency.unit)
  return {
    ...emptyApplication,
    productId: product.productId,
    principal: typedAmount(principalMinor, product.currency, locale),
    installments: formatCount(installments, locale),
    percent: typedPercent(annualPercent, locale),
    frequency: String(Math.max(place, 0)),
    plannedOn: plannedOn > today ? typedDate(plannedOn, locale) : '',
    firstDueOn: firstDueOn && firstDueOn > today ? typedDate(firstDueOn, locale) : '',
    meetsOn: meetsOn ?? '',
    ...said,
  }
}

export interface ReadApplication {
  /** What is counted beside the form; where nothing is typed, the usual. */
  readonly offer: LoanOffer
  readonly days: OfferDays
  /** What the household lives on, where it was said. */
  readonly household: Household | undefined
  /** What the product does not offer this client, by the field. */
  readonly faults: readonly ProductFault[]
  /** What would be drafted; nothing while an amount is missing or something cannot be read. */
  readonly agreed: Omit<CommandOf<'loan.draft'>, 'type' | 'key' | 'loanId' | 'clientId'> | undefined
}

/** A field that is empty or says something. */
const isRead = (text: string, value: unknown): boolean => text.trim() === '' || value !== undefined

/** What the form means under the product that is chosen. */
export function readApplication(
  form: ApplicationForm,
  { product, mostMinor }: LoanOffered,
  { today, locale }: Reading,
): ReadApplication {
  const plannedOn = readDate(form.plannedOn, locale)
  const firstDueOn = readDate(form.firstDueOn, locale)
  const meetsOn = form.meetsOn === '' ? undefined : form.meetsOn
  const days = { startsOn: plannedOn ?? today, firstDueOn, meetsOn }
  const offer = previewedOffer(product, form, { ...days, locale })
  const isTooMuch = offer.principalMinor > mostMinor
  const faults = [
    ...(isTooMuch ? [{ field: 'principalMinor', rule: 'above-maximum' }] : []),
    ...offerFaults(product, offer),
    ...(isCount(form.installments) ? [] : [{ field: 'installments', rule: 'not-a-number' }]),
  ]
  const principalMinor = readAmountOrZero(form.principal, product.currency, locale)
  const household = readHousehold(form.household, { currency: product.currency, locale })
  const isWhole =
    household !== 'unreadable' &&
    isRead(form.plannedOn, plannedOn) &&
    isRead(form.firstDueOn, firstDueOn) &&
    isRead(form.percent, readPercent(form.percent, locale)) &&
    isCount(form.installments)
  const known = household === 'unreadable' ? undefined : household
  if (!principalMinor || !isWhole) return { offer, days, household: known, faults, agreed: undefined }
  const { annualPercent, installments, frequency } = offer
  const note = form.note.trim()
  return {
    offer,
    days,
    household: known,
    faults,
    agreed: {
      productId: product.productId,
      principalMinor,
      annualPercent,
      frequency: { every: frequency.every, unit: frequency.unit },
      installments,
      plannedOn: plannedOn ?? today,
      ...(firstDueOn ? { firstDueOn } : {}),
      ...(meetsOn ? { meetsOn } : {}),
      ...(form.groupId ? { groupId: form.groupId } : {}),
      ...(known ? { household: known } : {}),
      ...(note ? { note } : {}),
    },
  }
}

const isCount = (text: string): boolean => text.trim() === '' || /^\d{1,3}$/.test(westernDigits(text.trim()))

/** The offer beside it: what is empty there is as in this one; another way of repaying has its own number of installments. */
export function otherOfferOf(
  form: ApplicationForm,
  product: LoanProduct,
  { startsOn, firstDueOn, meetsOn, locale }: OfferDays & Pick<Reading, 'locale'>,
): LoanOffer {
  const frequency = form.otherFrequency || form.frequency
  const isSameWay = frequency === form.frequency
  const typed = {
    principal: form.otherPrincipal || form.principal,
    installments: form.otherInstallments || (isSameWay ? form.installments : ''),
    percent: form.percent,
    frequency,
  }
  return previewedOffer(product, typed, { startsOn, firstDueOn: isSameWay ? firstDueOn : undefined, meetsOn, locale })
}
