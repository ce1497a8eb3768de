import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { type Permission, permissionsByRole, type Role, roles } from '../../../core/authority/roles.ts'
import { journalCommandSchema } from '../../../core/command/command.ts'
import { executeJournalCommand } from '../../../core/command/execute.ts'
import { verbOf } from '../../../core/command/verbs.ts'
import { base64url } from '../../../core/crypto/hash.ts'
import { parseInput } from '../../../core/engine/parse-input.ts'
import type { Refusal } from '../../../core/refusal.ts'
import type { Branch } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { fillBranch, type Named } from '../../support/filled-branch.ts'
import { withPart } from '../../support/value-parts.ts'
import { validCommands } from '../engine/valid-inputs.ts'
import { placesOf, plausible } from './plausible-fields.ts'

const hostile = fc.constantFrom<unknown>(
  ...[
    null,
    undefined,
    '',
    ' ',
    '\0',
    'a\nb',
    '\u202eSEK',
    '\ud800',
    '<b>',
    "'; DROP TABLE record; --",
    '../../etc/passwd',
  ],
  ...[
    0,
    -1,
    0.1,
    Number.NaN,
    2 ** 53,
    0n,
    -1n,
    10n ** 15n - 1n,
    10n ** 15n,
    2n ** 64n,
    [],
    {},
    [[]],
    new Uint8Array(9),
  ],
)

/** What is refused before a verb is asked to decide. */
const undecided: readonly Refusal['type'][] = ['field-invalid', 'not-permitted', 'day-not-open', 'grant-expired']

type Sample = Readonly<Record<string, unknown>> & { readonly type: string }

const schemas = new Map(journalCommandSchema.options.map(schema => [schema.shape.type.value as string, schema]))
const samples = new Map(validCommands().map(command => [command.type as string, command as Sample]))

/** The sample about what the books hold, so that the verb comes to decide; `from` may name a log, a place or a day. */
function aboutThese(sample: Sample, named: Named): Sample {
  const shape: Readonly<Record<string, z.ZodType>> = schemas.get(sample.type)?.shape ?? {}
  const held = (name: string): unknown => named[name]?.find(value => shape[name]?.safeParse(value).success)
  const fields = Object.entries(sample).map(([name, part]) => [
    name,
    name === 'command' ? aboutThese(part as Sample, named) : (held(name) ?? part),
  ])
  return Object.fromEntries(fields) as Sample
}

/** One or two fields of a plausible command become other plausible ones, or hostile ones. */
function spoilt(sample: Sample, named: Named): fc.Arbitrary<unknown> {
  const schema = schemas.get(sample.type)
  if (!schema) throw new Error(`${sample.type} has no schema`)
  const places = placesOf(schema, sample).filter(({ path: [first] }) => first !== 'type' && first !== 'key')
  if (places.length === 0) return fc.constant(sample)
  const change = fc
    .constantFrom(...places)
    .chain(({ path, schema: part }) =>
      fc
        .oneof({ weight: 3, arbitrary: plausible(part, path.at(-1) ?? '', named) }, { weight: 1, arbitrary: hostile })
        .map(value => ({ path, value })),
    )
  return fc
    .array(change, { minLength: 1, maxLength: 2 })
    .map(changes => changes.reduce<unknown>((command, { path, value }) => withPart(command, path, value), sample))
}

/** As the engine does it: by the schema first, then with a key for the person who gets a passphrase. */
function give({ books, desk, environment }: Branch, input: unknown, role: Role, cosigner: Role | undefined): string {
  const parsed = parseInput(journalCommandSchema, input)
  if (!parsed.ok) return parsed.refusal.type
  const command = parsed.value
  const staffId = command.type === 'staff.set-passphrase' ? command.staffId : environment.newId()
  const newcomer = { staffId, publicKey: base64url(environment.randomBytes(32)) }
  const before = recordCount(books)
  const executed = executeJournalCommand(books, { ...desk(role, cosigner), newcomer }, command)
  expect(recordCount(books) - before).toBe(executed.ok ? 1 : 0)
  if (executed.ok) return 'posted'
  const told = JSON.stringify(executed.refusal, (_name, value) => (typeof value === 'bigint' ? `${value}` : value))
  expect(told).not.toMatch(/ {4}at |node_modules|\.ts:/)
  return executed.refusal.type
}

const recordCount = ({ db }: Branch['books']): number =>
  db.prepare('SELECT count(*) FROM record').pluck().get() as number

const mayGive = (permission: Permission): readonly Role[] =>
  roles.filter(role => permissionsByRole[role].includes(permission))

describe('[A31] a plausible command with one or two other fields', () => {
  test.each([...schemas.keys()])('%s is refused typed or posted, whoever may give it, and the books balance', type => {
    const { branch, named } = fillBranch()
    const sample = aboutThese(samples.get(type) as Sample, named)
    const able = mayGive(verbOf(journalCommandSchema.parse(sample)).permission)
    const cosigner = fc.constantFrom<Role | undefined>(undefined, 'manager', 'head-office')
    const answers = new Set<string>()
    fc.assert(
      fc.property(spoilt(sample, named), fc.constantFrom(...able), cosigner, (spoiltOne, role, second) => {
        const input = { ...(spoiltOne as object), key: branch.environment.newId() }
        const answer = give(branch, input, role, second)
        expect(answer).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
        answers.add(answer)
      }),
      { seed: 31, numRuns: 40 },
    )
    for (const answer of undecided) answers.delete(answer)
    expect(answers.size).toBeGreaterThan(0)
    expectBooksToBalance(branch)
    branch.books.close()
  })
})
