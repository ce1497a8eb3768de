import type { ScryptCost } from '../crypto/passphrase.ts'
import type { Environment } from '../environment.ts'
import type { StorageProblem } from '../query/session-answers.ts'
import type { InstallationFolder } from '../storage/installation-folder.ts'
import type { OpenTransport } from '../sync/transport.ts'
import type { Attempts } from './attempts.ts'
import type { DocumentOutput } from './document-output.ts'
import type { Exclusive } from './exclusive.ts'
import type { Keychain } from './keychain.ts'
import type { SessionHolder } from './session-state.ts'
import type { Timekeeper } from './timekeeper.ts'

/** The file of the books. */
export const booksFile = 'branch.db'

/** What every verb of the engine works with. */
export interface Installation {
  readonly folder: InstallationFolder
  readonly environment: Environment
  readonly timekeeper: Timekeeper
  readonly keychain: Keychain
  readonly cost: ScryptCost
  /** The way to a sync server. */
  readonly transport: OpenTransport
  readonly documents: DocumentOutput
  /** Asks the person for a folder; null when none was chosen. */
  readonly chooseFolder: () => Promise<string | null>
  /** Asks the person for a file to read; null when none was chosen. */
  readonly chooseFile: () => Promise<string | null>
  readonly attempts: Attempts
  /** Keeps other engines out of the folder; the problem when that cannot be done. */
  readonly hold: () => StorageProblem | null
  readonly session: SessionHolder
  /** Work that changes keys, one piece at a time. */
  readonly exclusive: Exclusive
  /** The founding or joining just done, until somebody signs in: a lost answer is given again, with its recovery code. */
  readonly lastMade: {
    answered: { readonly key: string; readonly recoveryCode?: string; readonly savedTo?: string } | null
  }
  /** Hears of bugs and bad weather by their code and place in the program; never what anybody typed. */
  readonly log: (fault: string) => void
  /** Tells the window where something changed. */
  readonly changed: (topics: readonly string[]) => void
}
