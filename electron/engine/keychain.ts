import { safeStorage } from 'electron'

/** The asynchronous interface came after Electron 33 and is the only one that stays. */
type AsyncSafeStorage = Pick<
  typeof safeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>

/** Null where the operating system has no keychain, or one that anybody can read: then the passphrase alone protects. */
async function keychain(): Promise<AsyncSafeStorage | null> {
  if (!('encryptStringAsync' in safeStorage)) return null
  const storage: AsyncSafeStorage = safeStorage
  if (!(await storage.isAsyncEncryptionAvailable())) return null
  const isReadable = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  return isReadable ? null : storage
}

export const isKeychainAvailable = async (): Promise<boolean> => (await keychain()) !== null

/** The secret in a box that only this person's keychain on this computer opens; null without a keychain. */
export async function protect(secret: Uint8Array): Promise<Uint8Array | null> {
  const storage = await keychain()
  return storage && (await storage.encryptStringAsync(Buffer.from(secret).toString('base64')))
}

/** The secret again, or null when the keychain is gone or the box is another's. */
export async function reveal(box: Uint8Array): Promise<Uint8Array | null> {
  const storage = await keychain()
  if (storage === null) return null
  try {
    const { result } = await storage.decryptStringAsync(Buffer.from(box))
    return Buffer.from(result, 'base64')
  } catch {
    return null
  }
}
