import Sqlite, { type Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type Role, roles } from '../../../core/authority/roles.ts'
import { addDays, businessDate } from '../../../core/calendar/business-date.ts'
import { type JournalCommand, journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import type { Outcome } from '../../../core/command/outcome.ts'
import { availableMinor } from '../../../core/savings/savings-account.ts'
import { loadSavingsAccount } from '../../../core/storage/savings-accounts.ts'
import { type Branch, type BranchOptions, makeBranch } from '../../support/branch.ts'
import { outcomeType } from '../../support/expect.ts'
import { kindOf, modelled } from './kinds.ts'
import { allowedResults, type Draw, type Keyless, type Who, World } from './world.ts'

/** One choice of a history: which kind of command, by whom, and the numbers that its command is made of. */
export interface Choice {
  readonly type: JournalCommand['type']
  readonly who: Who
  readonly numbers: readonly number[]
}

/** What happens most at a counter, besides everything that can happen. */
const often = [
  'savings.deposit',
  'savings.withdraw',
  'savings.transfer',
  'hold.place',
  'hold.capture',
  'operation.reverse',
  'approval.request',
  'approval.decide',
  'drawer.count',
  'day.close',
  'fx.exchange',
  'cash.send',
  'cash.receive',
  'day.open',
] as const

/** A swarm: each history knows only some kinds of commands, so that the others do not crowd out what takes many of one. */
export const histories = (length: number): fc.Arbitrary<readonly Choice[]> =>
  fc
    .subarray([...modelled, ...often, ...often], { minLength: 8 })
    .chain(types => fc.array(fc.constantFrom(...types).chain(choiceOf), { minLength: length, maxLength: length }))

/** Those of them for whom a drawer is opened at the beginning; all of them where that is nobody. */
function withDrawers(may: readonly Role[]): readonly Role[] {
  const theirs = may.filter(role => role === 'officer' || role === 'manager')
  return theirs.length > 0 ? theirs : may
}

/** Who may, most of the time; sometimes anybody. Sometimes somebody signs with them, who may or may not. */
const choiceOf = (type: JournalCommand['type']): fc.Arbitrary<Choice> =>
  fc.record({
    type: fc.constant(type),
    who: fc.record({
      role: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...withDrawers(kindOf({ type }).may)) },
        { weight: 3, arbitrary: fc.constantFrom(...kindOf({ type }).may) },
        fc.constantFrom(...roles),
      ),
      second: fc.oneof(
        { weight: 2, arbitrary: fc.constant(null) },
        fc.constantFrom('manager' as const, 'head-office' as const, 'teller' as const),
      ),
    }),
    numbers: fc.array(fc.nat(999_999), { minLength: 8, maxLength: 8 }),
  })

function drawFrom(numbers: readonly number[]): Draw {
  let at = 0
  const number = (below: number): number => (numbers[at++ % numbers.length] ?? 0) % below
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[number(from.length)]
    if (picked === undefined) throw new Error('there is something to pick')
    return picked
  }
  const amount = (...near: readonly bigint[]): bigint => {
    const base = pick([...near, ...near, ...near, BigInt(number(1_000_000))])
    const chosen = base + pick([0n, 0n, 0n, 1n, -1n])
    return chosen > 0n ? chosen : 1n
  }
  return { number, pick, amount }
}

export interface Game {
  readonly branch: Branch
  readonly world: World
  /** How often each kind of command met each result. */
  readonly count: Map<string, number>
  readonly execute: typeof executeJournalCommand
}

/** What was played to begin with: the file as it was then, and what the model was told of it. */
export interface Beginning {
  readonly branch: Branch
  readonly bytes: Buffer
  readonly told: readonly ((world: World) => void)[]
}

const openingVault = 200_000_000n
const emptyWorld = ({ books }: Branch): World => {
  const { vaultId, foundedOn } = books.db
    .prepare('SELECT vault_id AS vaultId, founded_on AS foundedOn FROM branch, institution')
    .get() as { vaultId: string; foundedOn: string }
  return new World(vaultId, openingVault, foundedOn)
}

/** Plays once what every history begins with. */
export function makeBeginning(
  steps: readonly (readonly [JournalCommand['type'], Who, readonly number[]])[],
  options: BranchOptions = {},
): Beginning {
  const branch = makeBranch(options)
  const told: ((world: World) => void)[] = []
  const game: Game = { branch, world: emptyWorld(branch), count: new Map(), execute: executeJournalCommand }
  for (const [type, who, numbers] of steps) {
    const made = play(game, type, who, numbers)
    if (!made?.outcome) throw new Error(`${type} is refused: ${[...game.count.keys()].join()}`)
    const { command, outcome } = made
    told.push(world => kindOf(command).happen(world, command, who, outcome))
  }
  return { branch, bytes: branch.books.db.serialize(), told }
}

function openCopy(bytes: Buffer): Database {
  const db = new Sqlite(bytes)
  db.pragma('foreign_keys = ON')
  db.pragma('recursive_triggers = ON')
  return db
}

/** Everything as it was at the beginning, in a file in memory of its own unless one is given. */
export function newGame({ branch, bytes, told }: Beginning, db: Database = openCopy(bytes)): Game {
  const books = { db, close: () => db.close() }
  const world = emptyWorld({ ...branch, books })
  for (const tell of told) tell(world)
  return { branch: { ...branch, books }, world, count: new Map(), execute: executeJournalCommand }
}

interface Played {
  readonly command: JournalCommand
  readonly outcome: Outcome | null
}

/** Gives a command that the numbers make; null where there is nothing that it could be about. */
export function play(
  game: Game,
  type: JournalCommand['type'],
  who: Who,
  numbers: readonly number[],
  isExact = false,
): Played | null {
  const made = kindOf({ type }).make(game.world, drawFrom(numbers), who)
  return made && give(game, who, made, isExact)
}

/** Holds the command's result against what the model allows, and then the books against the model's. */
export function give(game: Game, who: Who, made: Keyless<JournalCommand>, isExact = false): Played {
  const { branch, world } = game
  const kind = kindOf(made)
  const command = journalCommandSchema.parse({ key: branch.environment.newId(), ...made })
  if (command.type === 'day.open' && isNextDay(world, command.date))
    branch.environment.setClock(`${command.date}T07:00:00.000Z`)
  const allowed = allowedResults(kind, world, command, who)
  const before = isExact ? branch.books.db.serialize() : null
  const changes = changesOf(branch)
  const result = game.execute(branch.books, branch.desk(who.role, who.second ?? undefined), command)
  const met = outcomeType(result)
  const told = () => `${jsonOf(who)} ${jsonOf(command)}`
  if (!allowed.includes(met)) expect.fail(`${told()} gave ${met}, the model allows ${allowed.join(', ')}`)
  const counted = `${command.type} ${met}`
  game.count.set(counted, (game.count.get(counted) ?? 0) + 1)
  if (result.ok) kind.happen(world, command, who, result.value.outcome)
  else if (changesOf(branch) !== changes) expect.fail(`${told()} is refused, and changed a row`)
  else if (before && !before.equals(branch.books.db.serialize())) expect.fail(`${told()} changed a byte`)
  compare(game, told)
  return { command, outcome: result.ok ? result.value.outcome : null }
}

const changesOf = ({ books }: Branch) => books.db.prepare('SELECT total_changes()').pluck().get()

const isNextDay = ({ lastDay }: World, date: string): boolean => date === addDays(businessDate(lastDay), 1)
const jsonOf = (of: unknown): string =>
  JSON.stringify(of, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))

interface Row {
  readonly account: string
  readonly sub: string
  readonly currency: string
  readonly raw: bigint
  readonly pendingDebit: bigint
  readonly pendingCredit: bigint
  readonly least: bigint
}

/** Cash that was sent waits to leave it. */
const inTransit = '1140'

const sumsOf = `SELECT account, sub_account AS sub, currency, sum(debit_minor) - sum(credit_minor) AS raw,
sum(pending_debit_minor) AS pendingDebit, sum(pending_credit_minor) AS pendingCredit,
min(min(debit_minor, credit_minor, pending_debit_minor, pending_credit_minor)) AS least
FROM balance GROUP BY account, sub_account, currency`

/** Every sum of the books is the model's, no more and no fewer, and the invariants hold that the model does not need to know. */
export function compare({ branch, world }: Game, told: () => string): void {
  const { db } = branch.books
  const rows = db.prepare(sumsOf).safeIntegers(true).all() as Row[]
  const stored = new Map(rows.map(row => [`${row.account}/${row.sub}/${row.currency}`, row]))
  const wrong = (what: string) => expect.fail(`after ${told()}: ${what}`)
  const controlled = new Map<string, bigint>()
  for (const [key, amount] of world.raw) {
    const [account = '', , currency = ''] = key.split('/')
    if ((stored.get(key)?.raw ?? 0n) !== amount && !key.includes('//'))
      wrong(`${key} is ${stored.get(key)?.raw}, not ${amount}`)
    controlled.set(`${account}//${currency}`, (controlled.get(`${account}//${currency}`) ?? 0n) + amount)
  }
  for (const [key, amount] of controlled)
    if ((stored.get(key)?.raw ?? 0n) !== amount) wrong(`${key} is ${stored.get(key)?.raw}, not ${amount}`)
  const totals = new Map<string, bigint>()
  for (const { currency, sub, raw } of rows) if (sub === '') totals.set(currency, (totals.get(currency) ?? 0n) + raw)
  for (const [currency, total] of totals) if (total !== 0n) wrong(`${currency} is not conserved`)
  for (const [key, { raw, least, sub, account, pendingCredit }] of stored) {
    if (least < 0n) wrong(`${key} has a part below zero`)
    if (pendingCredit !== (account === inTransit ? raw : 0n)) wrong(`${key} awaits ${pendingCredit}`)
    if (raw !== (sub === '' ? controlled.get(key) : world.raw.get(key))) wrong(`${key} is ${raw}, unknown to the model`)
  }
  for (const drawer of world.drawers) if (world.cashIn(drawer) < 0n) wrong('a drawer holds less than nothing')
  for (const account of world.accounts) {
    const known = loadSavingsAccount(db, account.id, world.day === null ? null : businessDate(world.day))
    if (!known) throw new Error('an account is gone')
    const { controlAccount } = account.product
    const pending = stored.get(`${controlAccount}/${account.id}/KES`)?.pendingDebit ?? 0n
    if (known.balanceMinor !== world.balance(account)) wrong('a balance differs')
    if (known.heldMinor !== world.held(account) || pending !== known.heldMinor) wrong('what is held differs')
    if (availableMinor(known) !== world.available(account)) wrong('what is available differs')
    if (known.balanceMinor < -account.overdraft) wrong('an account is below its overdraft')
    if (known.status !== (account.isOpen ? 'active' : 'closed')) wrong('a status differs')
    if (world.day !== null && known.today.withdrawnMinor !== (account.withdrawn.get(world.day) ?? 0n))
      wrong('what was withdrawn today differs')
  }
}
