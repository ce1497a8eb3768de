import type { BusinessDate } from '../calendar/business-date.ts'
import type { Weekday } from '../calendar/working-days.ts'
import { utf8 } from '../crypto/hash.ts'
import type { OpenDayContext } from '../decision/context.ts'
import type { Decision, PlainBlob } from '../decision/decision.ts'
import { noteBlob } from '../decision/note.ts'
import { jsonText } from '../journal/json-text.ts'
import { offeredFrequency, offerFaults, usualOffer } from '../products/loan-offer.ts'
import type { LoanProduct } from '../products/loan-product.ts'
import type { KycTier } from '../products/product-fields.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { fallsDueInTime, horizonDays, isWithinHorizon } from './horizon.ts'
import { type Household, householdBlobName } from './household.ts'
import { checkLoan, custodyOfLoan, type Loan, productPin } from './loan.ts'
import { asOffer, type LoanAgreement } from './loan-agreement.ts'
import type { DraftLoan } from './loan-commands.ts'

export interface DraftState {
  readonly client: { readonly clientId: string; readonly kycTier: KycTier }
  readonly product: LoanProduct
  readonly number: string
  /** Which loan of the client it would be, from 1. */
  readonly cycle: number
  /** The group that it would be for; null for none. */
  readonly group: {
    readonly groupId: string
    readonly members: readonly string[]
    readonly meetsOn: Weekday | undefined
  } | null
  /** The draft that is worked on again; null for a new one. */
  readonly loan: Loan | null
}

const fault = (field: string, rule: string) => refuse({ type: 'field-invalid', field, rule } as const)

/** The disbursement is planned for today or later, and within a year. */
function checkPlanned(plannedOn: BusinessDate, today: BusinessDate): Result<null, Refusal> {
  if (plannedOn < today) return fault('plannedOn', 'in-the-past')
  return isWithinHorizon(plannedOn, today, horizonDays.planned) ? ok(null) : fault('plannedOn', 'too-late')
}

/** What is agreed, within what the product offers: field-invalid names what is not. */
function agreedOn(product: LoanProduct, command: DraftLoan, today: BusinessDate): Result<LoanAgreement, Refusal> {
  const { principalMinor, plannedOn = today, firstDueOn, meetsOn } = command
  const planned = checkPlanned(plannedOn, today)
  if (!planned.ok) return planned
  const usual = usualOffer(product, plannedOn)
  const frequency = command.frequency ?? usual.frequency
  const { every, unit } = frequency
  const agreement: LoanAgreement = {
    principalMinor,
    annualPercent: command.annualPercent ?? usual.annualPercent,
    frequency: { every, unit },
    installments: command.installments ?? offeredFrequency(product, frequency)?.installments.default ?? 1,
    plannedOn,
    ...(firstDueOn ? { firstDueOn } : {}),
    ...(meetsOn ? { meetsOn } : {}),
  }
  if (!fallsDueInTime(product, agreement, plannedOn)) return fault('installments', 'above-maximum')
  if (product.dueDates.onCentreDay && !meetsOn) return fault('meetsOn', 'missing')
  const [wrong] = offerFaults(product, asOffer(agreement, plannedOn))
  return wrong ? fault(wrong.field, wrong.rule) : ok(agreement)
}

const householdBlob = (household: Household | undefined, subject: string): readonly PlainBlob[] =>
  household ? [{ name: householdBlobName, subject, content: utf8(jsonText(household)) }] : []

/** Blobs of what a person says of the client and of their household: personal data, sealed under the client. */
function sealed({ note, household }: DraftLoan, clientId: string): Pick<Decision, 'blobs'> {
  const blobs = [...(noteBlob(note, clientId).blobs ?? []), ...householdBlob(household, clientId)]
  return blobs.length > 0 ? { blobs } : {}
}

/**
 * Drafts a loan under the version of its product that holds today, or works on a draft again. The log that drafts it has custody, epoch 1.
 * Refuses, of a draft that is there, what `checkLoan` refuses and field-invalid for another client; kyc-tier-too-low; field-invalid for
 * a group that is not the borrower's, another currency than it was drafted in, and what the product does not offer. Rules: L30, L34, L49.
 */
export function draftLoan(
  { client, product, number, cycle, group, loan }: DraftState,
  command: DraftLoan,
  context: OpenDayContext,
): Result<Decision, Refusal> {
  const workable = loan ? checkLoan(loan, 'amend', context.device.logId) : ok(null)
  if (!workable.ok) return workable
  if (loan && loan.clientId !== client.clientId) return fault('clientId', 'differs')
  if (client.kycTier < product.kycTier)
    return refuse({ type: 'kyc-tier-too-low', tier: client.kycTier, needed: product.kycTier })
  if (group && !group.members.includes(client.clientId)) return fault('groupId', 'not-a-member')
  if (loan && loan.currency !== product.currency) return fault('productId', 'differs')
  const agreement = agreedOn(product, { meetsOn: group?.meetsOn, ...command }, context.businessDate)
  if (!agreement.ok) return agreement
  const drafted = loan ?? { loanId: context.newId(), number, custodyEpoch: 1 }
  return ok({
    type: 'loan.drafted',
    class: 'decision',
    entries: [],
    body: {
      loanId: drafted.loanId,
      number: drafted.number,
      clientId: client.clientId,
      ...(group ? { groupId: group.groupId } : {}),
      productId: product.productId,
      productVersion: product.version,
      currency: product.currency,
      custodian: context.device.logId,
      cycle,
      basis: product.accounting.basis,
      agreement: agreement.value,
    },
    custody: [custodyOfLoan(drafted)],
    pins: productPin(product),
    ...sealed(command, client.clientId),
  })
}
