import path from 'node:path'
import { businessDate } from '../../core/calendar/business-date.ts'
import type { CommandOf } from '../../core/command/command.ts'
import { type Branch, count, makeBranch, newClient } from '../support/branch.ts'

/** An encrypted branch on the disk that can be grown to any number of records, each of them posted by `execute`. */
export interface GrownBranch {
  readonly branch: Branch
  readonly file: string
  readonly key: Uint8Array
  readonly accounts: readonly string[]
  readonly records: () => number
  /** Posts deposits, with synchronous OFF, until the journal has so many records. */
  readonly growTo: (records: number) => void
}

export const benchSeed = 'bench'
const clients = 500

export function growBranch(folder: string): GrownBranch {
  const file = path.join(folder, 'branch.db')
  const key = new Uint8Array(32).fill(11)
  const branch = makeBranch({ file: { file, key }, seed: benchSeed })
  const { must, currency } = branch
  const { db } = branch.books
  db.pragma('synchronous = OFF')
  must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  must('officer', { type: 'drawer.open', currency, counted: count([100000n, 20]) })
  const accounts = Array.from({ length: clients }, (_, place) => openAccount(branch, place))
  db.pragma('synchronous = FULL')
  const records = () => db.prepare('SELECT max(position) FROM record').pluck().get() as number
  const growTo = (wanted: number): void => {
    db.pragma('synchronous = OFF')
    for (let place = records(); place < wanted; place++) must('officer', depositAt(branch, accounts, place))
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('synchronous = FULL')
  }
  return { branch, file, key, accounts, records, growTo }
}

function openAccount({ must }: Branch, place: number): string {
  const client = newClient({
    familyName: `Client ${String.fromCharCode(65 + (place % 26))}${place}`,
    notADuplicate: true,
  })
  const { clientId = '' } = must('officer', { type: 'client.register', client }).created
  return must('officer', { type: 'savings.open', clientId, productId: 'passbook-savings' }).created.accountId ?? ''
}

/** The deposit at a place: it jumps through the accounts as clients come, so that no two neighbours are neighbours in the file. */
export function depositAt(
  { environment, currency }: Branch,
  accounts: readonly string[],
  place: number,
): CommandOf<'savings.deposit'> {
  const accountId = accounts[(place * 7919) % accounts.length] ?? ''
  return {
    type: 'savings.deposit',
    key: environment.newId(),
    accountId,
    amountMinor: BigInt(50_000 + (place % 40) * 2_500),
    currency,
  }
}
