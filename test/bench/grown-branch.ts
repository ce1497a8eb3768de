import path from 'node:path'
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts'
import { type CommandOf, type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import { appendDecision, decideNow } from '../../core/command/execute.ts'
import { loadContext } from '../../core/command/load-context.ts'
import { requestHashOf } from '../../core/command/request-hash.ts'
import { type Branch, count, makeBranch, newClient } from '../support/branch.ts'

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
 * Grows a branch with nothing but the steps of `execute`, many in one transaction and with synchronous OFF. It has a client for
 * every twentieth record, up to the 20,000 that a branch may have, and ten months of business days.
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
    inOneTransaction(branch, post => {
      for (let made = 0; made < room; made++)
        if (accounts.length < clients) {
          accounts.push(openAccount(branch, post, accounts.length))
          made++
        } else drawer.balanceMinor += depositOne(branch, post, accounts, records())
    })
  }
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.pragma('synchronous = FULL')
  return { branch, file, key, accounts, firstDay, lastDay: date, records }
}

type Post = (command: JournalCommand) => Readonly<Record<string, string>>

function inOneTransaction({ books, desk }: Branch, work: (post: Post) => void): void {
  const officer = desk('officer')
  const post: Post = unparsed => {
    const command = journalCommandSchema.parse(unparsed)
    const context = loadContext(books, officer)
    const decision = decideNow(books, command, context)
    if (!decision.ok) throw new Error(decision.refusal.type)
    const identity = { key: command.key, requestHash: requestHashOf(officer.log, command) }
    return appendDecision(books, officer, context, decision.value, identity).outcome.created
  }
  books.db.transaction(() => work(post)).immediate()
}

interface OpenDrawer {
  readonly drawerId: string
  balanceMinor: bigint
}

function openDay({ must, currency, environment }: Branch, date: BusinessDate): OpenDrawer {
  environment.setClock(`${date}T05:00:00.000Z`)
  must('officer', { type: 'day.open', date })
  const { drawerId = '' } = must('officer', {
    type: 'drawer.open',
    currency,
    counted: count([100_000n, 20]),
  }).created
  return { drawerId, balanceMinor: 2_000_000n }
}

function closeDay({ must }: Branch, { drawerId, balanceMinor }: OpenDrawer): void {
  const notes = [100_000n, Number(balanceMinor / 100_000n)] as const
  const coins = [100n, Number((balanceMinor % 100_000n) / 100n)] as const
  must('officer', { type: 'drawer.close', drawerId, counted: count(notes, coins) })
  must('officer', { type: 'day.close' })
}

const givenNames = ['Achieng', 'Wanjiru', 'Fatuma', 'Otieno', 'Kamau', 'Zawadi', 'Baraka', 'Amina', 'Juma', 'Njeri']
const familyNames = ['Odhiambo', 'Mwangi', 'Hassan', 'Kiptoo', 'Wafula', 'Mutua', 'Cheruiyot', 'Ouma', 'Ndungu', 'Ali']

function openAccount({ environment }: Branch, post: Post, place: number): string {
  const client = newClient({
    givenNames: `${givenNames[place % 10]} ${givenNames[Math.floor(place / 10) % 10]}`,
    familyName: `${familyNames[Math.floor(place / 100) % 10]}`,
    phone: phoneOf(place),
    notADuplicate: true,
  })
  const { clientId = '' } = post({ type: 'client.register', key: environment.newId(), client })
  const productId = 'passbook-savings'
  return post({ type: 'savings.open', key: environment.newId(), clientId, productId }).accountId ?? ''
}

export const phoneOf = (place: number): string => `+2547${String(10_000_000 + place * 7)}`

function depositOne(branch: Branch, post: Post, accounts: readonly string[], place: number): bigint {
  const command = depositAt(branch, accounts, place)
  post(command)
  return command.amountMinor
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
