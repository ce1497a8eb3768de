import { scryptSync } from 'node:crypto'

/** 32 bytes that are slow to make from a short secret: scrypt with N = 2^15, r = 8, p = 1, about a tenth of a second. */
export const slowKey = (secret: string, salt: string): Uint8Array =>
  scryptSync(secret, salt, 32, { N: 32_768, r: 8, p: 1, maxmem: 67_108_864 })
