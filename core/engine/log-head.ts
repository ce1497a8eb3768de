import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { present } from '../assert.ts'
import type { OwnLog } from '../command/desk.ts'
import { deriveKey } from '../crypto/derive-key.ts'
import { hex, utf8 } from '../crypto/hash.ts'
import { seal, unseal } from '../crypto/sealing.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import { ownHashAt, ownHeadSeq } from '../sync/own-records.ts'

/**
 * How far the own log had come when this was last written, sealed under a key of the device key: beside it, and in no copy of the
 * books. Books that are behind it were put back from a copy, and would sign numbers a second time.
 */
export const logHeadFile = 'log.head'

const purpose = 'nexum-log-head-1'

const headSchema = z.strictObject({ log: z.string(), seq: z.int().nonnegative(), hash: z.string() })
type LogHead = z.infer<typeof headSchema>

/** Writes down the newest record that is committed, and gives its number. */
export function writeLogHead(
  folder: InstallationFolder,
  log: OwnLog,
  db: Database,
  name: string = logHeadFile,
): number {
  const seq = ownHeadSeq(db)
  const hash = hex(present(ownHashAt(db, seq), 'the newest record has a hash'))
  const head: LogHead = { log: log.logId, seq, hash }
  folder.write(name, seal(keyOf(log), utf8(JSON.stringify(head)), purpose))
  return seq
}

/** Null when there is none, or none that this device wrote. */
function readLogHead(folder: InstallationFolder, log: OwnLog): LogHead | null {
  const box = folder.read(logHeadFile)
  const text = box && unseal(keyOf(log), box, purpose)
  if (!text) return null
  const head = headSchema.parse(JSON.parse(new TextDecoder().decode(text)))
  return head.log === log.logId ? head : null
}

const keyOf = ({ requestKey }: OwnLog): Uint8Array => deriveKey(requestKey, purpose)

/** Whether the books hold all that they held when the head was written. They may hold more: it follows behind. Rules: A52, A53. */
export function headProblem(
  folder: InstallationFolder,
  log: OwnLog,
  db: Database,
): 'head-missing' | 'restored-copy' | null {
  const head = readLogHead(folder, log)
  if (!head) return 'head-missing'
  const hash = ownHashAt(db, head.seq)
  return hash !== null && hex(hash) === head.hash ? null : 'restored-copy'
}
