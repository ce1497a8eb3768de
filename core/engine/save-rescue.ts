import { deriveKey } from '../crypto/derive-key.ts'
import { base64url, hex, utf8 } from '../crypto/hash.ts'
import { seal } from '../crypto/sealing.ts'
import type { Refusal } from '../refusal.ts'
import { ok, type Result, refuse } from '../result.ts'
import { makeRescueFolder, type RescueFolder } from '../storage/rescue-folder.ts'
import { acknowledgedSeq } from '../storage/sync-state.ts'
import { type OwnRecord, ownRecordsAfter } from '../sync/own-records.ts'
import { booksFile, type Installation } from './installation.ts'
import { keyringFile } from './keyring.ts'
import type { OpenSession } from './session-state.ts'

export interface Rescue {
  readonly folder: string
  readonly files: readonly string[]
  /** Null when the books are closed: the records are then only inside the copy of the file. */
  readonly unsentRecords: number | null
}

const unsentFile = 'unsent-records.jsonl'
const purpose = 'nexum-rescue-1'

/**
 * Saves what there is, in every state, also when the books cannot be opened: a copy of them and of the keyring, never the
 * log's key, and what has not been sent, record by record. Everything in it is encrypted. Refuses: field-invalid. Rule: A35.
 */
export function saveRescue({ folder, environment, session }: Installation, target: string): Result<Rescue, Refusal> {
  const rescue = makeRescueFolder(target, environment.now())
  if (!rescue.ok) return refuse({ type: 'field-invalid', field: 'folder', rule: rescue.refusal })
  const open = session.open()
  const isWhole = open !== null && rescue.value.copyBooks(open.books, booksFile)
  const wanted = isWhole ? [keyringFile] : [booksFile, `${booksFile}-wal`, `${booksFile}-journal`, keyringFile]
  const copied = wanted.filter(name => rescue.value.copy(folder.pathOf(name), name))
  const unsentRecords = open ? saveUnsent(rescue.value, open) : null
  const files = [...(isWhole ? [booksFile] : []), ...copied, ...(unsentRecords === null ? [] : [unsentFile])]
  return ok({ folder: rescue.value.path, files, unsentRecords })
}

/** One sealed line a record: its exact bytes, hash and signature, as the server would have had them. */
function saveUnsent(rescue: RescueFolder, { books, databaseKey }: OpenSession): number | null {
  const key = deriveKey(databaseKey, purpose)
  let count = 0
  function* lines(): Generator<string> {
    for (const record of unsentRecords()) {
      count += 1
      yield base64url(seal(key, utf8(lineOf(record)), purpose))
    }
  }
  function* unsentRecords(): Generator<OwnRecord> {
    let after = acknowledgedSeq(books.db)
    for (;;) {
      const batch = ownRecordsAfter(books.db, after, 100)
      yield* batch
      const last = batch.at(-1)
      if (!last) return
      after = last.seq
    }
  }
  rescue.writeLines(unsentFile, lines())
  key.fill(0)
  return count
}

const lineOf = ({ seq, bytes, hash, signature }: OwnRecord): string =>
  JSON.stringify({ seq, bytes: base64url(bytes), hash: hex(hash), signature: base64url(signature) })
