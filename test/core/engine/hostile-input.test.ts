import { cpSync, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '../../../core/assert.ts'
import { jsonText } from '../../../core/journal/json-text.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Result } from '../../../core/result.ts'
import { folderForAll } from '../../support/temporary-folder.ts'
import { withPart } from '../../support/value-parts.ts'
import {
  foundedEngine,
  must,
  newKey,
  passphrases,
  startEngine,
  type TestEngine,
  temporaryFolder,
  workADay,
} from './made-engine.ts'
import { booksOpenedBy } from './prove-files.ts'
import { validCommands, validQueries } from './valid-inputs.ts'

/** The bytes of everything that a refused input must leave alone. */
const filesOf = (directory: string): Buffer =>
  Buffer.concat(
    ['branch.db', 'branch.db-wal', 'keyring.json', 'device.key'].flatMap(name => {
      const file = path.join(directory, name)
      return existsSync(file) ? [Buffer.from(`${name}\0`), readFileSync(file)] : []
    }),
  )

/** All that stands in the books; the audit trail may tell of the refusal. */
async function booksOf(directory: string): Promise<Buffer> {
  const books = present(await booksOpenedBy(directory, 'OFF1', passphrases.OFF1), 'the slot opens the books')
  const tables = books.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('audit_event', 'sqlite_sequence')")
    .pluck()
    .all() as string[]
  const rows = tables.map(name => [name, books.db.prepare(`SELECT * FROM "${name}"`).raw().safeIntegers().all()])
  books.close()
  return Buffer.concat([...keyFilesOf(directory), Buffer.from(jsonText(rows))])
}

const keyFilesOf = (directory: string): Buffer[] =>
  ['keyring.json', 'device.key'].map(name => readFileSync(path.join(directory, name)))

const cycle: Record<string, unknown> = {}
cycle.self = cycle

const nasty = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.anything({
      withBigInt: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withSparseArray: true,
      withDate: true,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(
      ...[
        null,
        undefined,
        true,
        '',
        ' ',
        '\0',
        '\u202e',
        '\ud800',
        'a'.repeat(300_000),
        '<script>',
        "'; DROP TABLE record; --",
        '../../etc/passwd',
      ],
      ...[
        0,
        -0,
        -1,
        0.1,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2 ** 53,
        1e308,
        0n,
        -1n,
        10n ** 15n,
        2n ** 64n,
        10n ** 5000n,
      ],
      ...[
        [],
        {},
        [[]],
        new Date(),
        new Map([['a', 1]]),
        new Set([1]),
        /x/,
        new Uint8Array(2_000_000),
        new Array(4_000_000_000),
        cycle,
      ],
      ...[
        JSON.parse('{"__proto__":{"isAdmin":true}}'),
        JSON.parse('{"constructor":{"prototype":{}}}'),
        { toString: 'x', valueOf: 1 },
      ],
    ),
  },
)

/** The paths of every part of a value, so that each of them can be spoilt. */
function pathsOf(value: unknown, under: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [under]
  return [under, ...Object.keys(value).flatMap(name => pathsOf(Reflect.get(value, name), [...under, name]))]
}

/** One part of a well-formed input replaced, taken out, or put in where nothing belongs. */
const spoilt = (input: object) =>
  fc
    .tuple(fc.constantFrom(...pathsOf(input)), nasty, fc.constantFrom('replace', 'add'))
    .map(([place, part, how]) => withPart(input, how === 'add' ? [...place, 'extra'] : place, part))

function expectTyped(result: Result<unknown, Refusal>, faults: readonly string[]): void {
  expect(faults).toEqual([])
  if (result.ok) return
  expect(result.refusal.type).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  const told = JSON.stringify(result.refusal, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))
  expect(told.length).toBeLessThan(1000)
  expect(told).not.toMatch(/ {4}at |node_modules|\.ts:/)
}

type WorkingEngine = TestEngine & Worked
type Worked = Awaited<ReturnType<typeof workADay>>

const template = folderForAll()
let worked: Worked | undefined

/** An installation of its own for each test, with the officer signed in: founded and worked in once, then copied. */
async function workingEngine(): Promise<WorkingEngine> {
  worked ??= await workedInTemplate()
  const directory = temporaryFolder()
  cpSync(template, directory, { recursive: true })
  const made = await startEngine({ directory })
  must(await made.signIn('OFF1'))
  return { ...made, ...worked }
}

async function workedInTemplate(): Promise<Worked> {
  const made = await foundedEngine()
  const day = await workADay(made)
  await made.engine.close()
  cpSync(made.directory, template, { recursive: true })
  return day
}

/** The sample about what the books really hold, so that what is left of it after spoiling gets as deep as it can. */
function aboutThese(command: object, { accountId, clientId, deposit }: WorkingEngine): object {
  const real: Record<string, unknown> = { accountId, clientId, record: deposit.record, request: deposit.record }
  const fields = Object.entries(command).map(([name, part]) => [
    name,
    name === 'command' ? aboutThese(part, { accountId, clientId, deposit } as WorkingEngine) : (real[name] ?? part),
  ])
  return Object.fromEntries(fields)
}

const samples = validCommands().map(command => [command.type, command] as const)

test.each(samples)(
  '[A31] %s, however spoilt, is answered typed and changes nothing in the books when refused',
  async (_type, command) => {
    const made = await workingEngine()
    let before = await seenOf(made.directory)
    await fc.assert(
      fc.asyncProperty(spoilt(aboutThese(command, made)), async input => {
        const result = await made.engine.execute(input)
        expectTyped(result, made.faults)
        if (!result.ok) before = await expectSameBooks(made.directory, before)
        const isOut = !must(await made.port.query({ type: 'session' })).signedIn
        if (isOut) await openAgain(made)
        if (isOut || result.ok) before = await seenOf(made.directory)
      }),
      { seed: 31, numRuns: 40 },
    )
  },
)

interface Seen {
  readonly files: Buffer
  readonly books: Buffer
}

const seenOf = async (directory: string): Promise<Seen> => ({
  books: await booksOf(directory),
  files: filesOf(directory),
})

/** Where not one byte of the files is another, nothing in them is; otherwise the books are read, whole. */
async function expectSameBooks(directory: string, before: Seen): Promise<Seen> {
  if (filesOf(directory).equals(before.files)) return before
  const now = await seenOf(directory)
  expect(now.books.equals(before.books)).toBe(true)
  return now
}

async function openAgain(made: TestEngine): Promise<void> {
  made.time.pass(60)
  must(await made.signIn('OFF1'))
}

test('[A31] every query, however spoilt, is answered typed and changes nothing', async () => {
  const made = await workingEngine()
  const before = await seenOf(made.directory)
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...validQueries()).chain(spoilt), async input => {
      expectTyped(await made.engine.query(input), made.faults)
    }),
    { seed: 31, numRuns: 500 },
  )
  // What a role may not ask is kept in the audit trail (U1); the books are the same.
  await expectSameBooks(made.directory, before)
})

test('[A31] anything at all may come over the port', async () => {
  const made = await workingEngine()
  const before = filesOf(made.directory)
  await fc.assert(
    fc.asyncProperty(nasty, async input => {
      expectTyped(await made.engine.execute(input), made.faults)
      expectTyped(await made.engine.query(input), made.faults)
    }),
    { seed: 31, numRuns: 300 },
  )
  expect(filesOf(made.directory).equals(before)).toBe(true)
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
})

const id = newKey()
const deposit = { type: 'savings.deposit', key: id, accountId: id, amountMinor: 100n, currency: 'KES' }
let deep: unknown = 1
for (let level = 0; level < 10_000; level++) deep = [deep]

test.each<[string, unknown, string, string]>([
  // what it is                field          rule
  ['nothing', undefined, '', 'missing'],
  ['a number', 7, '', 'wrong-type'],
  ['a command nobody knows', { type: 'books.burn' }, 'type', 'not-one-of'],
  ['a field too many', { ...deposit, note: 'x' }, 'note', 'unknown-field'],
  ['a field missing', { ...deposit, accountId: undefined }, 'accountId', 'missing'],
  ['an amount in text', { ...deposit, amountMinor: '100' }, 'amountMinor', 'not-whole-minor-units'],
  ['an amount with decimals', { ...deposit, amountMinor: 1.5 }, 'amountMinor', 'not-whole-minor-units'],
  ['a negative amount', { ...deposit, amountMinor: -1n }, 'amountMinor', 'not-positive'],
  ['an amount of sixteen digits', { ...deposit, amountMinor: 10n ** 15n }, 'amountMinor', 'too-large'],
  ['a currency that is none', { ...deposit, currency: 'ABC' }, 'currency', 'unknown-currency'],
  ['a key that is none', { ...deposit, key: 'k' }, 'key', 'wrong-format'],
  ['a day that is none', { type: 'day.open', key: id, date: '2026-02-30' }, 'date', 'not-a-date'],
  ['a million letters', { type: 'draft.save', form: 'f', body: 'x'.repeat(1_000_001) }, '', 'too-large'],
  ['ten thousand levels', { ...deposit, accountId: deep }, '', 'too-deep'],
  ['a way to the prototype', JSON.parse('{"type":"session.lock","__proto__":{"a":1}}'), '', 'unknown-field'],
  [
    'a nested command that is none',
    { type: 'session.cosign', code: 'MGR1', passphrase: 'x', command: { ...deposit, amountMinor: 0n } },
    'command.amountMinor',
    'not-positive',
  ],
  [
    'a printer of another width',
    { type: 'device.configure', printer: { host: 'p', port: 9100, widthMm: 60 } },
    'printer.widthMm',
    'not-one-of',
  ],
  [
    'a port beyond the last',
    { type: 'device.configure', printer: { host: 'p', port: 65_536, widthMm: 58 } },
    'printer.port',
    'too-large',
  ],
  ['an hour without a lock', { type: 'device.configure', idleLockMinutes: 60 }, 'idleLockMinutes', 'too-large'],
])('[A31] %s is refused by field and rule', async (_what, input, field, rule) => {
  const { engine } = await startEngine()
  expect(await engine.execute(input)).toEqual({ ok: false, refusal: { type: 'field-invalid', field, rule } })
})

test('[A31] an object that throws when it is looked at is refused', async () => {
  const { engine, faults } = await startEngine()
  const trap = {
    get type(): string {
      throw new Error('looked')
    },
  }
  const proxy = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('looked')
      },
    },
  )
  for (const input of [trap, proxy])
    expect(await engine.execute(input)).toEqual({
      ok: false,
      refusal: { type: 'field-invalid', field: '', rule: 'unreadable' },
    })
  expect(faults).toEqual([])
})

test('[A31] a rescue to a folder named by a window writes nothing where there is no folder', async () => {
  const { engine } = await foundedEngine()
  const folder = path.join(temporaryFolder(), 'missing')
  expect(await engine.execute({ type: 'rescue.save', folder })).toMatchObject({ ok: false })
  expect(existsSync(folder)).toBe(false)
})
