import { hex, sha256, utf8 } from '../../crypto/hash.ts'

/** Of which operation of which row: a row that is imported again under the same name is the same row. */
export interface RowIdentity {
  readonly log: string
  readonly name: string
  readonly part: string
  readonly externalId: string
}

/**
 * The idempotency key of a row: what the file is called, and the number that the row had there, as a UUID of the eighth version (RFC 9562).
 * The log is in it, for two devices may take over files of one name. Not `namedUuid`: by these digits books know what they have imported.
 * Rule: N6.
 */
export function importKey({ log, name, part, externalId }: RowIdentity): string {
  const parts = [log, name.trim().toLowerCase(), part, externalId]
  const digest = hex(sha256(utf8(['nexum-import-1', ...parts].join('\0')))).slice(0, 32)
  const digits = `${digest.slice(0, 12)}8${digest.slice(13, 16)}a${digest.slice(17)}`
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
