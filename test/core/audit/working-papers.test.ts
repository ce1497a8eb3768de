import { expect, test } from 'vitest'
import type { DrawSample, SampleCriteria } from '../../../core/audit/audit-commands.ts'
import { businessDate } from '../../../core/calendar/business-date.ts'
import { documentLanguages } from '../../../core/documents/document-language.ts'
import { isTable } from '../../../core/documents/document-model.ts'
import { paperTables } from '../../../core/documents/paper-tables.ts'
import { readDocument } from '../../../core/documents/read-document.ts'
import { tablesCsv } from '../../../core/documents/tables-csv.ts'
import type { RecordRef } from '../../../core/journal/record.ts'
import { answerQuery } from '../../../core/query/answer-query.ts'
import type { WorkingPaperAnswer } from '../../../core/query/audit-answers.ts'
import { type Branch, makeBranch, openForBusiness } from '../../support/branch.ts'
import { expectBooksToBalance } from '../../support/check-books.ts'
import { expectRefusal, outcomeType } from '../../support/expect.ts'

const KES = 'KES' as const
const day = businessDate('2026-03-02')
const march: SampleCriteria = { from: day, to: day, currency: KES }
const draw = (over: Partial<Omit<DrawSample, 'type' | 'key'>> = {}) =>
  ({
    type: 'audit.draw-sample',
    title: 'Cash of the day',
    criteria: march,
    method: 'largest',
    size: 2,
    ...over,
  }) as const

/** Deposits of 500.00, 600.00 and 700.00, after the float of 20,000.00 for the drawer. */
function audited() {
  const branch = makeBranch({ start: '2026-03-02T07:00:00.000Z' })
  const opened = openForBusiness(branch)
  const { accountId } = opened
  const deposits = [50_000n, 60_000n, 70_000n].map(
    amountMinor => branch.must('officer', { type: 'savings.deposit', accountId, amountMinor, currency: KES }).record,
  )
  return { ...opened, branch, deposits }
}

const ask = (branch: Branch, query: Parameters<typeof answerQuery>[2]) => {
  const answer = answerQuery(branch.books, branch.desk('auditor'), query, [])
  if (!answer.ok) throw new Error(answer.refusal.type)
  return answer.value
}
const paperOf = (branch: Branch, paperId: string) =>
  ask(branch, { type: 'working-paper', paperId }) as WorkingPaperAnswer
const drawn = (branch: Branch, over: Parameters<typeof draw>[0] = {}): WorkingPaperAnswer =>
  paperOf(branch, branch.must('auditor', draw(over)).created.paperId ?? '')
const amounts = ({ items }: WorkingPaperAnswer) => items.map(({ amountMinor }) => amountMinor)

test.each<[what: string, over: Partial<SampleCriteria>, amounts: readonly bigint[]]>([
  ['of a kind', { recordType: 'savings.deposited' }, [50_000n, 60_000n, 70_000n]],
  ['from an amount on', { minMinor: 60_000n, recordType: 'savings.deposited' }, [60_000n, 70_000n]],
  ['up to an amount', { maxMinor: 60_000n }, [50_000n, 60_000n]],
  ['of one amount', { minMinor: 60_000n, maxMinor: 60_000n }, [60_000n]],
  ['of all kinds', {}, [2_000_000n, 50_000n, 60_000n, 70_000n]],
])('[V20] the population is every record %s, and no other', (_what, over, expected) => {
  const { branch } = audited()
  const paper = drawn(branch, { criteria: { ...march, ...over }, size: 50 })
  expect(amounts(paper).filter(amountMinor => amountMinor < 100_000_000n)).toEqual(expected)
  const { count, amountMinor } = paper.population
  expect(count).toBe(paper.items.length)
  expect(amountMinor).toBe(amounts(paper).reduce((sum, one) => sum + one, 0n))
  expect(ask(branch, { type: 'sample-population', criteria: { ...march, ...over } })).toEqual({ count, amountMinor })
  expectBooksToBalance(branch)
})

test.each<[what: string, over: Partial<SampleCriteria>]>([
  ['days before', { from: businessDate('2025-01-01'), to: businessDate('2025-12-31') }],
  ['days after', { from: businessDate('2026-03-03'), to: businessDate('2026-03-31') }],
  ['another currency', { currency: 'USD' }],
  ['another branch', { branchId: '01890a5d-ac96-774b-bcce-b302099a8057' }],
  ['larger amounts than there are', { minMinor: 10n ** 14n }],
])('[V20] from %s no sample is drawn', (_what, over) => {
  const { branch } = audited()
  expectRefusal(branch.execute('auditor', draw({ criteria: { ...march, ...over } })), 'sample-empty')
  expect(ask(branch, { type: 'sample-population', criteria: { ...march, ...over } })).toMatchObject({ count: 0 })
})

test('[V20] days that end before they begin are refused by their field', () => {
  const { branch } = audited()
  const criteria = { ...march, from: businessDate('2026-03-03') }
  expect(expectRefusal(branch.execute('auditor', draw({ criteria })), 'field-invalid').field).toBe('criteria.to')
})

test('[V20] the seed of a paper draws the same records again, also after more was recorded on other days', () => {
  const { branch, accountId } = audited()
  const over = { method: 'random', size: 3 } as const
  const first = drawn(branch, over)
  expect(first.seed).toMatch(/^[A-Z2-7]{8}$/)
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 1n, currency: KES })
  const again = drawn(branch, { ...over, seed: first.seed, criteria: { ...march, minMinor: 2n } })
  expect(again.items.map(({ record }) => record)).toEqual(first.items.map(({ record }) => record))
})

test('[V21] a working paper is a record that posts nothing: who drew it, how, from what, and which records it has', () => {
  const { branch, deposits } = audited()
  const paper = drawn(branch, { criteria: { ...march, recordType: 'savings.deposited' } })
  expect(paper).toMatchObject({
    title: 'Cash of the day',
    drawnBy: 'Ruth Achieng',
    isOwn: true,
    method: 'largest',
    size: 2,
    marked: 0,
    population: { count: 3, amountMinor: 180_000n },
  })
  expect(paper.items.map(({ record }) => record)).toEqual(deposits.slice(1))
  expect(paper.items[0]).toMatchObject({ type: 'savings.deposited', receipt: 2, isReversed: false })
  const bytes = branch.books.db.prepare("SELECT CAST(bytes AS TEXT) FROM record WHERE type LIKE 'audit.sample%'")
  expect(String(bytes.pluck().get())).not.toContain('Cash of the day')
  expect(ask(branch, { type: 'working-papers' })).toMatchObject([{ paperId: paper.paperId }])
  expectBooksToBalance(branch)
})

test.each(['officer', 'teller'] as const)('[V21][A1] a %s draws no sample and marks none', role => {
  const { branch, deposits } = audited()
  const { paperId } = drawn(branch)
  expectRefusal(branch.execute(role, draw()), 'not-permitted')
  const [record] = deposits as [RecordRef]
  expectRefusal(branch.execute(role, { type: 'audit.mark-item', paperId, record, mark: 'agreed' }), 'not-permitted')
})

test('[V22] each item is marked with a note; a later mark takes the place of the earlier, and both stay in the journal', () => {
  const { branch } = audited()
  const { paperId, items } = drawn(branch, { criteria: { ...march, recordType: 'savings.deposited' } })
  const [first, second] = items.map(({ record }) => record) as [RecordRef, RecordRef]
  const mark = (record: RecordRef, kind: 'agreed' | 'exception' | 'noted', note?: string) =>
    branch.must('auditor', { type: 'audit.mark-item', paperId, record, mark: kind, ...(note ? { note } : {}) })
  mark(first, 'exception', 'The slip is missing')
  mark(second, 'noted', 'Signed by the brother')
  mark(first, 'agreed')
  const marked = paperOf(branch, paperId)
  expect(marked).toMatchObject({ marked: 2, exceptions: 0 })
  expect(marked.items.map(({ marked: found }) => found)).toMatchObject([
    { mark: 'agreed', by: 'Ruth Achieng' },
    { mark: 'noted', note: 'Signed by the brother' },
  ])
  expect(marked.items[0]?.marked?.note).toBeUndefined()
  const kept = branch.books.db.prepare("SELECT count(*) FROM record WHERE type = 'audit.item-marked'").pluck().get()
  expect(kept).toBe(3)
  expectBooksToBalance(branch)
})

test('[V22] an unknown paper, and a record that is not in it, are refused', () => {
  const { branch, deposits } = audited()
  const { paperId } = drawn(branch, { size: 1 })
  const [record] = deposits as [RecordRef]
  const command = { type: 'audit.mark-item', paperId, record, mark: 'agreed' } as const
  expect(outcomeType(branch.execute('auditor', command))).toBe('not-in-sample')
  expect(outcomeType(branch.execute('auditor', { ...command, paperId: branch.environment.newId() }))).toBe(
    'working-paper-unknown',
  )
  expect(() => branch.execute('auditor', { ...command, mark: 'exception' })).toThrow('missing')
})

test('[V23] the paper has every item with its mark, the sum, what it was drawn from then and now, and the newest records', () => {
  const { branch, accountId } = audited()
  const { paperId, items } = drawn(branch, { criteria: { ...march, recordType: 'savings.deposited' } })
  const record = items[0]?.record as RecordRef
  branch.must('auditor', { type: 'audit.mark-item', paperId, record, mark: 'exception', note: '=1+1 missing slip' })
  branch.must('officer', { type: 'savings.deposit', accountId, amountMinor: 5n, currency: KES })
  for (const locale of documentLanguages) {
    const model = readDocument(branch.books, branch.desk('auditor'), { kind: 'working-paper', paperId, locale })
    if (!model.ok || !isTable(model.value)) throw new Error('a working paper is a table')
    const tables = paperTables(model.value)
    const [table] = tables.tables
    expect(table?.rows.map(({ kind }) => kind)).toEqual(['item', 'item', 'total'])
    expect(table?.rows.at(-1)?.cells).toContainEqual({ kind: 'amount', amountMinor: 130_000n })
    expect(table?.checks).toMatchObject([{ firstMinor: 180_000n, secondMinor: 180_005n }])
    expect(tables.heads).toHaveLength(1)
    expect(tables.facts.join()).toContain(paperOf(branch, paperId).seed)
    const csv = new TextDecoder().decode(tablesCsv(tables))
    expect(csv).toContain('600.00')
    expect(csv).not.toMatch(/,=1\+1/)
  }
})
