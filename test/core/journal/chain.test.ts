import { expect, test } from 'vitest'
import { hex, utf8 } from '../../../core/crypto/hash.ts'
import { logIdOf } from '../../../core/crypto/log-id.ts'
import { signerOf } from '../../../core/crypto/signing.ts'
import { chainHash, genesisHash, isHashSigned, signHash } from '../../../core/journal/chain.ts'

const signer = signerOf(new Uint8Array(32).fill(7))

test('[J5] the hash of a record depends on its bytes and on all that came before', () => {
  const first = chainHash(genesisHash, utf8('one'))
  expect(hex(first)).toBe('3f0df7920d2ff2b54d4e3ad3a3a2d05efdbf5ba23dc7a62c1c13f9986f0c1250')
  expect(hex(chainHash(first, utf8('two')))).not.toBe(hex(chainHash(genesisHash, utf8('two'))))
  expect(hex(chainHash(genesisHash, utf8('onE')))).not.toBe(hex(first))
})

test('[J5] a signature holds for this hash and this key only', () => {
  const hash = chainHash(genesisHash, utf8('one'))
  const signature = signHash(signer, hash)
  expect(isHashSigned(signer.publicKey, hash, signature)).toBe(true)
  expect(isHashSigned(signer.publicKey, genesisHash, signature)).toBe(false)
  expect(isHashSigned(signerOf(new Uint8Array(32).fill(8)).publicKey, hash, signature)).toBe(false)
  expect(isHashSigned(signer.publicKey, hash, signature.slice(1))).toBe(false)
})

test("[J5] a log's name is the hash of its key", () => {
  expect(logIdOf(signer.publicKey)).toMatch(/^[a-z2-7]{26}$/)
  expect(logIdOf(signer.publicKey)).not.toBe(logIdOf(signerOf(new Uint8Array(32).fill(8)).publicKey))
})
