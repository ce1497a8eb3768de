import fc from 'fast-check'
import { expect, test } from 'vitest'
import { generateBoxKey, sealTo, unsealWith } from '../../../core/crypto/sealed-to.ts'

const purpose = 'a-test-1'
const secret = Uint8Array.from({ length: 32 }, (_, place) => place)

test('[A55] what is sealed to a public key opens with its private half, each time in another box', () => {
  const { publicKey, privateKey } = generateBoxKey()
  const boxes = [sealTo(publicKey, secret, purpose), sealTo(publicKey, secret, purpose)] as const
  for (const box of boxes) expect(unsealWith(privateKey, box, purpose)).toEqual(Buffer.from(secret))
  expect(boxes[0]).not.toEqual(boxes[1])
})

test('[A55] another key or another purpose opens nothing', () => {
  const { publicKey, privateKey } = generateBoxKey()
  const box = sealTo(publicKey, secret, purpose)
  expect(unsealWith(generateBoxKey().privateKey, box, purpose)).toBeNull()
  expect(unsealWith(privateKey, box, 'a-test-2')).toBeNull()
})

test('[A55] a box with any one bit changed, or cut anywhere, opens nothing', () => {
  const { publicKey, privateKey } = generateBoxKey()
  const box = sealTo(publicKey, secret, purpose)
  fc.assert(
    fc.property(fc.nat(box.byteLength * 8 - 1), bit => {
      const changed = box.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(unsealWith(privateKey, changed, purpose)).toBeNull()
      expect(unsealWith(privateKey, box.subarray(0, bit >> 3), purpose)).toBeNull()
    }),
    { seed: 55, numRuns: 300 },
  )
})
