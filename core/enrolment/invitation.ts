import { base64url, joinBytes, utf8 } from '../crypto/hash.ts'
import { isSignedBy, type Signer, signerOf } from '../crypto/signing.ts'
import { slowKey } from '../crypto/slow-key.ts'
import { type EnrolmentCode, enrolmentCodeText, keyFingerprint, newCode } from './enrolment-code.ts'

const proofTag = utf8('nexum-join-1\0')

/**
 * The key that the holder of a code derives from it: scrypt makes guessing a 50-bit code hopeless, and the fingerprint as
 * salt makes each institution a different problem. Its public half stands in the invitation's record, so whoever stores
 * the record can check a proof and cannot make one. Takes about a tenth of a second.
 */
export const codeSigner = ({ code, fingerprint }: EnrolmentCode): Signer =>
  signerOf(slowKey(code, `nexum-invitation-1/${fingerprint}`))

/** A new invitation: the text for the new device's user, shown once and kept nowhere, and `codeKey` for the record. */
export function newInvitation(
  headOfficeKey: Uint8Array,
  randomBytes: (count: number) => Uint8Array,
): { readonly invitation: string; readonly codeKey: string } {
  const code: EnrolmentCode = { code: newCode(randomBytes), fingerprint: keyFingerprint(headOfficeKey) }
  return { invitation: enrolmentCodeText(code), codeKey: base64url(codeSigner(code).publicKey) }
}

/** Proves to know the code, for this new public key and no other. */
export const proveInvitation = (signer: Signer, publicKey: Uint8Array): Uint8Array =>
  signer.sign(joinBytes(proofTag, publicKey))

export const isInvitationProven = (codeKey: Uint8Array, publicKey: Uint8Array, proof: Uint8Array): boolean =>
  isSignedBy(codeKey, joinBytes(proofTag, publicKey), proof)

const certificateTag = utf8('nexum-server-certificate-1\0')

/** Head office vouches for the server's key, so that a device which knows head office's fingerprint knows the server too. */
export const certifyServer = (headOffice: Signer, serverKey: Uint8Array): Uint8Array =>
  headOffice.sign(joinBytes(certificateTag, serverKey))

export const isServerCertified = (headOfficeKey: Uint8Array, serverKey: Uint8Array, certificate: Uint8Array): boolean =>
  isSignedBy(headOfficeKey, joinBytes(certificateTag, serverKey), certificate)
