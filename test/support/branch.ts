import type { Role } from '../../core/authority/roles.ts'
import { businessDate } from '../../core/calendar/business-date.ts'
import { type JournalCommand, journalCommandSchema } from '../../core/command/command.ts'
import type { Cosigner, Desk } from '../../core/command/desk.ts'
import { executeJournalCommand } from '../../core/command/execute.ts'
import { found } from '../../core/command/found.ts'
import type { Outcome } from '../../core/command/outcome.ts'
import { hmacSha256, utf8 } from '../../core/crypto/hash.ts'
import { logIdOf } from '../../core/crypto/log-id.ts'
import { signerOf } from '../../core/crypto/signing.ts'
import type { NewClient } from '../../core/customers/client-profile.ts'
import { foundingSchema } from '../../core/institution/founding.ts'
import type { CurrencyCode } from '../../core/money/currency.ts'
import type { DenominationCount } from '../../core/money/denominations.ts'
import type { Refusal } from '../../core/refusal.ts'
import type { Result } from '../../core/result.ts'
import { type Books, type BooksFile, openBooks } from '../../core/storage/books.ts'
import { type TestEnvironment, testEnvironment } from './deterministic-environment.ts'
import { madeBooks } from './made-books.ts'

type Keyless<C> = C extends { key: string } ? Omit<C, 'key'> & { key?: string } : never

/** A founded institution on real SQLite with one person of each role; the day and the drawers are still closed. */
export interface Branch {
  readonly books: Books
  readonly environment: TestEnvironment
  readonly currency: CurrencyCode
  readonly desk: (role: Role, cosigner?: Role) => Desk
  /** Of a person's own key, as it lies in their slot. */
  readonly seedOf: (staffId: string) => Uint8Array
  /** Executes a command as the person of a role, minting a key when none is given. */
  readonly execute: (role: Role, command: Keyless<JournalCommand>, cosigner?: Role) => Result<Outcome, Refusal>
  /** As `execute`, for what must succeed. */
  readonly must: (role: Role, command: Keyless<JournalCommand>, cosigner?: Role) => Outcome
}

export interface BranchOptions {
  readonly currency?: CurrencyCode
  readonly file?: BooksFile
  readonly seed?: string
  readonly start?: string
  readonly fiscalYearStartMonth?: number
  readonly country?: string
}

const people: readonly { code: string; name: string; role: Role }[] = [
  { code: 'HO1', name: 'Grace Wanjiru', role: 'head-office' },
  { code: 'MGR1', name: 'Daniel Otieno', role: 'manager' },
  { code: 'ACC1', name: 'Fatuma Ali', role: 'accountant' },
  { code: 'TEL1', name: 'Peter Mwangi', role: 'teller' },
  { code: 'OFF1', name: 'Amina Yusuf', role: 'officer' },
  { code: 'AUD1', name: 'Ruth Achieng', role: 'auditor' },
]

export const count = (...pieces: readonly (readonly [faceMinor: bigint, pieces: number])[]): DenominationCount =>
  pieces.map(([faceMinor, number]) => ({ faceMinor, pieces: number }))

export function makeBranch({
  currency = 'KES',
  file = { file: ':memory:', key: null },
  seed = 'seed',
  start,
  fiscalYearStartMonth,
  country = 'KE',
}: BranchOptions = {}): Branch {
  const environment = testEnvironment(seed, start)
  const opened = openBooks(file)
  if (!opened.ok) throw new Error(opened.refusal)
  const books = opened.value
  const log = ownLogOf(environment.randomBytes(32))
  const staff = people.map(({ code }) => {
    const staffSeed = environment.randomBytes(32)
    return {
      code,
      staffId: environment.newId(),
      seed: staffSeed,
      signer: signerOf(staffSeed),
      publicKey: signerOf(staffSeed).publicKey,
    }
  })
  const person = (role: Role) => {
    const found = staff[people.findIndex(one => one.role === role)]
    if (!found) throw new Error(`nobody is ${role}`)
    return found
  }
  const seedOf = (staffId: string): Uint8Array => {
    const found = staff.find(one => one.staffId === staffId)
    if (!found) throw new Error(`nobody is ${staffId}`)
    return Uint8Array.from(found.seed)
  }
  const desk = (role: Role, cosigner?: Role): Desk => ({
    environment,
    log,
    staffId: person(role).staffId,
    ...(cosigner ? { cosigner: cosignerOf(person(cosigner)) } : {}),
  })
  const founding = foundingSchema.parse({
    institutionName: 'Tumaini Microfinance',
    country,
    currency,
    template: 'microfinance',
    ...(fiscalYearStartMonth === undefined ? {} : { fiscalYearStartMonth }),
    branch: { code: '001', name: 'Kisumu' },
    staff: people.map(one => ({
      ...one,
      passphrase: 'correct horse battery',
    })),
    openingVault: count([100000n, 2000]),
  })
  found(books, desk('head-office'), environment.newId(), founding, staff)
  const execute = (role: Role, command: Keyless<JournalCommand>, cosigner?: Role): Result<Outcome, Refusal> => {
    const parsed = journalCommandSchema.parse({
      key: environment.newId(),
      ...command,
    })
    const executed = executeJournalCommand(books, desk(role, cosigner), parsed)
    return executed.ok ? { ok: true, value: executed.value.outcome } : executed
  }
  const must = (role: Role, command: Keyless<JournalCommand>, cosigner?: Role): Outcome => {
    const result = execute(role, command, cosigner)
    if (!result.ok)
      throw new Error(
        `${command.type}: ${JSON.stringify(result.refusal, (_n, v) => (typeof v === 'bigint' ? String(v) : v))}`,
      )
    return result.value
  }
  madeBooks.add(books)
  return { books, environment, currency, desk, seedOf, execute, must }
}

export function ownLogOf(seed: Uint8Array): Desk['log'] {
  const signer = signerOf(seed)
  return {
    logId: logIdOf(signer.publicKey),
    signer,
    requestKey: hmacSha256(seed, utf8('request')),
  }
}

const cosignerOf = ({ staffId, signer }: { staffId: string; signer: { sign: Cosigner['sign'] } }): Cosigner => ({
  staffId,
  sign: signer.sign,
})

export const newClient = (over: Partial<NewClient> = {}): NewClient => ({
  givenNames: 'Achieng',
  familyName: 'Odhiambo',
  sex: 'female',
  birthDate: businessDate('1988-04-17'),
  ...over,
})

/** Opens the day, the officer's drawer with a float of 20,000.00, registers a client and opens a passbook account. */
export function openForBusiness(branch: Branch): {
  accountId: string
  clientId: string
  drawerId: string
} {
  const { must, currency } = branch
  must('officer', { type: 'day.open', date: businessDate('2026-03-02') })
  const drawer = must('officer', {
    type: 'drawer.open',
    currency,
    counted: count([100000n, 20]),
  })
  const client = must('officer', {
    type: 'client.register',
    client: newClient(),
  })
  const clientId = client.created.clientId ?? ''
  const account = must('officer', {
    type: 'savings.open',
    clientId,
    productId: 'passbook-savings',
  })
  return {
    accountId: account.created.accountId ?? '',
    clientId,
    drawerId: drawer.created.drawerId ?? '',
  }
}
