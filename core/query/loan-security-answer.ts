import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import { savingsNeeded } from '../loans/compulsory-savings.ts'
import type { Loan } from '../loans/loan.ts'
import { settledStates } from '../loans/loan-states.ts'
import { collateralKinds, pledgedThingBlob, pledgedThingSchema } from '../loans/security-records.ts'
import { sumMinor } from '../money/amount.ts'
import { sharePercent } from '../money/share.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { readJsonBlob } from '../storage/blobs.ts'
import { groupMembers } from '../storage/groups.ts'
import { heldFor } from '../storage/holds.ts'
import { collateralOf, guaranteesOf, stillCovered } from '../storage/loan-security.ts'
import { loadLoan } from '../storage/loans.ts'
import { recordByPosition } from '../storage/records.ts'
import { attachmentAnswer, attachmentKinds } from './attachment-answer.ts'
import type { AttachmentAnswer } from './journal-answers.ts'
import type { CollateralRow, GuarantorRow, LoanSecurityAnswer, SecurityStanding } from './loan-security-answers.ts'

const standingOf = ({ state }: Loan, releasedPosition: number | null): SecurityStanding =>
  releasedPosition !== null ? 'released' : settledStates.includes(state) ? 'settled' : 'standing'

function guarantorRow(loan: Loan, row: ReturnType<typeof guaranteesOf>[number]): GuarantorRow {
  const { guaranteeId, guarantorId, coversMinor, accountId, accountNumber, holdId } = row
  return {
    guaranteeId,
    guarantorId,
    name: row.name || row.clientNumber,
    number: row.clientNumber,
    coversMinor,
    standing: standingOf(loan, row.releasedPosition),
    ...(accountId && accountNumber ? { account: { accountId, number: accountNumber } } : {}),
    ...(holdId === null ? {} : { holdId }),
    heldMinor: row.heldMinor ?? 0n,
    calledMinor: (row.capturedMinor ?? 0n) + row.paidMinor,
  }
}

function collateralRow(db: Database, loan: Loan, row: ReturnType<typeof collateralOf>[number]): CollateralRow {
  const { record } = present(recordByPosition(db, row.position), 'a thing was pledged by a record')
  const blobs = record.blobs ?? []
  const words = blobs.find(({ name }) => name === pledgedThingBlob)
  const said = pledgedThingSchema.safeParse(words && readJsonBlob(db, words))
  const { description, owner, reference } = said.success ? said.data : { description: '', owner: '' }
  return {
    collateralId: row.collateralId,
    kind: present(
      collateralKinds.find(kind => kind === row.kind),
      'a stored thing is of one of the kinds',
    ),
    description,
    owner,
    ...(reference === undefined ? {} : { reference }),
    valueMinor: row.valueMinor,
    standing: standingOf(loan, row.releasedPosition),
    record: { log: record.log, seq: record.seq },
    attachments: attachmentKinds(record),
  }
}

const isStanding = ({ standing }: { readonly standing: SecurityStanding }): boolean => standing === 'standing'

function jointly(db: Database, { clientId, groupId, product }: Loan): LoanSecurityAnswer['jointly'] {
  if (groupId === null || product.conditions.groupLateDaysMax === undefined) return []
  return groupMembers(db, groupId).filter(member => member.clientId !== clientId)
}

/** Who and what stands for a loan, and how much of it that covers. Refuses loan-unknown. Rules: L47, L48. */
export function loanSecurityAnswer(db: Database, loanId: string): Result<LoanSecurityAnswer, Refusal> {
  const loan = loadLoan(db, loanId)
  if (!loan) return refuse({ type: 'loan-unknown' })
  const guarantors = guaranteesOf(db, loanId).map(row => guarantorRow(loan, row))
  const collateral = collateralOf(db, loanId).map(row => collateralRow(db, loan, row))
  const collateralMinor = sumMinor(collateral.filter(isStanding).map(({ valueMinor }) => valueMinor))
  const { paidOut, paidPrincipal, writtenOffPrincipal } = loan.booked
  const principalMinor = loan.dates ? paidOut - paidPrincipal - writtenOffPrincipal : loan.agreement.principalMinor
  return ok({
    currency: loan.currency,
    guarantors,
    collateral,
    jointly: jointly(db, loan),
    savings: heldFor(db, loanId)
      .filter(({ reason }) => reason === 'loan-savings')
      .map(({ holdId, accountId, accountNumber: number, amountMinor: heldMinor }) => ({
        holdId,
        accountId,
        number,
        heldMinor,
      })),
    savingsNeededMinor: savingsNeeded(loan),
    guarantorsMin: loan.product.conditions.guarantorsMin,
    guaranteedMinor: sumMinor(
      guarantors.filter(isStanding).map(({ coversMinor, calledMinor }) => stillCovered(coversMinor, calledMinor)),
    ),
    collateralMinor,
    principalMinor,
    ...(collateralMinor > 0n ? { loanToValuePercent: sharePercent(principalMinor, collateralMinor) } : {}),
  })
}

interface PaperAsked {
  readonly loanId: string
  readonly collateralId: string
  readonly place: number
}

/**
 * A paper of a pledged thing, for whoever sees the loan: a title deed is looked at where the loan is decided. Null where there is none, or
 * it is not here yet. Refuses security-unknown for a thing that was never pledged for it. Rule: W82.
 */
export function collateralPaper(
  db: Database,
  { loanId, collateralId, place }: PaperAsked,
): Result<AttachmentAnswer | null, Refusal> {
  const pledged = collateralOf(db, loanId).find(row => row.collateralId === collateralId)
  if (!pledged) return refuse({ type: 'security-unknown' })
  const { record } = present(recordByPosition(db, pledged.position), 'a thing was pledged by a record')
  return attachmentAnswer(db, { record: { log: record.log, seq: record.seq }, place })
}
