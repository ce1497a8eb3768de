import { base64url, hmacSha256, utf8 } from '../crypto/hash.ts'
import type { JournalCommand } from './command.ts'
import type { OwnLog } from './desk.ts'

/** A value as JSON with sorted names, so that equal requests give equal text. A passphrase is never part of it. */
function stableJson(value: unknown): string {
  if (typeof value === 'bigint') return `"${value}n"`
  if (value instanceof Uint8Array) return `"${base64url(value)}"`
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value)
    .filter(([name, part]) => part !== undefined && name !== 'passphrase')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, part]) => `${JSON.stringify(name)}:${stableJson(part)}`).join(',')}}`
}

/** What recognises the same request again: the first 128 bits of HMAC-SHA-256 under the log's own key, as 22 letters. */
export const requestHashOf = (log: OwnLog, command: JournalCommand): string =>
  base64url(hmacSha256(log.requestKey, utf8(stableJson(command))).subarray(0, 16))

const cosignTag = 'nexum-cosign-1'

/** What a second person signs: this very request, in this log, under this key. */
export const cosignMessage = (logId: string, key: string, requestHash: string): Uint8Array =>
  utf8(`${cosignTag}\0${logId}\0${key}\0${requestHash}`)
