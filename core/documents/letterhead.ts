import type { Database } from 'better-sqlite3'
import { present } from '../assert.ts'
import type { Signer } from '../crypto/signing.ts'
import { branchRows, deviceRow, grantById, institutionRow } from '../storage/reference.ts'
import type { Letterhead } from './document-model.ts'

/** Where a paper is made: the unlocked installation, and the person who prints. */
export interface DocumentDesk {
  readonly environment: { readonly now: () => string }
  readonly log: { readonly logId: string; readonly signer: Signer }
  readonly staffId: string
}

export const staffName = (db: Database, staffId: string): string =>
  present(grantById(db, staffId), 'who acts is a member of the staff').name

/** Who prints, where and when. The branch is the one that the paper is about. */
export function letterhead(db: Database, desk: DocumentDesk, branchId: string, locale: string): Letterhead {
  const branch = present(
    branchRows(db).find(row => row.branchId === branchId),
    'a record names a branch of the institution',
  )
  return {
    institutionName: present(institutionRow(db), 'the institution is founded').name,
    branchName: branch.name,
    branchCode: branch.code,
    deviceCode: present(deviceRow(db, desk.log.logId), 'the log is a device of the institution').deviceCode,
    printedBy: staffName(db, desk.staffId),
    printedAt: desk.environment.now(),
    locale,
  }
}
