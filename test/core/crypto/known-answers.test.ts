import { expect, test } from 'vitest'
import { deriveKey } from '../../../core/crypto/derive-key.ts'
import { hex, utf8 } from '../../../core/crypto/hash.ts'
import { isPlausibleCost, scryptCost, stretchPassphrase } from '../../../core/crypto/passphrase.ts'
import { brokenPrimitives } from '../../../core/crypto/self-test.ts'

test('[A37] this runtime computes every primitive as published', () => {
  expect(brokenPrimitives()).toEqual([])
})

test('[A37] stretching is scrypt as published, for a password of RFC 7914 (first 32 of its 64 bytes)', async () => {
  const stretched = await stretchPassphrase('pleaseletmein', utf8('SodiumChloride'), { N: 16_384, r: 8, p: 1 })
  expect(hex(stretched)).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2')
})

test('[A37] the same letters give the same key, however the keyboard composes them', async () => {
  const cost = { N: 16, r: 1, p: 1 }
  const [composed, decomposed] = ['caf\u00e9', 'cafe\u0301']
  expect(await stretchPassphrase(composed ?? '', utf8('salt'), cost)).toEqual(
    await stretchPassphrase(decomposed ?? '', utf8('salt'), cost),
  )
})

test('[A37] keys for different purposes and salts differ', () => {
  const secret = utf8('secret')
  const keys = [deriveKey(secret, 'a'), deriveKey(secret, 'b'), deriveKey(secret, 'a', utf8('salt'))].map(hex)
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toHaveLength(64)
})

test.each([
  [scryptCost, true],
  [{ N: 16, r: 1, p: 1 }, true],
  [{ N: 2 ** 30, r: 8, p: 1 }, false],
  [{ N: 2 ** 20, r: 16, p: 1 }, false],
  [{ N: 100_000, r: 8, p: 1 }, false],
  [{ N: 1, r: 8, p: 1 }, false],
  [{ N: 1024, r: 8, p: 100 }, false],
])('[A24] a key file that asks for %o is taken: %s', (cost, isTaken) => {
  expect(isPlausibleCost(cost)).toBe(isTaken)
})
