import type { InstallationFolder } from '../storage/installation-folder.ts'
import type { Installation } from './installation.ts'
import type { Keychain } from './keychain.ts'
import { keychainBoxOf, readKeyring } from './keyring.ts'

/** Null where this installation never had one, `gone` where the keychain no longer gives it. */
export type RevealedSecret = Uint8Array | null | 'gone'

/** The keychain's secret for as long as the work takes; however that ends, it is wiped then. Rule: A62. */
export async function withKeychainSecret<T>(
  { folder, keychain }: Pick<Installation, 'folder' | 'keychain'>,
  work: (secret: RevealedSecret) => T | Promise<T>,
): Promise<T> {
  const secret = await keychainSecretOf(folder, keychain)
  try {
    return await work(secret)
  } finally {
    if (secret !== 'gone') secret?.fill(0)
  }
}

async function keychainSecretOf(folder: InstallationFolder, keychain: Keychain): Promise<RevealedSecret> {
  const keyring = readKeyring(folder)
  const box = keyring && keychainBoxOf(keyring)
  if (!box) return null
  return (await revealed(keychain, box)) ?? 'gone'
}

/** A keychain that fails is a keychain that is gone: the person is told so and has the recovery code. The caller wipes what it gives. */
export async function revealed(keychain: Keychain, box: Uint8Array): Promise<Uint8Array | null> {
  try {
    const secret = await keychain.reveal(box)
    return secret?.byteLength === 32 ? secret : null
  } catch {
    return null
  }
}
