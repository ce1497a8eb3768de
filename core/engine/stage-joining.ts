import { present } from '../assert.ts'
import type { OwnLog } from '../command/desk.ts'
import { generateSigningKey } from '../crypto/signing.ts'
import { deviceKeyFile, readDeviceKey, writeDeviceKey } from './device-key.ts'
import type { Installation } from './installation.ts'
import { openSlot, sealSlot } from './key-slot.ts'
import { revealed } from './keychain-secret.ts'
import { keychainBoxOf, keyringFile, passphraseSlotsOf, readKeyring } from './keyring.ts'
import type { Joining } from './make-joined.ts'
import { type NewKeys, newKeys, writeStagedKeyring } from './new-installation.ts'
import { withDatabaseKeys } from './slot-keys.ts'
import { clearStage } from './stage-installation.ts'

export const joiningStage = 'joining.part'

export interface JoiningKeys extends NewKeys {
  readonly log: OwnLog
  /** Of the key that the person who joins will have here: the log's first record names its public half. */
  readonly seed: Uint8Array
}

const staged = (name: string): string => `${joiningStage}/${name}`

/** Nobody yet: head office's invitation says whose installation this will be. */
const nobody = { code: 'JOINING', staffId: '00000000-0000-0000-0000-000000000000' }

/** The keys of the joining under way, if the invitation and the passphrase are the same; otherwise new ones on a new stage. */
export const stageJoining = async (installation: Installation, joining: Joining): Promise<JoiningKeys> =>
  (await resume(installation, joining)) ?? (await begin(installation, joining))

/** The slot of a joining opens only with the invitation that it is for. */
const secretOf = ({ passphrase, invitation }: Pick<Joining, 'passphrase' | 'invitation'>): string =>
  `${passphrase}\0${invitation}`

async function begin(installation: Installation, joining: Joining): Promise<JoiningKeys> {
  const { folder, cost } = installation
  const keys = await newKeys(installation)
  const { databaseKey, keychainSecret } = keys
  const { seed } = generateSigningKey()
  const device = generateSigningKey()
  clearStage(folder, joiningStage)
  writeDeviceKey(folder, [databaseKey], device.seed, staged(deviceKeyFile))
  device.seed.fill(0)
  const secrets = { passphrase: secretOf(joining), keychainSecret, cost }
  const slot = await sealSlot(nobody, seed, secrets)
  writeStagedKeyring(folder, joiningStage, keys, [withDatabaseKeys(slot, [databaseKey])])
  return { ...keys, seed, log: logOf(installation, databaseKey) }
}

async function resume(installation: Installation, joining: Joining): Promise<JoiningKeys | null> {
  const { folder, keychain } = installation
  const keyring = readKeyring(folder, staged(keyringFile))
  const slot = keyring && passphraseSlotsOf(keyring, nobody.code)[0]
  if (!keyring || !slot || !folder.has(staged(deviceKeyFile))) return null
  const keychainBox = keychainBoxOf(keyring)
  const keychainSecret = keychainBox && (await revealed(keychain, keychainBox))
  const opened = await openSlot(slot, secretOf(joining), keychainSecret)
  if (!opened) {
    keychainSecret?.fill(0)
    return null
  }
  const { seed } = opened
  const databaseKey = present(opened.databaseKeys[0], 'the slot of a joining opens its books')
  return { databaseKey, seed, keychainSecret, keychainBox, log: logOf(installation, databaseKey) }
}

const logOf = ({ folder }: Installation, databaseKey: Uint8Array): OwnLog =>
  present(readDeviceKey(folder, databaseKey, staged(deviceKeyFile)), 'the stage holds the key of its log')
