import type { Signer } from '../crypto/signing.ts'
import type { Environment } from '../environment.ts'

/** The installation's own log while it is unlocked: what is needed to sign its records and recognise its own requests. */
export interface OwnLog {
  readonly logId: string
  readonly signer: Signer
  /** Keys the request hashes; derived from the log's seed, so no other installation can test guesses against them. */
  readonly requestKey: Uint8Array
}

/** A second person who has seen this very command and put their key to it. */
export interface Cosigner {
  readonly staffId: string
  readonly sign: (message: Uint8Array) => Uint8Array
}

/** Who acts: the person signed in at this installation, and the second person for the command at hand, if any. */
export interface Desk {
  readonly environment: Environment
  readonly log: OwnLog
  readonly staffId: string
  readonly cosigner?: Cosigner
  /** For `staff.add` and `staff.set-passphrase`: the engine has sealed the passphrase and made the person's key (base64url public half). */
  readonly newcomer?: { readonly staffId: string; readonly publicKey: string }
}
