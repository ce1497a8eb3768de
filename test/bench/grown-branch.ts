import path from 'node:path'
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import type { CommandOf } from '../../core/command/command.ts'
import { executeUnits, type Unit } from '../../core/command/execute-unit.ts'
import { sumMinor } from '../../core/money/amount.ts'
import { type Branch, count, makeBranch, newClient } from '../support/branch.ts'
import { endDay } from '../support/end-day.ts'

/** An encrypted branch on the disk with so many records, in the middle of a business day. */
export interface GrownBranch {
  readonly branch: Branch
  readonly file: string
  readonly key: Uint8Array
  readonly accounts: readonly string[]
  readonly firstDay: BusinessDate
  readonly lastDay: BusinessDate
  readonly records: () => number
}

const firstDay = businessDate('2026-03-02')
/** A grant lasts a year. */
const daysMax = 300
const recordsPerDayMin = 400
const recordsPerTransaction = 500

/**
 * Grows a branch as a file of operations is imported: many in one transaction, each by the one way in, with synchronous OFF. It has a
 * client for every twentieth record, up to the 20,000 that a branch may have, and ten months of business days.
 */
export function growBranch(folder: string, wanted: number): GrownBranch {
  const file = path.join(folder, 'branch.db')
  const key = new Uint8Array(32).fill(11)
  const branch = makeBranch({ file: { file, key }, seed: 'bench' })
  const { db } = branch.books
  db.pragma('synchronous = OFF')
  const records = () => db.prepare('SELECT max(position) FROM record').pluck().get() as number
  const accounts: string[] = []
  const clients = Math.min(20_000, Math.ceil(wanted / 20))
  const recordsPerDay = Math.max(recordsPerDayMin, Math.ceil(wanted / daysMax))
  let date = firstDay
  let drawer = openDay(branch, date)
  for (let inDay = 0; records() < wanted; inDay += recordsPerTransaction) {
    if (inDay >= recordsPerDay) {
      closeDay(branch, drawer)
      date = addDays(date, 1)
      drawer = openDay(branch, date)
      inDay = 0
    }
    const room = Math.min(recordsPerTransaction, recordsPerDay, wanted - records())
    if (accounts.length < clients)
      accounts.push(...openAccounts(branch, accounts.length, Math.min(Math.ceil(room / 2), clients - accounts.length)))
    else drawer.balanceMinor += depositMany(branch, accounts, { from: records(), many: room })
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('synchronous = FULL')
  return { branch, file, key, accounts, firstDay, lastDay: date, records }
}

function postAll({ books, desk }: Branch, units: readonly Unit[]): readonly Readonly<Record<string, string>>[] {
  const officer = desk('officer')
  return executeUnits(books, () => officer, units).map(result => {
    if (!result.ok) throw new Error(result.refusal.type)
    return result.value.at(-1)?.outcome.created ?? {}
  })
}

export interface OpenDrawer {
  readonly drawerId: string
  balanceMinor: bigint
}

export function openDay({ must, currency, environment }: Branch, date: BusinessDate): OpenDrawer {
  environment.setClock(`${date}T05:00:00.000Z`)
  must('officer', { type: 'day.open', date })
  const { drawerId = '' } = must('officer', {
    type: 'drawer.open',
    currency,
    counted: count([100_000n, 20]),
  }).created
  return { drawerId, balanceMinor: 2_000_000n }
}

function closeDay(branch: Branch, { drawerId, balanceMinor }: OpenDrawer): void {
  const notes = [100_000n, Number(balanceMinor / 100_000n)] as const
  const coins = [100n, Number((balanceMinor % 100_000n) / 100n)] as const
  branch.must('officer', { type: 'drawer.close', drawerId, counted: count(notes, coins) })
  endDay(branch)
}

const givenNames = ['Achieng', 'Wanjiru', 'Fatuma', 'Otieno', 'Kamau', 'Zawadi', 'Baraka', 'Amina', 'Juma', 'Njeri']
const familyNames = ['Odhiambo', 'Mwangi', 'Hassan', 'Kiptoo', 'Wafula', 'Mutua', 'Cheruiyot', 'Ouma', 'Ndungu', 'Ali']

function openAccounts(branch: Branch, from: number, many: number): readonly string[] {
  const units = Array.from({ length: many }, (_, place) => newAccount(branch, from + place))
  return postAll(branch, units).map(({ accountId = '' }) => accountId)
}

function newAccount({ environment }: Branch, place: number): Unit {
  const client = newClient({
    givenNames: `${givenNames[place % 10]} ${givenNames[Math.floor(place / 10) % 10]}`,
    familyName: `${familyNames[Math.floor(place / 100) % 10]}`,
    phone: phoneOf(place),
    notADuplicate: true,
  })
  const productId = 'passbook-savings'
  return [
    () => ({ type: 'client.register', key: environment.newId(), client }),
    ({ clientId = '' }) => ({ type: 'savings.open', key: environment.newId(), clientId, productId }),
  ]
}

export const phoneOf = (place: number): string => `+2547${String(10_000_000 + place * 7)}`

function depositMany(
  branch: Branch,
  accounts: readonly string[],
  { from, many }: { readonly from: number; readonly many: number },
): bigint {
  const commands = Array.from({ length: many }, (_, place) => depositAt(branch, accounts, from + place))
  postAll(
    branch,
    commands.map(command => [() => command]),
  )
  return sumMinor(commands.map(({ amountMinor }) => amountMinor))
}

/** The deposit at a place: it jumps through the accounts as clients come, so that no two neighbours are neighbours in the file. */
export function depositAt(
  { environment, currency }: Branch,
  accounts: readonly string[],
  place: number,
): CommandOf<'savings.deposit'> {
  return {
    type: 'savings.deposit',
    key: environment.newId(),
    accountId: accounts[(place * 7919) % accounts.length] ?? '',
    amountMinor: BigInt(50_000 + (place % 40) * 2_500),
    currency,
  }
}
