import { hex, sha256, utf8 } from './hash.ts'

/** The UUID of version 8 (RFC 9562) that a text names: the same for whoever makes it, so that what it is the key of is done once. */
export function namedUuid(text: string): string {
  const digits = hex(sha256(utf8(text)))
  const variant = ((Number.parseInt(digits.slice(16, 17), 16) & 3) | 8).toString(16)
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join('-')
}
