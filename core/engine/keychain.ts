/** The operating system's keychain: a second secret, so that a copied disk does not even let anybody guess passphrases. */
export interface Keychain {
  /** False where there is none, or one that anybody can read. */
  readonly available: () => Promise<boolean>
  /** The secret in a box that only this person's keychain on this computer opens; null when there is no keychain. */
  readonly protect: (secret: Uint8Array) => Promise<Uint8Array | null>
  /** The secret again, which the caller wipes, or null when the keychain is gone or the box is another's. */
  readonly reveal: (box: Uint8Array) => Promise<Uint8Array | null>
}

/** For runtimes without a keychain: the passphrase alone protects, and has to be the longer for it. */
export const noKeychain: Keychain = {
  available: () => Promise.resolve(false),
  protect: () => Promise.resolve(null),
  reveal: () => Promise.resolve(null),
}
