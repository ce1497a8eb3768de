import { scrypt } from 'node:crypto'
import { assert } from '../assert.ts'

/** How hard one guess is (RFC 7914): `N` doublings of work, `r` the size of a block, `p` independent passes. Stored with each slot. */
export interface ScryptCost {
  readonly N: number
  readonly r: number
  readonly p: number
}

/** 128 MiB and about half a second a guess on the laptops this is for. Source: OWASP Password Storage Cheat Sheet, 2025. */
export const scryptCost: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

const mebibyte = 2 ** 20

/** True for a cost that this program would ever store: a key file that asks for more wants to exhaust the memory. */
export const isPlausibleCost = ({ N, r, p }: ScryptCost): boolean =>
  N >= 2 &&
  N <= 2 ** 20 &&
  Number.isInteger(Math.log2(N)) &&
  r >= 1 &&
  r <= 16 &&
  p >= 1 &&
  p <= 4 &&
  128 * N * r <= 512 * mebibyte

/** 32 bytes from what a person types, in the thread pool. The same letters give the same bytes however a keyboard composes them. */
export function stretchPassphrase(passphrase: string, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  assert(isPlausibleCost(cost), 'a scrypt cost is within bounds')
  const options = { ...cost, maxmem: 256 * cost.N * cost.r + mebibyte }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)))
  })
}
