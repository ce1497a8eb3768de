import { createDecipheriv, createECDH, hkdfSync, scryptSync } from 'node:crypto'
import { fromHex, hex, hmacSha256, sha256, utf8 } from './hash.ts'
import { isSignedBy, signerOf } from './signing.ts'

/** A primitive and whether it gives the published answer to a published question. */
interface KnownAnswer {
  readonly name: string
  /** Where the numbers come from. */
  readonly source: string
  readonly holds: () => boolean
}

const knownAnswers: readonly KnownAnswer[] = [
  {
    name: 'SHA-256',
    source: 'FIPS 180-4 example: "abc"',
    holds: () =>
      hex(sha256(utf8('a'), utf8('bc'))) === 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  },
  {
    name: 'HMAC-SHA-256',
    source: 'RFC 4231, case 2',
    holds: () =>
      hex(hmacSha256(utf8('Jefe'), utf8('what do ya want for nothing?'))) ===
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
  { name: 'Ed25519', source: 'RFC 8032, 7.1, test 2', holds: signsAsPublished },
  { name: 'ECDH P-256', source: 'RFC 5903, 8.1', holds: agreesAsPublished },
  { name: 'AES-256-GCM', source: 'NIST GCM specification, test case 14', holds: opensAsPublished },
  {
    name: 'scrypt',
    source: 'RFC 7914, 12, first vector',
    holds: () =>
      hex(scryptSync('', '', 64, { N: 16, r: 1, p: 1 })) ===
      '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  },
  {
    name: 'HKDF-SHA-256',
    source: 'RFC 5869, A.1',
    holds: () =>
      hex(
        new Uint8Array(
          hkdfSync(
            'sha256',
            new Uint8Array(22).fill(0x0b),
            fromHex('000102030405060708090a0b0c'),
            fromHex('f0f1f2f3f4f5f6f7f8f9'),
            42,
          ),
        ),
      ) === '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865',
  },
]

function signsAsPublished(): boolean {
  const signer = signerOf(fromHex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'))
  const published =
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  const message = fromHex('72')
  return (
    hex(signer.sign(message)) === published &&
    isSignedBy(signer.publicKey, message, fromHex(published)) &&
    !isSignedBy(signer.publicKey, fromHex('73'), fromHex(published))
  )
}

function agreesAsPublished(): boolean {
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(fromHex('c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433'))
  const own =
    '04dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c37725811805271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3'
  const other =
    '04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf6356fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab'
  return (
    hex(ecdh.getPublicKey()) === own &&
    hex(ecdh.computeSecret(fromHex(other))) === 'd6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de'
  )
}

function opensAsPublished(): boolean {
  const decipher = createDecipheriv('aes-256-gcm', new Uint8Array(32), new Uint8Array(12))
  decipher.setAuthTag(fromHex('d0d1c8a799996bf0265b98b5d48ab919'))
  const plaintext = decipher.update(fromHex('cea7403d4d606b6e074ec5d3baf39d18'))
  decipher.final()
  return hex(plaintext) === '00'.repeat(16)
}

/** The names of the primitives that this runtime gets wrong: none, or the program must not touch the books. A few milliseconds. */
export function brokenPrimitives(): readonly string[] {
  return knownAnswers.filter(({ holds }) => !answers(holds)).map(({ name }) => name)
}

function answers(holds: () => boolean): boolean {
  try {
    return holds()
  } catch {
    return false
  }
}
