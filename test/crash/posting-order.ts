import type { CommandOf } from '../../core/command/command.ts'
import type { ScryptCost } from '../../core/crypto/passphrase.ts'

/** What the posting process is told: whose books, and which deposits by their place in an endless row. */
export interface PostingOrder {
  readonly file: string
  /** The raw database key in hexadecimal. */
  readonly key: string
  /** The seed of the branch, from which the log's own key follows. */
  readonly seed: string
  readonly staffId: string
  readonly accountId: string
  readonly first: number
  readonly count: number
}

/** What the process with the whole engine is told: whose folder, who signs in, and from which deposit on. */
export interface EngineOrder extends Pick<PostingOrder, 'accountId' | 'first'> {
  readonly directory: string
  readonly code: string
  readonly passphrase: string
  readonly kdfCost: ScryptCost
}

const depositMinor = 50_000n

/** The same place is always the same command under the same key. */
export const depositAt = (place: number, accountId: string): CommandOf<'savings.deposit'> => ({
  type: 'savings.deposit',
  key: `0196f0e0-0000-7000-8000-${place.toString(16).padStart(12, '0')}`,
  accountId,
  amountMinor: depositMinor,
  currency: 'KES',
})
