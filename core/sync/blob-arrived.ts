import type { Database } from 'better-sqlite3'
import type { BlobRef } from '../journal/record.ts'
import { clientProfileArrived } from '../storage/apply/apply-customers.ts'
import { staffProfileArrived } from '../storage/apply/apply-institution.ts'

/** Lets the projections read what came after its record: a client's or a staff member's name. */
export function blobArrived(db: Database, { name, subject, hash }: BlobRef): void {
  if (name === 'profile') clientProfileArrived(db, subject, hash)
  if (name === 'staff-profile') staffProfileArrived(db, subject, hash)
}
