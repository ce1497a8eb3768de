import { assert, present } from '../assert.ts'
import { base64url, hmacSha256, utf8 } from '../crypto/hash.ts'
import type { Decision } from '../decision/decision.ts'
import { type FoundingMaterial, type FoundingStaff, foundInstitution } from '../institution/found-institution.ts'
import type { Founding } from '../institution/founding.ts'
import { productsIn } from '../institution/template-names.ts'
import { templateProducts } from '../products/products-template.ts'
import { ok } from '../result.ts'
import { append } from '../storage/append.ts'
import type { Books } from '../storage/books.ts'
import { inTransaction } from '../storage/in-transaction.ts'
import { addLog, allLogs, logById } from '../storage/records.ts'
import type { Desk } from './desk.ts'
import { type Place, sealRecord } from './seal-record.ts'

/** The device code of the installation that founds an institution. */
const foundingDeviceCode = '01'

/** Opens the first log and founds the institution in it: two records in one transaction, on books that are still empty. */
export function found(
  books: Books,
  desk: Desk,
  key: string,
  founding: Founding,
  staff: readonly FoundingStaff[],
): void {
  const { newId, now } = desk.environment
  const material: FoundingMaterial = {
    institutionId: newId(),
    branchId: newId(),
    vaultId: newId(),
    now: now(),
    products: productsIn(founding.language ?? 'en', templateProducts(founding.currency)),
  }
  inTransaction(books.db, () => {
    assert(allLogs(books.db).length === 0, 'only empty books are founded')
    openLog(books, desk, { deviceCode: foundingDeviceCode, ...material })
    appendBefore(books, desk, foundInstitution(founding, staff, material), { key, ...material })
    return ok(null)
  })
}

/** What a log's first record says besides its key. */
export interface NewLog {
  readonly deviceCode: string
  readonly institutionId: string
  readonly branchId: string
  readonly now: string
  /** The public half of the person's key at this installation, where one joins. */
  readonly staffKey?: Uint8Array
  /** The log that this computer wrote before and that was stopped. */
  readonly supersedes?: string
}

/** Makes the own log known and writes its first record. The caller holds the transaction. */
export function openLog(
  books: Books,
  desk: Desk,
  { deviceCode, institutionId, branchId, now, staffKey, supersedes }: NewLog,
): void {
  const { logId, signer } = desk.log
  addLog(books.db, {
    logId,
    publicKey: signer.publicKey,
    deviceCode,
    own: true,
  })
  const decision: Decision = {
    type: 'log.opened',
    class: 'decision',
    entries: [],
    body: {
      publicKey: base64url(signer.publicKey),
      deviceCode,
      institutionId,
      staffId: desk.staffId,
      ...(staffKey ? { staffKey: base64url(staffKey) } : {}),
      ...(supersedes ? { supersedes } : {}),
    },
    isReference: true,
  }
  appendBefore(books, desk, decision, {
    key: desk.environment.newId(),
    branchId,
    now,
  })
}

interface Before {
  readonly key: string
  readonly branchId: string
  readonly now: string
}

/** Appends a record while the projections cannot give a context yet. */
function appendBefore(books: Books, desk: Desk, decision: Decision, { key, branchId, now }: Before): void {
  const { logNo } = present(logById(books.db, desk.log.logId), 'the own log is known')
  const place: Place = {
    branch: { branchId },
    device: { logId: desk.log.logId, logNo },
    businessDate: null,
    now,
  }
  const requestHash = base64url(hmacSha256(desk.log.requestKey, utf8(key)).subarray(0, 16))
  append(books.db, logNo, sealRecord(books.db, desk, place, decision, { key, requestHash }))
}
