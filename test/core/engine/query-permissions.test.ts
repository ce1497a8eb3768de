import { expect, test } from 'vitest'
import type { Permission } from '../../../core/authority/roles.ts'
import type { QueryInput } from '../../../core/query/query.ts'
import { foundedEngine, must, newKey, passphrases, type TestEngine } from './made-engine.ts'
import { validQueries } from './valid-inputs.ts'

const passphrase = 'seven green lanterns'
const people = { ...passphrases, AUD1: passphrase, ACC1: passphrase }
type Person = keyof typeof people

/** What asks for more than to read; every other query is everybody's who may read. */
const asksFor: Readonly<Partial<Record<Permission, readonly QueryInput['type'][]>>> = {
  audit: [
    'trial-balance',
    'financial-statement',
    'ledger-lines',
    'chart',
    'ledger-balance',
    'attachment',
    'audit-trail',
    'trace',
    'sample-population',
    'working-papers',
    'working-paper',
    'staff',
    'verification',
    'provision',
  ],
  chart: ['ledger-account'],
  period: ['periods', 'period-checklist', 'late-records'],
  journal: ['journal-templates', 'recurring-journals', 'recurring-due'],
  product: ['product-catalogue', 'product', 'product-preview'],
}

const closedTo: readonly (readonly [code: Person, permissions: readonly Permission[]])[] = [
  ['HO1', []],
  ['MGR1', ['chart', 'period', 'journal', 'product']],
  ['ACC1', ['product']],
  ['AUD1', ['chart', 'period', 'journal', 'product']],
  ['TEL1', ['audit', 'chart', 'period', 'journal', 'product']],
  ['OFF1', ['audit', 'chart', 'period', 'journal', 'product']],
]

async function foundedWithAllRoles(): Promise<TestEngine> {
  const made = await foundedEngine()
  must(await made.signIn('HO1'))
  const add = { type: 'staff.add', passphrase } as const
  must(await made.port.execute({ ...add, key: newKey(), code: 'AUD1', name: 'Joy Naliaka', role: 'auditor' }))
  must(await made.port.execute({ ...add, key: newKey(), code: 'ACC1', name: 'John Kiprop', role: 'accountant' }))
  return made
}

const signIn = async ({ port }: TestEngine, code: Person) =>
  must(await port.execute({ type: 'session.sign-in', code, passphrase: people[code] }))

/** The permission that the person signed in was refused for; nothing where the query was answered, or refused for what it names. */
async function refusedFor({ port }: TestEngine, query: QueryInput): Promise<Permission | undefined> {
  const answer = await port.query(query)
  return !answer.ok && answer.refusal.type === 'not-permitted' ? answer.refusal.permission : undefined
}

test('[A64] each query asks one permission, and is refused by it to each role that does not have it', async () => {
  const made = await foundedWithAllRoles()
  const permissionOf = (type: QueryInput['type']) =>
    (Object.keys(asksFor) as Permission[]).find(permission => asksFor[permission]?.includes(type))
  for (const [code, closed] of closedTo) {
    await signIn(made, code)
    for (const query of validQueries()) {
      const asked = permissionOf(query.type)
      const expected = asked && closed.includes(asked) ? asked : undefined
      expect([code, query.type, await refusedFor(made, query)]).toEqual([code, query.type, expected])
    }
  }
})

test('[A64] a paper that is looked at asks what the question of its figures asks', async () => {
  const made = await foundedWithAllRoles()
  const [id, locale] = [newKey(), 'en']
  const days = { from: '2026-03-02', to: '2026-03-02' }
  const statement = { kind: 'balance-sheet', basis: 'booking', days: { to: '2026-03-02' } }
  const papers = [
    { kind: 'receipt', record: { log: 'a'.repeat(26), seq: 1 }, locale },
    { kind: 'statement', accountId: id, ...days, locale },
    { kind: 'cash-sheet', date: '2026-03-02', locale },
    { kind: 'loan-paper', paper: 'key-facts', loanId: id, locale },
    { kind: 'salvage', locale },
    { kind: 'financial-statement', statement, hidesZeros: true, locale },
    { kind: 'ledger', lines: { account: '1110', basis: 'booking' }, locale },
    { kind: 'working-paper', paperId: id, locale },
    { kind: 'posting-guide', productId: 'group-loan', locale },
  ]
  const refused = async () => {
    const seen: string[] = []
    for (const document of papers)
      if (await refusedFor(made, { type: 'document', document } as QueryInput)) seen.push(document.kind)
    return seen
  }
  for (const [code, closed] of closedTo) {
    await signIn(made, code)
    expect([code, await refused()]).toEqual([
      code,
      closed.includes('audit') ? ['financial-statement', 'ledger', 'working-paper', 'posting-guide'] : [],
    ])
  }
})

test('[U2][U3] whatever is asked or made into a paper, its event goes into the journal with the session', async () => {
  const made = await foundedWithAllRoles()
  for (const query of [...validQueries(), { type: 'ledger-lines', basis: 'booking' } as QueryInput])
    await made.port.query(query)
  for (const lines of [{ basis: 'booking' }, { basis: 'booking', account: '1110' }] as const) {
    const document = { kind: 'ledger', lines, locale: 'en-KE' } as const
    await made.port.query({ type: 'document', document } as never)
  }
  must(await made.port.execute({ type: 'session.sign-out' }))
  await signIn(made, 'AUD1')
  const trail = must(await made.port.query({ type: 'audit-trail', about: 'ledger/all' }))
  expect(trail.rows.length).toBeGreaterThan(0)
  expect(trail.rows.every(({ sealedIn }) => sealedIn !== undefined)).toBe(true)
})
