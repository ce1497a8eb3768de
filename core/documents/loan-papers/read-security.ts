import type { Database } from 'better-sqlite3'
import { present } from '../../assert.ts'
import type { Loan } from '../../loans/loan.ts'
import { pledgedThingBlob, pledgedThingSchema } from '../../loans/security-records.ts'
import { readJsonBlob } from '../../storage/blobs.ts'
import { groupMembers, groupRow } from '../../storage/groups.ts'
import { collateralOf, guaranteesOf, standingGuarantees } from '../../storage/loan-security.ts'
import { recordByPosition } from '../../storage/records.ts'
import type { LoanSecurity } from './loan-paper-model.ts'

/** What a thing is, from the sealed words beside its pledge; nothing where they have not arrived. */
function thingAt(db: Database, position: number) {
  const { record } = present(recordByPosition(db, position), 'a thing was pledged by a record')
  const words = record.blobs?.find(({ name }) => name === pledgedThingBlob)
  const said = pledgedThingSchema.safeParse(words && readJsonBlob(db, words))
  return said.success ? said.data : { description: '', owner: '' }
}

/** Who and what stands for a loan now. */
export function readSecurity(db: Database, { loanId, groupId, product }: Loan): LoanSecurity {
  const guarantors = standingGuarantees(db, loanId).map(({ name, clientNumber, coversMinor, accountNumber }) => ({
    name: name || clientNumber,
    number: clientNumber,
    coversMinor,
    ...(accountNumber === null ? {} : { heldOn: accountNumber }),
  }))
  const pledged = collateralOf(db, loanId)
    .filter(({ releasedPosition }) => releasedPosition === null)
    .map(({ position, valueMinor }) => {
      const { description, owner, reference } = thingAt(db, position)
      return { description, owner, valueMinor, ...(reference === undefined ? {} : { reference }) }
    })
  const isTogether = product.conditions.groupLateDaysMax !== undefined
  const group = isTogether && groupId !== null ? groupRow(db, groupId) : null
  const members = group ? groupMembers(db, group.groupId).map(({ name, number }) => name || number) : []
  return { guarantors, pledged, ...(group ? { group: { name: group.name, members } } : {}) }
}

/** Whether somebody or something ever stood for a loan. */
export const wasSecured = (db: Database, loanId: string): boolean =>
  guaranteesOf(db, loanId).length + collateralOf(db, loanId).length > 0
